import asyncio


async def worker(n, log):
    try:
        await asyncio.sleep(n)
    except asyncio.CancelledError:
        log.append(f'c{n}')
        raise
    finally:
        log.append(f'f{n}')


async def main():
    log = []
    try:
        async with asyncio.timeout(0.02):
            await asyncio.gather(*(worker(n, log) for n in (1, 2)))
    except TimeoutError:
        log.append('T')
    print(log)
    log.clear()
    t = asyncio.create_task(asyncio.wait_for(worker(5, log), 10))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    t.cancel()
    r = await asyncio.gather(t, return_exceptions=True)
    print(log, r)
    log.clear()

    async def outer():
        inner = asyncio.create_task(worker(3, log))
        try:
            await asyncio.shield(inner)
        except asyncio.CancelledError:
            log.append('outer')
            await inner
    o = asyncio.create_task(outer())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    o.cancel()
    await asyncio.sleep(0)
    o.cancel()
    print(await asyncio.gather(o, return_exceptions=True), log, o.cancelled())
    log.clear()
    q = asyncio.Queue()
    getters = [asyncio.create_task(q.get()) for _ in range(3)]
    await asyncio.sleep(0)
    getters[0].cancel()
    q.put_nowait('a')
    q.put_nowait('b')
    print(await asyncio.gather(*getters, return_exceptions=True))
    sem = asyncio.Semaphore(1)
    await sem.acquire()
    ws = [asyncio.create_task(sem.acquire()) for _ in range(2)]
    await asyncio.sleep(0)
    ws[0].cancel()
    sem.release()
    print(await asyncio.gather(*ws, return_exceptions=True), sem.locked())
    lock = asyncio.Lock()
    cond = asyncio.Condition(lock)

    async def waiting():
        async with cond:
            try:
                await cond.wait()
            finally:
                log.append(lock.locked())
    w = asyncio.create_task(waiting())
    await asyncio.sleep(0)
    w.cancel()
    await asyncio.wait([w])
    print(log, w.cancelled(), lock.locked())
    me = asyncio.current_task()
    asyncio.get_running_loop().call_soon(me.cancel, '自己')
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError as e:
        print(e, me.cancelling(), me.uncancel(), me.cancelling())
    async with asyncio.timeout(1) as tm:
        print(tm.when() is not None, tm.expired())
    fut = asyncio.get_running_loop().create_future()

    async def on_fut():
        return await fut
    ts = [asyncio.create_task(on_fut()) for _ in range(2)]
    await asyncio.sleep(0)
    ts[0].cancel()
    print([type(x).__name__ for x in await asyncio.gather(*ts, return_exceptions=True)], fut.cancelled())


asyncio.run(main())
# expect-output:
# ['c1', 'f1', 'c2', 'f2', 'T']
# ['c5', 'f5'] [CancelledError('')]
# [CancelledError('')] ['outer', 'c3', 'f3'] True
# [CancelledError(''), 'a', 'b']
# [CancelledError(''), True] True
# [True] True False
# 自己 1 0 0
# True False
# ['CancelledError', 'CancelledError'] True
