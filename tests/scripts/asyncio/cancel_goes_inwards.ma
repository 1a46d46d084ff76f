# A Task that waits on a Task hands the cancel on; what the inner makes of it is what the outer sees.
import asyncio
async def swallow():
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        return 'swallowed'
async def convert():
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        raise ValueError('converted')
async def outer(t):
    try:
        return await t
    except BaseException as e:
        return repr(e)
async def main():
    for f in (swallow, convert, lambda: asyncio.sleep(1)):
        inner = asyncio.create_task(f())
        o = asyncio.create_task(outer(inner))
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        o.cancel()
        print(await o, inner.cancelled(), o.cancelling())
    async def on_future(fut):
        await fut
    fut = asyncio.get_running_loop().create_future()
    t = asyncio.create_task(on_future(fut))
    await asyncio.sleep(0)
    t.cancel()
    print(fut.cancelled())
    await asyncio.wait([t])
    print(t.cancelled())
asyncio.run(main())
# expect-output:
# swallowed False 1
# ValueError('converted') False 1
# CancelledError() True 1
# True
# True

# also on the model
