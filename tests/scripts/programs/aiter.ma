import asyncio


class Ticker:
    def __init__(self, delay, to):
        self.delay, self.i, self.to = delay, 0, to

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.i >= self.to:
            raise StopAsyncIteration
        if self.i:
            await asyncio.sleep(self.delay)
        self.i += 1
        return self.i


async def agen(n):
    try:
        for i in range(n):
            await asyncio.sleep(0)
            got = yield i
            if got:
                print('got', got)
    finally:
        print('agen cleanup', n)


async def amap(fn, it):
    async for x in it:
        yield fn(x)


async def afilter(pred, it):
    async for x in it:
        if pred(x):
            yield x


async def merge(*its):
    q = asyncio.Queue()
    END = object()

    async def pump(it):
        async for x in it:
            await q.put(x)
        await q.put(END)
    ts = [asyncio.create_task(pump(i)) for i in its]
    left = len(ts)
    while left:
        x = await q.get()
        if x is END:
            left -= 1
        else:
            yield x


async def main():
    async for i in Ticker(0.001, 3):
        print('tick', i)
    else:
        print('else')
    print([i async for i in agen(3)], {i: i * i async for i in agen(2)}, {i async for i in Ticker(0, 2)})
    print([x async for x in amap(lambda v: v * 10, afilter(lambda v: v % 2, agen(6)))])
    g = agen(5)
    print(await anext(g), await g.asend('hello'), await g.__anext__())
    try:
        await g.athrow(ValueError('thrown'))
    except ValueError as e:
        print('back', e)
    print(await anext(g, 'default'))
    g = agen(9)
    async for x in g:
        if x == 1:
            break
    await g.aclose()
    print(sorted([x async for x in merge(agen(3), Ticker(0, 3))]))
    print([await asyncio.sleep(0, i) for i in range(3)], sum([x async for x in agen(4)]))
    gen = (x * 2 async for x in agen(2))
    print(type(gen).__name__, [v async for v in gen])
    for bad in (3, [1]):
        try:
            async for _ in bad:
                pass
        except TypeError as e:
            print(e)
    try:
        for _ in agen(1):
            pass
    except TypeError as e:
        print(e)


asyncio.run(main())
# expect-output:
# tick 1
# tick 2
# tick 3
# else
# agen cleanup 3
# agen cleanup 2
# [0, 1, 2] {0: 0, 1: 1} {1, 2}
# agen cleanup 6
# [10, 30, 50]
# got hello
# 0 1 2
# agen cleanup 5
# back thrown
# default
# agen cleanup 9
# agen cleanup 3
# [0, 1, 1, 2, 2, 3]
# agen cleanup 4
# [0, 1, 2] 6
# agen cleanup 2
# async_generator [0, 2]
# 'async for' requires an object with __aiter__ method, got int
# 'async for' requires an object with __aiter__ method, got list
# 'async_generator' object is not iterable
