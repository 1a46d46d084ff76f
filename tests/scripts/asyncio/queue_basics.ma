# put, get, join, task_done, limits, repr, shutdown.
import asyncio
async def main():
    q = asyncio.Queue(2)
    async def producer():
        for i in range(5):
            await q.put(i)
            print('put', i)
        await q.join()
        print('joined')
    p = asyncio.create_task(producer())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(q.qsize(), q.full(), q.empty(), q.maxsize, str(q))
    for _ in range(5):
        print('got', await q.get())
        q.task_done()
    await p
    for f in (q.get_nowait, q.task_done):
        try:
            f()
        except (asyncio.QueueEmpty, ValueError) as e:
            print(repr(e))
    q.put_nowait(1); q.put_nowait(2)
    try:
        q.put_nowait(3)
    except asyncio.QueueFull as e:
        print(repr(e))
    print(repr(q).split(' ', 3)[3])
    q.shutdown()
    for f in (q.put(1), ):
        try:
            await f
        except asyncio.QueueShutDown as e:
            print(repr(e))
    print(await q.get(), await q.get())
    try:
        await q.get()
    except asyncio.QueueShutDown as e:
        print(repr(e))
    pq = asyncio.PriorityQueue()
    for x in (3, 1, 2): pq.put_nowait(x)
    lq = asyncio.LifoQueue()
    for x in (3, 1, 2): lq.put_nowait(x)
    print([pq.get_nowait() for _ in range(3)], [await lq.get() for _ in range(3)], lq)
asyncio.run(main())
# expect-output:
# put 0
# put 1
# 2 True False 2 <Queue maxsize=2 _queue=[0, 1] _putters[1] tasks=2>
# got 0
# got 1
# put 2
# put 3
# got 2
# got 3
# put 4
# got 4
# joined
# QueueEmpty()
# ValueError('task_done() called too many times')
# QueueFull()
# maxsize=2 _queue=[1, 2] tasks=2>
# QueueShutDown()
# 1 2
# QueueShutDown()
# [1, 2, 3] [2, 1, 3] <LifoQueue maxsize=0 tasks=3>
