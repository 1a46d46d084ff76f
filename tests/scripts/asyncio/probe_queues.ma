# Queues: order, shutdown, cancelled getters.
# not under stress
import asyncio
async def main():
    q = asyncio.Queue(2); log = []
    async def prod():
        for i in range(5): await q.put(i); log.append(f'p{i}')
    async def cons():
        for i in range(5): log.append(f'c{await q.get()}'); q.task_done()
    await asyncio.gather(prod(), cons()); await q.join(); print(log)
    try: q.get_nowait()
    except asyncio.QueueEmpty as e: print(repr(e))
    q.put_nowait(1); q.put_nowait(2); print(q.full(), q.qsize(), q, q.maxsize, q.empty())
    try: q.put_nowait(3)
    except asyncio.QueueFull as e: print(repr(e))
    try:
        for _ in range(9): q.task_done()
    except ValueError as e: print(e)
    pq = asyncio.PriorityQueue(); [pq.put_nowait(x) for x in (3, 1, 2)]; print([pq.get_nowait() for _ in range(3)])
    lq = asyncio.LifoQueue(); [lq.put_nowait(x) for x in (3, 1, 2)]; print([lq.get_nowait() for _ in range(3)])
    g = asyncio.Queue()
    ts = [asyncio.create_task(g.get()) for _ in range(3)]; await asyncio.sleep(0); ts[0].cancel(); g.put_nowait('a'); g.put_nowait('b')
    print(await asyncio.gather(*ts, return_exceptions=True))
    q2 = asyncio.Queue(); t = asyncio.create_task(q2.get()); await asyncio.sleep(0); q2.shutdown()
    try: await t
    except asyncio.QueueShutDown as e: print(repr(e))
    try: await q2.put(1)
    except asyncio.QueueShutDown as e: print(repr(e))
    q3 = asyncio.Queue(); q3.put_nowait(1); q3.shutdown(); print(await q3.get())
    try: await q3.get()
    except asyncio.QueueShutDown as e: print('sd')
    q4 = asyncio.Queue(); q4.put_nowait(1); q4.shutdown(immediate=True)
    try: q4.get_nowait()
    except asyncio.QueueShutDown as e: print('sd now')
    try: await asyncio.wait_for(asyncio.Queue().get(), 0.001)
    except TimeoutError: print('to')
asyncio.run(main())

# expect-output:
# ['p0', 'p1', 'c0', 'c1', 'p2', 'p3', 'c2', 'c3', 'p4', 'c4']
# QueueEmpty()
# True 2 <Queue maxsize=2 _queue=[1, 2] tasks=2> 2 False
# QueueFull()
# task_done() called too many times
# [1, 2, 3]
# [2, 1, 3]
# [CancelledError(''), 'a', 'b']
# QueueShutDown()
# QueueShutDown()
# 1
# sd
# sd now
# to
