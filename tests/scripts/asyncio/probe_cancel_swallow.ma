# cancel swallow: order, states and texts are those of CPython 3.13.
import asyncio
FILE = __file__
log = []

async def b():
    for i in range(3):
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            log.append(('swallowed', i, asyncio.current_task().cancelling()))
    return 'end'
async def main():
    t = asyncio.create_task(b())
    for i in range(3):
        await asyncio.sleep(0)
        t.cancel()
    log.append(await t)
    log.append((t.cancelling(), t.uncancel(), t.uncancel(), t.uncancel(), t.uncancel()))

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
# ('swallowed', 0, 1)
# ('swallowed', 1, 2)
# ('swallowed', 2, 3)
# end
# (3, 2, 1, 0, 0)
# ('result', None)

# also on the model
