import asyncio


async def work(name, delay, fail=False):
    try:
        await asyncio.sleep(delay)
        if fail:
            raise ValueError(f'{name} failed')
        print(name, 'ok')
        return name
    except asyncio.CancelledError:
        print(name, 'cancelled')
        raise


async def main():
    async with asyncio.TaskGroup() as tg:
        a = tg.create_task(work('a', 0.02))
        b = tg.create_task(work('b', 0.01))
    print(a.result(), b.result())
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(work('c', 0.01, True))
            tg.create_task(work('d', 1))
            tg.create_task(work('e', 0.01, True))
    except* ValueError as eg:
        print(type(eg).__name__, eg, [str(e) for e in eg.exceptions])
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(work('f', 1))
            await asyncio.sleep(0)
            raise KeyError('body')
    except ExceptionGroup as eg:
        print(eg, eg.exceptions)
    try:
        async with asyncio.timeout(0.02):
            async with asyncio.TaskGroup() as tg:
                tg.create_task(work('g', 1))
                tg.create_task(work('h', 1))
    except TimeoutError:
        print('timeout')
    try:
        tg.create_task(asyncio.sleep(0))
    except RuntimeError as e:
        print(str(e)[:30])

    async def spawner(tg, n):
        if n:
            tg.create_task(spawner(tg, n - 1))
        print('spawn', n)
    async with asyncio.TaskGroup() as tg:
        tg.create_task(spawner(tg, 3))


asyncio.run(main())
# expect-output:
# b ok
# a ok
# a b
# d cancelled
# ExceptionGroup unhandled errors in a TaskGroup (2 sub-exceptions) ['c failed', 'e failed']
# f cancelled
# unhandled errors in a TaskGroup (1 sub-exception) (KeyError('body'),)
# g cancelled
# h cancelled
# timeout
# TaskGroup <TaskGroup cancellin
# spawn 3
# spawn 2
# spawn 1
# spawn 0
