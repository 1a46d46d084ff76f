# An event loop that runs in a thread; run_coroutine_threadsafe from the main one.
import asyncio, threading, time
async def work(x): print('waiting', x); await asyncio.sleep(x); print('done', x); return x
def start(loop): asyncio.set_event_loop(loop); loop.run_forever(); print('loop stopped')
loop = asyncio.new_event_loop()
t = threading.Thread(target=start, args=(loop,)); t.start()
print('started', loop.is_running())
f1 = asyncio.run_coroutine_threadsafe(work(.03), loop); f2 = asyncio.run_coroutine_threadsafe(work(.01), loop)
print(f2.result(), f1.result(timeout=1), type(f1).__module__)
loop.call_soon_threadsafe(print, 'from main')
async def bad(): raise ValueError('b')
try: asyncio.run_coroutine_threadsafe(bad(), loop).result()
except ValueError as e: print(repr(e))
f = asyncio.run_coroutine_threadsafe(work(5), loop)
try: f.result(timeout=.01)
except TimeoutError: print('TO', f.cancel())
time.sleep(.01)
loop.call_soon_threadsafe(loop.stop); t.join(); print(loop.is_running()); loop.close()
# expect-output:
# started True
# waiting 0.03
# waiting 0.01
# done 0.01
# done 0.03
# 0.01 0.03 concurrent.futures._base
# from main
# ValueError('b')
# waiting 5
# TO True
# loop stopped
# False
