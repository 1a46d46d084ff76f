# async for, asend, athrow, aclose, break.
import asyncio
async def gen(n):
    try:
        for i in range(n):
            got = yield i
            if got: print('got', got)
            await asyncio.sleep(0)
    finally:
        print('gen finally')
async def main():
    async for x in gen(2):
        print(x)
    else:
        print('else')
    g = gen(5)
    print(await anext(g), await g.asend('hello'), await g.__anext__())
    try:
        await g.athrow(ValueError('thrown'))
    except ValueError as e:
        print(repr(e))
    print(await anext(g, 'default'))
    g = gen(3)
    await anext(g)
    await g.aclose()
    await g.aclose()
    print([x async for x in gen(2)], {x: 1 async for x in gen(1)}, [await asyncio.sleep(0, y) for y in 'ab'])
    h = gen(9)
    async for x in h:
        break
    print('after break')
    await h.aclose()
    try:
        await gen(1).asend(5)
    except TypeError as e:
        print(e)
    async def bad():
        yield 1
        raise StopAsyncIteration
    try:
        [x async for x in bad()]
    except RuntimeError as e:
        print(e)
    for f in (lambda: [x for x in gen(1)], ):
        try:
            f()
        except TypeError as e:
            print(e)
    try:
        async for x in [1]: pass
    except TypeError as e:
        print(e)
    try:
        sum(await asyncio.sleep(0, x) for x in [1])
    except TypeError as e:
        print(e)
    ag = (await asyncio.sleep(0, x * 2) async for x in gen(2) if x)
    print([x async for x in ag])
asyncio.run(main())
# expect-output:
# 0
# 1
# gen finally
# else
# got hello
# 0 1 2
# gen finally
# ValueError('thrown')
# default
# gen finally
# gen finally
# gen finally
# [0, 1] {0: 1} ['a', 'b']
# after break
# gen finally
# can't send non-None value to a just-started async generator
# async generator raised StopAsyncIteration
# 'async_generator' object is not iterable
# 'async for' requires an object with __aiter__ method, got list
# 'async_generator' object is not iterable
# gen finally
# [2]

# also on the model
