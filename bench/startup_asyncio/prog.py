# asyncio.run of an empty coroutine.
import asyncio


async def main():
    pass


asyncio.run(main())
