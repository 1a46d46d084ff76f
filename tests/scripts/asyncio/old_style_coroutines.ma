# miniasync only: the decorator of Python 3.4 to 3.10
import asyncio
@asyncio.coroutine
def f(x):
    yield from asyncio.sleep(0)
    return x * 2
@asyncio.coroutine
def plain(x):
    return f(x)
async def main():
    print(await f(2), await plain(3))  # expect: 4 6
    print(asyncio.iscoroutinefunction(f), asyncio.iscoroutine(f(1)))  # expect: True True
asyncio.run(main())
# expect stderr: "@coroutine" decorator is deprecated since Python 3.8, use "async def" instead
