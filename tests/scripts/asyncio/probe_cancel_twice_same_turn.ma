# cancel twice same turn: order, states and texts are those of CPython 3.13.
import asyncio
FILE = __file__
log = []

async def b():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as e:
        log.append(e.args)
        await asyncio.sleep(0)
        log.append('went on')
        raise
async def main():
    t = asyncio.create_task(b())
    await asyncio.sleep(0)
    t.cancel('one'); t.cancel('two')
    await asyncio.wait([t])
    log.append((t.cancelled(), t.cancelling()))

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
# ('one',)
# went on
# (True, 2)
# ('result', None)

# also on the model
