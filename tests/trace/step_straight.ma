import asyncio
async def main():
    q = asyncio.Queue()
    q.put_nowait(1)
    print(await q.get())
    await q.put(2)
    lock = asyncio.Lock()
    await lock.acquire()
    lock.release()
    async with lock:
        print("in")
    e = asyncio.Event()
    e.set()
    await e.wait()
    s = asyncio.Semaphore(2)
    async with s:
        pass
    await asyncio.gather()
    async def f(): return 1
    await f()
    await asyncio.wait_for(f(), 1)
    t = asyncio.create_task(f())
    await asyncio.sleep(0)
    await t
    await asyncio.wait([t])
    q.task_done()
    c = asyncio.Condition()
    async with c:
        c.notify()
    async with asyncio.TaskGroup() as g:
        pass
    async with asyncio.timeout(1):
        pass
asyncio.run(main())

async def main2():
    q = asyncio.Queue(1)
    await asyncio.wait_for(q.put(3), 1)
    async with asyncio.timeout(1):
        await q.get()
    q.task_done()
    await q.join()
    c = asyncio.Condition()
    async with c:
        await c.wait_for(lambda: True)
    b = asyncio.Barrier(2)
    t = asyncio.create_task(b.wait())
    await asyncio.sleep(0)
    await b.wait()
    await t
asyncio.run(main2())
