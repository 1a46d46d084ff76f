# Two tasks, await asyncio.sleep(0).
import asyncio


async def worker(n):
    for _ in range(n):
        await asyncio.sleep(0)
    return n


async def main():
    a = asyncio.create_task(worker(200000))
    b = asyncio.create_task(worker(200000))
    return await a + await b


print('switch', asyncio.run(main()))
