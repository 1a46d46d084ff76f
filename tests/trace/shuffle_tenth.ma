# A race that needs two unlikely turns: found by many runs, not by a few.
import asyncio

log = []

async def worker(name, steps):
    for i in range(steps):
        await asyncio.sleep(0)
    log.append(name)

async def main():
    async with asyncio.TaskGroup() as group:
        for name, steps in (("a", 1), ("b", 1), ("c", 1), ("d", 1), ("e", 1)):
            group.create_task(worker(name, steps))
    print("the last is first" if log[0] == "e" and log[1] == "d" else "as ever")

asyncio.run(main())
