# Awaiting oneself ends as RecursionError, without a word about coroutines never awaited.
import asyncio
import sys

async def f():
    await f()

async def numbers():
    async for n in numbers():
        yield n

async def main():
    async for n in numbers():
        pass

class Stuck:
    async def __aenter__(self):
        async with Stuck():
            pass
    async def __aexit__(self, *exc):
        pass

async def stuck():
    async with Stuck():
        pass

for make in (f, main, stuck):
    try:
        asyncio.run(make())
    except RecursionError as error:
        print(make.__name__, error)
sys.stdout.flush()

# expect-output:
# f maximum recursion depth exceeded
# main maximum recursion depth exceeded
# stuck maximum recursion depth exceeded
