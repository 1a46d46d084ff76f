# sysexit in task: order, states and texts are those of CPython 3.13.
import asyncio
FILE = __file__
log = []

async def b():
    await asyncio.sleep(0)
    raise SystemExit(3)
async def main():
    t = asyncio.create_task(b())
    try:
        await asyncio.sleep(1)
    except BaseException as e:
        log.append(repr(e))
        raise
    finally:
        log.append('fin')
def after(e):
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
# CancelledError()
# fin
# SystemExit(3)
