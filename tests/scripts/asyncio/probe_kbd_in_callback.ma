# kbd in callback: order, states and texts are those of CPython 3.13.
import asyncio
FILE = __file__
log = []

async def main():
    def cb(): raise KeyboardInterrupt('k')
    asyncio.get_running_loop().call_soon(cb)
    try:
        await asyncio.sleep(1)
    except BaseException as e:
        log.append(repr(e))
        raise
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
# KeyboardInterrupt('k')
