# ctrl c twice: order, states and texts are those of CPython 3.13.
import asyncio
FILE = __file__
log = []

import signal, os
async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(0.01, os.kill, os.getpid(), signal.SIGINT)
    try: await asyncio.sleep(5)
    except asyncio.CancelledError:
        log.append('first')
        os.kill(os.getpid(), signal.SIGINT)
        try:
            for i in range(10): await asyncio.sleep(0.01)
        except BaseException as e: log.append(repr(e)); raise
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
# first
# KeyboardInterrupt()
