# cancel self: order, states and texts are those of CPython 3.13.
import asyncio
FILE = __file__
log = []

async def b(r):
    asyncio.current_task().cancel('me')
    if r: raise ValueError('x')
    return 5
async def c():
    asyncio.current_task().cancel()
    try:
        await asyncio.sleep(0)
    except asyncio.CancelledError:
        log.append('in c')
        return 'ok'
async def d():
    asyncio.current_task().cancel()
    asyncio.current_task().uncancel()
    await asyncio.sleep(0)
    return 'uncancelled'
async def main():
    for f in (b(0), b(1), c(), d()):
        t = asyncio.create_task(f)
        await asyncio.wait([t])
        log.append((t.cancelled(), None if t.cancelled() else t.exception() and repr(t.exception())))
        try:
            log.append(t.result())
        except BaseException as e:
            log.append(repr(e))

if 'sync' in globals():
    sync()
else:
    try:
        log.append(('result', asyncio.run(main())))
    except BaseException as e:
        if 'after' in globals(): after(e)
        else: raise
for x in log:
    print(x)
# expect-output:
# (True, None)
# CancelledError('me')
# (False, "ValueError('x')")
# ValueError('x')
# in c
# (False, None)
# ok
# (False, None)
# uncancelled
# ('result', None)

# also on the model
