# cancel unstarted: order, states and texts are those of CPython 3.13.
import asyncio
FILE = __file__
log = []

async def b():
    try:
        log.append('never')
    finally:
        log.append('never2')
async def main():
    t = asyncio.create_task(b())
    log.append(t.cancel())
    log.append(t.cancelled())
    log.append(repr(t).split(' coro')[0])
    try:
        await t
    except asyncio.CancelledError as e:
        log.append(repr(e))
    log.append((t.cancelled(), t.done(), t.cancel(), t.cancelling()))

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
# True
# False
# <Task cancelling name='Task-2'
# CancelledError()
# (True, True, False, 1)
# ('result', None)
