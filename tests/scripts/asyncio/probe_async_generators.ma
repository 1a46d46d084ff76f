# Asynchronous generators: asend, athrow, aclose, reuse, leaks.
# not under stress
import asyncio
async def ag():
    try:
        x = yield 1
        print('x', x)
        yield 2
    except ValueError as e:
        print('ve', e)
        yield 'after'
    finally:
        print('fin')
        await asyncio.sleep(0)
        print('fin2')
async def main():
    a = ag()
    print(await a.asend(None)); print(await a.asend(5)); print(await a.athrow(ValueError('q')))
    try: await a.asend(None)
    except StopAsyncIteration as e: print('SAI', e.args)
    print(await a.aclose())
    b = ag(); await anext(b); await b.aclose()
    try: await anext(b)
    except StopAsyncIteration: print('done')
    print(await anext(b, 'dflt'))
    c = ag()
    try: await c.asend(3)
    except TypeError as e: print(e)
    async for v in c:
        print(v); break
    await c.aclose()
    d = ag()
    try: await d.athrow(KeyError('early'))
    except KeyError as e: print(repr(e))
    try: await d.asend(None)
    except StopAsyncIteration: print('d done')
    async def bad():
        try: yield 1
        except GeneratorExit: yield 2
    e = bad(); await anext(e)
    try: await e.aclose()
    except RuntimeError as x: print(x)
    async def stop():
        yield 1
        raise StopAsyncIteration('m')
    try:
        async for v in stop(): print(v)
    except RuntimeError as x: print(x)
    async def stop2():
        yield 1
        raise StopIteration('m')
    try:
        async for v in stop2(): print(v)
    except RuntimeError as x: print(x)
    print([v async for v in ag() if v == 2])
    print({v: k async for v in ag() for k in 'ab'})
    f = ag(); an = f.__anext__()
    print(await an)
    try: await an
    except RuntimeError as x: print(x)
    t1 = asyncio.ensure_future(anext(slow := sl()))
    await asyncio.sleep(0)
    try: await slow.asend(None)
    except RuntimeError as x: print(x)
    print(await t1)
    await f.aclose()
    print(type(f).__name__, f.ag_running, f.ag_frame, f.__name__, f.__qualname__)
async def sl():
    await asyncio.sleep(0.01)
    yield 'slow'
asyncio.run(main())

# expect-output:
# 1
# x 5
# 2
# ve q
# after
# fin
# fin2
# SAI ()
# None
# fin
# fin2
# done
# dflt
# can't send non-None value to a just-started async generator
# 1
# fin
# fin2
# KeyError('early')
# d done
# async generator ignored GeneratorExit
# 1
# async generator raised StopAsyncIteration
# 1
# async generator raised StopIteration
# x None
# fin
# fin2
# [2]
# x None
# fin
# fin2
# {1: 'b', 2: 'b'}
# 1
# cannot reuse already awaited __anext__()/asend()
# anext(): asynchronous generator is already running
# slow
# fin
# fin2
# async_generator False None ag ag

# also on the model
