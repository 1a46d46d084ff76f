# A long chain of tasks each waiting for the next: cancel does not recurse.
# not under stress: a collection at every safe point of so many frames or tasks takes minutes
import asyncio
async def wait_for_it(t):
    if t is None:
        await asyncio.sleep(10)
    else:
        await t
async def main():
    t = None
    for _ in range(500):
        t = asyncio.create_task(wait_for_it(t))
        await asyncio.sleep(0)
    t.cancel()
    await asyncio.wait([t])
    print(t.cancelled())
    ts = [asyncio.create_task(asyncio.sleep(100)) for _ in range(20000)]
    await asyncio.sleep(0)
    for x in ts: x.cancel()
    r = await asyncio.gather(*ts, return_exceptions=True)
    print(len(r), type(r[0]).__name__)
asyncio.run(main())
# expect-output:
# True
# 20000 CancelledError
