# What to look for: main() makes two tasks, and both wait at the same time: the whole takes 0.2 seconds,
# not 0.3. `miniasync trace --narrate examples/00_fetch.ma` tells who waits for what, and when.
import asyncio

async def fetch(name, secs):
    print(name, "starts")
    await asyncio.sleep(secs)
    return name.upper()

async def main():
    a = asyncio.create_task(fetch("a", 0.2))
    b = asyncio.create_task(fetch("b", 0.1))
    print(await a, await b)

asyncio.run(main())
