# Threads that set Futures and Events of the loop, and wait for its coroutines.
import asyncio, threading
async def main():
    loop = asyncio.get_running_loop()
    fut = loop.create_future()
    def thread_fn(): loop.call_soon_threadsafe(fut.set_result, threading.current_thread().name)
    threading.Thread(target=thread_fn, name='setter').start()
    print(await fut)
    def late(): import time; time.sleep(.02); loop.call_soon_threadsafe(ev.set)
    ev = asyncio.Event(); threading.Thread(target=late).start()
    print(await asyncio.wait_for(ev.wait(), 1))
    cf = None
    def runner():
        nonlocal cf
        cf = asyncio.run_coroutine_threadsafe(asyncio.sleep(.01, 'slept'), loop)
        print('in thread:', cf.result())
    await asyncio.to_thread(runner)
    async def bad(): raise KeyError('in coro')
    def runner2():
        try: asyncio.run_coroutine_threadsafe(bad(), loop).result()
        except KeyError as e: print('thread saw', repr(e))
    await asyncio.to_thread(runner2)
    try: asyncio.run_coroutine_threadsafe(5, loop)
    except TypeError as e: print(e)
asyncio.run(main())
# expect-output:
# setter
# True
# in thread: slept
# thread saw KeyError('in coro')
# A coroutine object is required
