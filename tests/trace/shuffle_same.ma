import asyncio

async def add(results, name, secs):
    await asyncio.sleep(secs)
    results[name] = secs

async def main():
    results = {}
    async with asyncio.TaskGroup() as group:
        for i, name in enumerate("abc"):
            group.create_task(add(results, name, 0.1))
    print(sorted(results.items()))

asyncio.run(main())
