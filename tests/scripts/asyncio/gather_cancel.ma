# Cancelling the gather cancels every child.
import asyncio
async def f(n):
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        print('cancelled', n)
        raise
async def main():
    g = asyncio.gather(f(1), f(2))
    await asyncio.sleep(0)
    print(g.cancel(), g.cancelled())
    try:
        await g
    except asyncio.CancelledError:
        print('gather raised', g)
    async def waits():
        await asyncio.gather(f(3), f(4))
    t = asyncio.create_task(waits())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print('task', t.cancelled())
    g = asyncio.gather(f(5), f(6), return_exceptions=True)
    await asyncio.sleep(0)
    g.cancel()
    try:
        print(await g)
    except asyncio.CancelledError:
        print('raised although return_exceptions')
    done = asyncio.gather(asyncio.sleep(0))
    await done
    print(done.cancel())
asyncio.run(main())
# expect-output:
# True False
# cancelled 1
# cancelled 2
# gather raised <_GatheringFuture finished exception=CancelledError()>
# cancelled 3
# cancelled 4
# task True
# cancelled 5
# cancelled 6
# raised although return_exceptions
# False
