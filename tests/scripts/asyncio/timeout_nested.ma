# Nested timeouts: each turns only its own cancel into TimeoutError.
import asyncio
async def main():
    try:
        async with asyncio.timeout(0.01):
            async with asyncio.timeout(1):
                await asyncio.sleep(2)
    except TimeoutError:
        print('outer fired')
    async with asyncio.timeout(1):
        try:
            async with asyncio.timeout(0.01):
                await asyncio.sleep(2)
        except TimeoutError:
            print('inner fired')
        await asyncio.sleep(0)
        print('goes on')
    async def victim():
        async with asyncio.timeout(1):
            await asyncio.sleep(2)
    t = asyncio.create_task(victim())
    await asyncio.sleep(0)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print('outside cancel stays a cancel')
asyncio.run(main())
# expect-output:
# outer fired
# inner fired
# goes on
# outside cancel stays a cancel

# also on the model
