# cancel in finally: order, states and texts are those of CPython 3.13.
import asyncio
FILE = __file__
log = []

async def b():
    try:
        await asyncio.sleep(10)
    finally:
        log.append('f1')
        await asyncio.sleep(0.001)
        log.append('f2')
async def main():
    t = asyncio.create_task(b())
    await asyncio.sleep(0)
    t.cancel()
    await asyncio.sleep(0)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError as e:
        log.append(repr(e.__context__))
    log.append(t.cancelling())

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
# f1
# CancelledError()
# 2
# ('result', None)

# also on the model
