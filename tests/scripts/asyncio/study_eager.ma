# eager_task_factory.
import asyncio
async def f(n):
    print('f', n, asyncio.current_task() is not None)
    if n > 1:
        await asyncio.sleep(0)
        print('f resumed', n)
    return n
async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    t = asyncio.create_task(f(1))
    print(t.done(), t.result())
    t2 = asyncio.create_task(f(2), name='two')
    print(t2.done(), t2)
    print(await t2)
    async def bad(): raise ValueError('eager')
    t3 = asyncio.create_task(bad())
    print(t3.done(), repr(t3.exception()))
    async with asyncio.TaskGroup() as tg:
        a = tg.create_task(f(1)); b = tg.create_task(f(3))
        print('in group')
    print(a.result(), b.result())
    print(await asyncio.gather(f(1), f(2), f(0)))
    t = asyncio.eager_task_factory(asyncio.get_running_loop(), f(1))
    print(t)
asyncio.run(main())
# expect-output:
# f 1 True
# True 1
# f 2 True
# False <Task pending name='two' coro=<f() running at /tmp/async/w/study_eager.ma:6>>
# f resumed 2
# 2
# True ValueError('eager')
# f 1 True
# f 3 True
# in group
# f resumed 3
# 1 3
# f 1 True
# f 2 True
# f 0 True
# f resumed 2
# [1, 2, 0]
# f 1 True
# <Task finished name='Task-10' result=1>
