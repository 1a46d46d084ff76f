# Producer, consumer, asyncio.Queue(100).
import asyncio


async def main():
    q = asyncio.Queue(100)
    n = 600000

    async def produce():
        for i in range(n):
            await q.put(i)

    task = asyncio.create_task(produce())
    total = 0
    for _ in range(n):
        total += await q.get()
    await task
    return total


print('queue', asyncio.run(main()))
