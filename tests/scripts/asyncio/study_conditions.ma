# Condition with several waiters, a lock under timeout, a semaphore with a cancelled waiter.
import asyncio
async def main():
    c = asyncio.Condition(); res = []
    async def waiter(n):
        async with c:
            await c.wait(); res.append(n); print('woken', n)
    ts = [asyncio.create_task(waiter(i)) for i in range(4)]
    await asyncio.sleep(0)
    async with c: c.notify(2)
    await asyncio.sleep(.001); print(res)
    ts[2].cancel()
    await asyncio.sleep(0)
    async with c: c.notify_all()
    print(await asyncio.gather(*ts, return_exceptions=True))
    l = asyncio.Lock()
    await l.acquire()
    async def t():
        try:
            async with asyncio.timeout(.01): await l.acquire()
        except TimeoutError: print('lock TO', l)
    await t(); l.release(); print(l)
    s = asyncio.Semaphore(1)
    async def worker(n):
        async with s: print('w', n); await asyncio.sleep(0); 
    ws = [asyncio.create_task(worker(i)) for i in range(4)]
    await asyncio.sleep(0); ws[1].cancel(); print(s); await asyncio.gather(*ws, return_exceptions=True); print(s)
    e = asyncio.Event()
    async def setter(): await asyncio.sleep(.001); e.set(); e.clear()
    async def wt(): print(await e.wait(), e.is_set())
    await asyncio.gather(wt(), setter())
asyncio.run(main())
# expect-output:
# woken 0
# woken 1
# [0, 1]
# woken 3
# [None, None, CancelledError(''), None]
# lock TO <asyncio.locks.Lock object at 0x7fa706385450 [locked]>
# <asyncio.locks.Lock object at 0x7fa706385450 [unlocked]>
# w 0
# <asyncio.locks.Semaphore object at 0x7fa706376660 [locked, waiters:3]>
# w 2
# w 3
# <asyncio.locks.Semaphore object at 0x7fa706376660 [unlocked, value:1]>
# True False
