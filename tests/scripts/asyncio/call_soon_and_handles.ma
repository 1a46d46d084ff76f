# Handles: repr, cancel, order, arguments.
import asyncio
def cb(*a): print('cb', *a)
async def main():
    loop = asyncio.get_running_loop()
    h = loop.call_soon(cb, 1, 2)
    print(h, h.cancelled())
    k = loop.call_soon(cb)
    k.cancel()
    print(k, k.cancelled())
    loop.call_soon_threadsafe(cb, 'ts')
    await asyncio.sleep(0)
    for bad in (lambda: loop.call_later(None, cb), lambda: loop.call_soon(5)):
        try:
            r = bad()
            r.cancel()
        except TypeError as e:
            print(e)
asyncio.run(main())
# expect-output:
# <Handle cb() at call_soon_and_handles.ma:3> False
# <Handle cancelled> True
# cb 1 2
# cb ts
# delay must not be None
