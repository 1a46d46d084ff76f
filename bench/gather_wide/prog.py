# One gather of many coroutines.
import asyncio


async def work(i):
    await asyncio.sleep(0)
    return i


async def main():
    return sum(await asyncio.gather(*[work(i) for i in range(50000)]))


print('gather_wide', asyncio.run(main()))
