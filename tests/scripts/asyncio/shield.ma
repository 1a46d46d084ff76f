# shield protects the inner one, not the caller.
import asyncio
async def inner():
    await asyncio.sleep(0.01)
    print('inner ran to its end')
    return 'value'
async def main():
    t = asyncio.create_task(inner())
    s = asyncio.shield(t)
    await asyncio.sleep(0)
    s.cancel()
    try:
        await s
    except asyncio.CancelledError:
        print('outer cancelled', t.cancelled())
    print(await t)
    t = asyncio.create_task(inner())
    s = asyncio.shield(t)
    t.cancel()
    try:
        await s
    except asyncio.CancelledError:
        print('inner cancelled', s.cancelled())
    async def fails(): raise KeyError('k')
    try:
        await asyncio.shield(fails())
    except KeyError as e:
        print(repr(e))
    f = asyncio.get_running_loop().create_future()
    f.set_result(1)
    print(asyncio.shield(f) is f)
asyncio.run(main())
# expect-output:
# outer cancelled False
# inner ran to its end
# value
# inner cancelled True
# KeyError('k')
# True
