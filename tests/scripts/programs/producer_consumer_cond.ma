import asyncio
from collections import deque


class BoundedBuffer:
    def __init__(self, size):
        self.items = deque()
        self.size = size
        self.cond = asyncio.Condition()

    async def put(self, x):
        async with self.cond:
            while len(self.items) >= self.size:
                await self.cond.wait()
            self.items.append(x)
            print('+', x, list(self.items))
            self.cond.notify_all()

    async def get(self):
        async with self.cond:
            await self.cond.wait_for(lambda: len(self.items) > 0)
            x = self.items.popleft()
            print('-', x, list(self.items))
            self.cond.notify_all()
            return x


async def main():
    b = BoundedBuffer(2)

    async def prod():
        for i in range(5):
            await b.put(i)

    async def cons():
        return [await b.get() for _ in range(5)]
    _, got = await asyncio.gather(prod(), cons())
    print(got)


asyncio.run(main())
# expect-output:
# + 0 [0]
# + 1 [0, 1]
# - 0 [1]
# - 1 []
# + 2 [2]
# + 3 [2, 3]
# - 2 [3]
# - 3 []
# + 4 [4]
# - 4 []
# [0, 1, 2, 3, 4]
