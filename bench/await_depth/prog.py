# sleep(0) under 200 nested awaits.
import asyncio


async def level(n, turns):
    if n:
        return await level(n - 1, turns)
    for _ in range(turns):
        await asyncio.sleep(0)
    return turns


print('await_depth', asyncio.run(level(200, 60000)))
