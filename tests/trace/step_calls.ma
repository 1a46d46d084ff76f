import asyncio

def double(n):
    result = n * 2
    return result

def numbers(limit):
    for i in range(limit):
        yield i

async def inner(lock, n):
    async with lock:
        await asyncio.sleep(0.1)
        return double(n)

async def outer(lock, n):
    got = await inner(lock, n)
    if got > 2:
        raise ValueError("too much: " + str(got))
    return got

async def main():
    lock = asyncio.Lock()
    text = "你好" * 30
    many = list(range(50))
    steps = numbers(3)
    next(steps)
    tasks = [asyncio.create_task(outer(lock, n)) for n in (1, 2)]
    done = await asyncio.gather(*tasks, return_exceptions=True)
    print(done)
    return next(steps)

total = asyncio.run(main())
print("total", total)
