# asyncio.run in threads, and a thread that asks the main loop.
import asyncio, threading
async def f(n): await asyncio.sleep(.01 * n); return threading.current_thread().name, n
res = []
def w(n): res.append(asyncio.run(f(n)))
ts = [threading.Thread(target=w, args=(i,), name=f't{i}') for i in (2, 1)]; [t.start() for t in ts]; [t.join() for t in ts]; print(res)
def noloop():
    try: asyncio.get_event_loop()
    except RuntimeError as e: print(e)
    try: asyncio.get_running_loop()
    except RuntimeError as e: print(e)
async def main():
    t = threading.Thread(target=noloop, name='NL'); t.start(); await asyncio.to_thread(t.join); await asyncio.to_thread(noloop)
    loop = asyncio.get_running_loop(); ev = asyncio.Event()
    threading.Timer(.01, lambda: loop.call_soon_threadsafe(ev.set)).start()
    await ev.wait(); print('event')
    def worker():
        fut = asyncio.run_coroutine_threadsafe(f(1), loop); print('res', fut.result())
    await loop.run_in_executor(None, worker)
asyncio.run(main())
# expect-output:
# [('t1', 1), ('t2', 2)]
# There is no current event loop in thread 'NL'.
# no running event loop
# There is no current event loop in thread 'asyncio_0'.
# no running event loop
# event
# res ('MainThread', 1)
