import asyncio
from greenlet import greenlet


def fact(n):
    if n < 2:
        return 1
    return n * fact(n - 1)


def numbers(n):
    try:
        for i in range(n):
            yield i
    finally:
        done = True


def fails(n):
    try:
        if n == 0:
            raise ValueError("deep")
        fails(n - 1)
    except KeyError:
        pass


def red(other):
    x = 1
    y = other.switch(x)
    return y + 1


def blue(x):
    z = main_greenlet.switch(x + 1)
    return z


async def child(n):
    await asyncio.sleep(0.01 * n)
    if n == 3:
        raise RuntimeError("three")
    return [v for v in numbers(n)]


async def agen(n):
    for i in range(n):
        await asyncio.sleep(0)
        yield i


async def main():
    print(fact(3))
    total = 0
    for v in numbers(2):
        total += v
    try:
        fails(1)
    except ValueError as e:
        print("caught", e)
    tasks = [asyncio.create_task(child(i)) for i in (1, 3)]
    for t in tasks:
        try:
            print(await t)
        except RuntimeError as e:
            print("task", e)
    async for i in agen(2):
        total += i
    print(total)


asyncio.run(main())
from greenlet import getcurrent
main_greenlet = getcurrent()
b = greenlet(blue)
a = greenlet(lambda: red(b))
print(a.switch())
print(a.dead, b.dead)
print(b.switch(5))
