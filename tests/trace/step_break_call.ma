import asyncio

async def worker(n):
    await asyncio.sleep(n / 10)
    if n == 2:
        breakpoint()
    n = n * 10
    return n

async def main():
    print(await asyncio.gather(worker(1), worker(2)))

asyncio.run(main())
