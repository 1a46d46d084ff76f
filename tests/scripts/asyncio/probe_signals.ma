# signals: order, states and texts are those of CPython 3.13.
import asyncio
FILE = __file__
log = []

import signal, os
async def main():
    loop = asyncio.get_running_loop()
    ev = asyncio.Event()
    def h(x): log.append(('sig', x)); ev.set()
    loop.add_signal_handler(signal.SIGUSR1, h, 5)
    loop.call_later(0.01, os.kill, os.getpid(), signal.SIGUSR1)
    await ev.wait()
    log.append((loop.remove_signal_handler(signal.SIGUSR1), loop.remove_signal_handler(signal.SIGUSR1)))
    for bad in (lambda: loop.add_signal_handler(9, h), lambda: loop.add_signal_handler(signal.SIGINT, main)):
        try: bad()
        except Exception as e: log.append((type(e).__name__, str(e)))

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
# ('sig', 5)
# (True, False)
# ('RuntimeError', 'sig 9 cannot be caught')
# ('TypeError', 'coroutines cannot be used with add_signal_handler()')
# ('result', None)
