# queue.Queue through an executor, asyncio.Queue through call_soon_threadsafe.
import asyncio, threading, queue, time
q = queue.Queue()
def producer():
    for i in range(3): q.put(i); time.sleep(.005)
    q.put(None)
async def main():
    threading.Thread(target=producer).start()
    loop = asyncio.get_running_loop()
    while True:
        x = await loop.run_in_executor(None, q.get)
        if x is None: break
        print('got', x)
    aq = asyncio.Queue()
    def feed():
        for i in range(3): loop.call_soon_threadsafe(aq.put_nowait, i); time.sleep(.002)
    t = threading.Thread(target=feed); t.start()
    for _ in range(3): print('aq', await aq.get())
    t.join()
asyncio.run(main())
# expect-output:
# got 0
# got 1
# got 2
# aq 0
# aq 1
# aq 2
