import asyncio


class Debouncer:
    def __init__(self, delay, fn):
        self.delay, self.fn, self.handle = delay, fn, None

    def __call__(self, *args):
        if self.handle:
            self.handle.cancel()
        self.handle = asyncio.get_running_loop().call_later(self.delay, self.fn, *args)


class Throttle:
    def __init__(self, n):
        self.n, self.count, self.dropped = n, 0, 0

    def __call__(self, fn):
        async def wrapper(*a):
            if self.count >= self.n:
                self.dropped += 1
                return None
            self.count += 1
            try:
                return await fn(*a)
            finally:
                self.count -= 1
        return wrapper


class Batcher:
    def __init__(self, fn, size, linger):
        self.fn, self.size, self.linger, self.items, self.timer = fn, size, linger, [], None

    async def add(self, x):
        fut = asyncio.get_running_loop().create_future()
        self.items.append((x, fut))
        if len(self.items) >= self.size:
            await self.flush()
        elif self.timer is None:
            self.timer = asyncio.create_task(self._later())
        return await fut

    async def _later(self):
        await asyncio.sleep(self.linger)
        self.timer = None
        await self.flush()

    async def flush(self):
        if self.timer:
            self.timer.cancel()
            self.timer = None
        items, self.items = self.items, []
        for (x, fut), r in zip(items, await self.fn([x for x, _ in items])):
            fut.set_result(r)


th = Throttle(2)


@th
async def limited(i):
    await asyncio.sleep(0.002)
    return i


async def load(keys):
    print('batch', keys)
    await asyncio.sleep(0)
    return [k * 100 for k in keys]


async def main():
    d = Debouncer(0.02, lambda s: print('搜索', s))
    for s in ('p', 'py', 'pyt'):
        d(s)
        await asyncio.sleep(0.001)
    await asyncio.sleep(0.04)
    print(await asyncio.gather(*(limited(i) for i in range(4))), th.dropped)
    b = Batcher(load, 3, 0.005)
    print(await asyncio.gather(*(b.add(i) for i in range(5))))


asyncio.run(main())
# expect-output:
# 搜索 pyt
# [0, 1, None, None] 2
# batch [0, 1, 2]
# batch [3, 4]
# [0, 100, 200, 300, 400]

# also on the model
