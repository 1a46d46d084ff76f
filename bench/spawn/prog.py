# create_task + gather in batches of 1,000.
import asyncio


async def work(i):
    return i & 7


async def main():
    total = 0
    for _ in range(200):
        tasks = [asyncio.create_task(work(i)) for i in range(1000)]
        total += sum(await asyncio.gather(*tasks))
    return total


print('spawn', asyncio.run(main()))
