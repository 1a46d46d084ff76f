# Many tasks asleep at once, then cancelled.
import asyncio


async def main():
    tasks = [asyncio.create_task(asyncio.sleep(3600)) for _ in range(40000)]
    await asyncio.sleep(0)
    for t in tasks:
        t.cancel()
    results = await asyncio.gather(*tasks, return_exceptions=True)
    return len(results)


print('sleepers', asyncio.run(main()))
