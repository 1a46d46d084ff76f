import asyncio


async def nap(n, name, log):
    try:
        await asyncio.sleep(n)
        log.append(name)
        return name
    except asyncio.CancelledError:
        log.append(name + '!')
        raise


async def main():
    log = []
    async with asyncio.TaskGroup() as tg:
        ts = [tg.create_task(nap(0.001 * i, f't{i}', log)) for i in range(3)]
        log.append('body')
    print(log, [t.result() for t in ts])
    log.clear()

    async def first_wins():
        class Done(Exception):
            pass

        async def run(n, name):
            await nap(n, name, log)
            raise Done(name)
        try:
            async with asyncio.TaskGroup() as tg:
                tg.create_task(run(0.001, 'fast'))
                tg.create_task(run(1, 'slow'))
        except* Done as eg:
            return_value.append(eg.exceptions[0].args[0])
    return_value = []
    await first_wins()
    print(return_value, log)
    log.clear()

    async def cancelled_tg():
        async with asyncio.TaskGroup() as tg:
            tg.create_task(nap(1, 'x', log))
            await nap(1, 'body', log)
    t = asyncio.create_task(cancelled_tg())
    await asyncio.sleep(0.001)
    t.cancel()
    print(await asyncio.gather(t, return_exceptions=True), log, t.cancelled())
    log.clear()

    async def cleanup_raises():
        try:
            await asyncio.sleep(1)
        finally:
            raise OSError('清理失败')
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(cleanup_raises())
            await asyncio.sleep(0)
            raise ValueError('body')
    except BaseExceptionGroup as eg:
        print(repr(eg), [repr(e.__context__)[:20] for e in eg.exceptions])
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(asyncio.sleep(1))
            raise KeyboardInterrupt
    except KeyboardInterrupt:
        print('KI alone')
    tg = asyncio.TaskGroup()
    c = asyncio.sleep(0)
    try:
        tg.create_task(c)
    except RuntimeError as e:
        print(e)
    async with tg:
        inner = tg.create_task(asyncio.sleep(0, 'v'), name='名')
        print(inner.get_name(), tg)
    try:
        async with tg:
            pass
    except RuntimeError as e:
        print(e)
    r = await asyncio.gather(c)
    print(r)


asyncio.run(main())
# expect error: RuntimeError: cannot reuse already awaited coroutine
# expect-output:
# ['body', 't0', 't1', 't2'] ['t0', 't1', 't2']
# ['fast'] ['fast', 'slow!']
# [CancelledError('')] ['body!', 'x!'] True
# ExceptionGroup('unhandled errors in a TaskGroup', [OSError('清理失败'), ValueError('body')]) ['CancelledError()', 'None']
# KI alone
# TaskGroup <TaskGroup> has not been entered
# 名 <TaskGroup tasks=1 entered>
# TaskGroup <TaskGroup entered> has already been entered
