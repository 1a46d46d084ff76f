# A chain of 500 awaits: resume, exception and cancel go through.
import asyncio
async def level(n, what):
    if n == 0:
        return await what()
    return await level(n - 1, what)
async def sleep():
    await asyncio.sleep(0)
    return 'bottom'
async def bad():
    await asyncio.sleep(0)
    raise ValueError('deep')
async def main():
    print(await level(500, sleep))
    try:
        await level(500, bad)
    except ValueError as e:
        print(e)
    t = asyncio.create_task(level(500, lambda: asyncio.sleep(10)))
    await asyncio.sleep(0)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print('cancelled')
asyncio.run(main())
# expect-output:
# bottom
# deep
# cancelled

# also on the model
