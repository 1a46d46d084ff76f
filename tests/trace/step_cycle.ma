import asyncio

async def first():
    await asyncio.sleep(0)
    await b

async def second():
    await a

async def main():
    global a, b
    a = asyncio.create_task(first())
    b = asyncio.create_task(second())
    await asyncio.sleep(0.1)
    b.cancel()
    await asyncio.wait([a, b])

asyncio.run(main())
