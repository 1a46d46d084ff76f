# asend objects, and what is no async iterator.
import asyncio
async def ag():
    x = yield 1
    print('x', x)
    y = yield x
    print('y', y)
async def main():
    g = ag()
    print(await g.asend(None)); print(await g.asend('hi'))
    try: await g.asend('bye')
    except StopAsyncIteration as e: print('end', e.args)
    g = ag(); c = g.asend(None); print(type(c).__name__)
    try: c.send(None)
    except StopIteration as e: print(e.value)
    try: c.send(None)
    except RuntimeError as e: print(e)
    c2 = g.__anext__(); c2.close()
    try: c2.send(None)
    except RuntimeError as e: print(e)
    g = ag(); print(g.ag_running, g.ag_await, g.ag_code.co_name, g.__name__, g.__qualname__)
    for bad in (lambda: next(g), lambda: iter(g), lambda: [x for x in g], lambda: list(g)):
        try: bad()
        except TypeError as e: print(e)
    async def f(): return [x async for x in 5]
    try: await f()
    except TypeError as e: print(e)
    class BadIt:
        def __aiter__(self): return 5
    try:
        async for _ in BadIt(): pass
    except TypeError as e: print(e)
    class BadIt2:
        def __aiter__(self): return self
        def __anext__(self): return 5
    try:
        async for _ in BadIt2(): pass
    except TypeError as e: print(e)
    await g.aclose()
asyncio.run(main())
# expect-output:
# 1
# x hi
# hi
# y bye
# end ()
# async_generator_asend
# 1
# cannot reuse already awaited __anext__()/asend()
# cannot reuse already awaited __anext__()/asend()
# False None ag ag ag
# 'async_generator' object is not an iterator
# 'async_generator' object is not iterable
# 'async_generator' object is not iterable
# 'async_generator' object is not iterable
# 'async for' requires an object with __aiter__ method, got int
# 'async for' received an object from __aiter__ that does not implement __anext__: int
# 'async for' received an invalid object from __anext__: int
