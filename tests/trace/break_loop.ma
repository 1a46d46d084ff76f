import asyncio

lock = asyncio.Lock()
q = asyncio.Queue()

def numbers():
    yield 1
    yield 2

async def worker(name, secs):
    async with lock:
        await asyncio.sleep(secs)
    await q.put(name)
    return name

async def getter():
    return await q.get()

async def main():
    a = asyncio.create_task(worker("a", 0.2))
    b = asyncio.create_task(worker("b", 0.1))
    g = asyncio.create_task(getter())
    n = numbers()
    next(n)
    await asyncio.sleep(0.05)
    breakpoint()
    x = 3
    print(await a)
    await b
    await g

asyncio.run(main())
print("bye")
