import asyncio, break_locks_stop
lock = asyncio.Lock()
q = asyncio.Queue(2)
e = asyncio.Event()
s = asyncio.Semaphore(3)
c = asyncio.Condition()
b = asyncio.Barrier(2)
async def w():
    async with lock:
        print("got")
async def w2(): await q.get()
async def w3(): await e.wait()
async def w4(): await b.wait()
async def w5():
    async with c: await c.wait()
async def main():
    async with lock:
        ts = [asyncio.create_task(x()) for x in (w, w2,w3,w4,w5)]
        await asyncio.sleep(0.01)
        async with s:
            break_locks_stop.now()
            print("here")
    q.put_nowait(1); e.set()
    async with c: c.notify()
    await b.wait()
    await asyncio.gather(*ts)
asyncio.run(main())
