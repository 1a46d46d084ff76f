# ctrl c swallow: order, states and texts are those of CPython 3.13.
import asyncio
FILE = __file__
log = []

import signal, os
async def main():
    os.kill(os.getpid(), signal.SIGINT)
    try: await asyncio.sleep(0.1)
    except asyncio.CancelledError: log.append('swallow')
    return 'went on'
def after(e): log.append(repr(e))

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
# swallow
# ('result', 'went on')
