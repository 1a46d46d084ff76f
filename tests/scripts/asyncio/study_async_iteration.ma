# anext, wait_for on it, nested async for, cancel.
import asyncio
async def f():
    print('f'); yield 1; print('f2')
async def main():
    g = f()
    print(await g.__anext__())
    try: print(await asyncio.wait_for(g.__anext__(), 1))
    except StopAsyncIteration: print('SAI')
    async def nums():
        for i in range(3): yield i
    a, b = nums(), nums()
    async for x in a:
        async for y in b: print(x, y)
    print([await anext(c, 'd') for c in (nums(), a)])
    async def g2():
        try: yield 1
        except asyncio.CancelledError: print('agen cancelled'); raise
    async def consume():
        async for _ in g2(): await asyncio.sleep(1)
    t = asyncio.create_task(consume()); await asyncio.sleep(0); t.cancel()
    print(await asyncio.gather(t, return_exceptions=True))
asyncio.run(main())
# expect-output:
# f
# 1
# f2
# SAI
# 0 0
# 0 1
# 0 2
# [0, 'd']
# [CancelledError('')]
