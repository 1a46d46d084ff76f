import asyncio

STOP = object()


async def stage(name, fn, inq, outq, workers=2):
    async def worker():
        while (item := await inq.get()) is not STOP:
            try:
                r = fn(item)
                if asyncio.iscoroutine(r):
                    r = await r
                await outq.put(r)
            except Exception as e:
                print(f'{name}: 丢弃 {item!r}: {e}')
        await inq.put(STOP)
    async with asyncio.TaskGroup() as tg:
        for _ in range(workers):
            tg.create_task(worker())
    await outq.put(STOP)
    print(name, '结束')


async def double(x):
    await asyncio.sleep(0.001 * x)
    return x * 2


def check(x):
    if x == 6:
        raise ValueError('不喜欢 6')
    return f'<{x}>'


async def main():
    q1, q2, q3 = asyncio.Queue(), asyncio.Queue(2), asyncio.Queue()
    t = asyncio.gather(stage('double', double, q1, q2), stage('check', check, q2, q3, 1))
    for i in range(1, 6):
        await q1.put(i)
    await q1.put(STOP)
    await t
    out = []
    while not q3.empty():
        x = q3.get_nowait()
        if x is not STOP:
            out.append(x)
    print(sorted(out))


asyncio.run(main())
# expect-output:
# check: 丢弃 6: 不喜欢 6
# double 结束
# check 结束
# ['<10>', '<2>', '<4>', '<8>']
