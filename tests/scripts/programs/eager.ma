import asyncio


async def cached(x, cache={}):
    if x in cache:
        return cache[x]
    await asyncio.sleep(0)
    cache[x] = x * 2
    return cache[x]


async def main():
    loop = asyncio.get_running_loop()
    made = []

    def factory(loop, coro, **kw):
        t = asyncio.Task(coro, loop=loop, **kw)
        made.append(t)
        return t
    loop.set_task_factory(factory)
    print(await asyncio.create_task(cached(1)), len(made), loop.get_task_factory() is factory)
    loop.set_task_factory(None)
    loop.set_task_factory(asyncio.eager_task_factory)
    t = asyncio.create_task(cached(1))
    print(t.done(), t.result())
    t = asyncio.create_task(cached(2))
    print(t.done())
    print(await t)
    loop.set_task_factory(None)

    class MyTask(asyncio.Task):
        def cancel(self, msg=None):
            print('cancel requested', msg)
            return super().cancel(msg)
    m = MyTask(asyncio.sleep(5), loop=loop)
    await asyncio.sleep(0)
    m.cancel('x')
    print(await asyncio.gather(m, return_exceptions=True), isinstance(m, asyncio.Future))


asyncio.run(main())
# expect-output:
# 2 1 True
# True 2
# False
# 4
# cancel requested x
# [CancelledError('')] True
