# Tasks sleep 0-49 ms once.
import asyncio


async def sleeper(i):
    await asyncio.sleep((i * 7919 % 50) / 1000)
    return i


async def main():
    return sum(await asyncio.gather(*[sleeper(i) for i in range(30000)]))


print('timers', asyncio.run(main()))
