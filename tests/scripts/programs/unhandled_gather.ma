import asyncio


async def a():
    await asyncio.sleep(0)
    raise ValueError('a')


async def b():
    await asyncio.sleep(0.001)
    raise TypeError('b')


async def main():
    await asyncio.gather(a(), b())


asyncio.run(main())
# expect error: ValueError: a
