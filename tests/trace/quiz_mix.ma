# What to look for: a bit of everything that the quiz asks about: awaits that stop and awaits that do not, timers,
# a callback, who prints next, who waits for whom.
import asyncio


async def at_once(value):
    return value * 2


async def refuse():
    raise ValueError("no")


async def cook(name, secs):
    print(name, "is put on")
    await asyncio.sleep(secs)
    print(name, "is done")
    return name


async def tick(times):
    for i in range(times):
        print("tick", i)
        await asyncio.sleep(0)
    return times


async def guard(lock, name):
    async with lock:
        print(name, "has the lock")
        await asyncio.sleep(0.05)
    print(name, "gave it back")


async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(0.07, print, "a callback")
    lock = asyncio.Lock()
    rice = asyncio.create_task(cook("rice", 0.2))
    soup = asyncio.create_task(cook("soup", 0.1))
    ticks = asyncio.create_task(tick(3))
    first = asyncio.create_task(guard(lock, "first"))
    second = asyncio.create_task(guard(lock, "second"))
    x = await at_once(21)
    print("x is", x)
    try:
        await refuse()
    except ValueError as error:
        print("refused:", error)
    n = await ticks
    print("ticks:", n)
    both = await asyncio.gather(rice, soup)
    print(both)
    again = await soup
    print(again, await second)


asyncio.run(main())
