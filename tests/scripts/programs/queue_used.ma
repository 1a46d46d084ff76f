import asyncio
import random


async def producer(queue, name, items):
    for item in items:
        await asyncio.sleep(0.01 * item)
        await queue.put((name, item))
        print(f'生产者{name} 放入 {item} (size {queue.qsize()})')


async def consumer(queue, name, results):
    while True:
        who, item = await queue.get()
        await asyncio.sleep(0.004)
        results.append(item)
        print(f'    消费者{name} 取出 {who}:{item}')
        queue.task_done()


async def main():
    queue = asyncio.Queue(maxsize=2)
    results = []
    consumers = [asyncio.create_task(consumer(queue, 'X', results))]
    await asyncio.gather(producer(queue, 'A', [1, 2, 3]))
    await queue.join()
    for c in consumers:
        c.cancel()
    print(await asyncio.gather(*consumers, return_exceptions=True))
    print(sorted(results), queue.empty(), queue.full(), queue.maxsize)
    pq = asyncio.PriorityQueue()
    for p, job in ((3, '低'), (1, '高'), (2, '中')):
        pq.put_nowait((p, job))
    while not pq.empty():
        print(await pq.get(), end=' ')
    lq = asyncio.LifoQueue()
    for i in range(3):
        await lq.put(i)
    print([lq.get_nowait() for _ in range(3)])
    q = asyncio.Queue(1)
    q.put_nowait(1)
    for f in (lambda: q.put_nowait(2), lambda: (q.get_nowait(), q.get_nowait()), lambda: (q.task_done(), q.task_done())):
        try:
            f()
        except (asyncio.QueueFull, asyncio.QueueEmpty, ValueError) as e:
            print(type(e).__name__, e)
    q = asyncio.Queue()
    q.put_nowait('x')
    q.shutdown()
    print(await q.get())
    try:
        await q.get()
    except asyncio.QueueShutDown as e:
        print(repr(e))
    try:
        await asyncio.wait_for(asyncio.Queue().get(), 0.01)
    except asyncio.TimeoutError:
        print('nothing came')


asyncio.run(main())
# expect-output:
# 生产者A 放入 1 (size 1)
#     消费者X 取出 A:1
# 生产者A 放入 2 (size 1)
#     消费者X 取出 A:2
# 生产者A 放入 3 (size 1)
#     消费者X 取出 A:3
# [CancelledError('')]
# [1, 2, 3] True False 2
# (1, '高') (2, '中') (3, '低') [2, 1, 0]
# QueueFull
# QueueEmpty
# ValueError task_done() called too many times
# x
# QueueShutDown()
# nothing came
