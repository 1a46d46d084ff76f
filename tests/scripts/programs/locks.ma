import asyncio


class Account:
    def __init__(self):
        self.balance = 100
        self.lock = asyncio.Lock()

    async def unsafe(self, n):
        b = self.balance
        await asyncio.sleep(0)
        self.balance = b - n

    async def safe(self, n):
        async with self.lock:
            b = self.balance
            await asyncio.sleep(0)
            self.balance = b - n


async def limited(sem, i, active, peak):
    async with sem:
        active.append(i)
        peak[0] = max(peak[0], len(active))
        await asyncio.sleep(0.001)
        active.remove(i)


async def waiter(ev, n):
    print('waiter', n, 'waits')
    await ev.wait()
    print('waiter', n, 'goes')


async def cond_consumer(cond, items, name):
    async with cond:
        await cond.wait_for(lambda: items)
        print(name, 'got', items.pop())


async def barrier_worker(b, i):
    await asyncio.sleep(0.001 * i)
    pos = await b.wait()
    return i, pos


async def main():
    a = Account()
    await asyncio.gather(*(a.unsafe(10) for _ in range(5)))
    print('unsafe', a.balance)
    a = Account()
    await asyncio.gather(*(a.safe(10) for _ in range(5)))
    print('safe', a.balance, a.lock.locked())
    peak = [0]
    sem, active = asyncio.Semaphore(3), []
    await asyncio.gather(*(limited(sem, i, active, peak) for i in range(10)))
    print('peak', peak[0], sem.locked())
    ev = asyncio.Event()
    ws = [asyncio.create_task(waiter(ev, i)) for i in range(3)]
    await asyncio.sleep(0)
    ev.set()
    await asyncio.gather(*ws)
    print(ev.is_set(), await ev.wait())
    cond, items = asyncio.Condition(), []
    cs = [asyncio.create_task(cond_consumer(cond, items, n)) for n in 'ab']
    await asyncio.sleep(0)
    async with cond:
        items.extend([1, 2])
        cond.notify_all()
    await asyncio.gather(*cs)
    b = asyncio.Barrier(3)
    print(sorted(await asyncio.gather(*(barrier_worker(b, i) for i in range(3)))))
    print(b.parties, b.n_waiting, b.broken)
    bs = asyncio.BoundedSemaphore(1)
    for f in (bs.release, asyncio.Lock().release, cond.notify):
        try:
            f()
        except (ValueError, RuntimeError) as e:
            print(type(e).__name__, e)
    try:
        asyncio.Semaphore(-1)
    except ValueError as e:
        print(e)


asyncio.run(main())
# expect-output:
# unsafe 90
# safe 50 False
# peak 3 False
# waiter 0 waits
# waiter 1 waits
# waiter 2 waits
# waiter 0 goes
# waiter 1 goes
# waiter 2 goes
# True True
# a got 2
# b got 1
# [(0, 0), (1, 1), (2, 2)]
# 3 0 False
# ValueError BoundedSemaphore released too many times
# RuntimeError Lock is not acquired.
# RuntimeError cannot notify on un-acquired lock
# Semaphore initial value must be >= 0
