# Tasks that meet in a lock, a queue and a dictionary, and an output that no order of them can change.
import asyncio

total = 0


async def add(lock, amount):
    global total
    async with lock:
        before = total
        await asyncio.sleep(0)
        total = before + amount


async def produce(queue, numbers):
    for n in numbers:
        await queue.put(n)
        await asyncio.sleep(0)


async def consume(queue, seen):
    while True:
        n = await queue.get()
        await asyncio.sleep(0)
        seen.append(n * n)
        queue.task_done()


async def note(results, name, secs):
    await asyncio.sleep(secs)
    results[name] = secs


async def main():
    lock, queue, seen, results = asyncio.Lock(), asyncio.Queue(2), [], {}
    consumers = [asyncio.create_task(consume(queue, seen)) for _ in range(2)]
    async with asyncio.TaskGroup() as group:
        for i, name in enumerate("abc"):
            group.create_task(note(results, name, 0.1))
            group.create_task(add(lock, 10 ** i))
        group.create_task(produce(queue, [1, 2, 3]))
        group.create_task(produce(queue, [4, 5]))
    await queue.join()
    for consumer in consumers:
        consumer.cancel()
    print(await asyncio.gather(*consumers, return_exceptions=True))
    print(total, sorted(seen), sorted(results.items()))


asyncio.run(main())
