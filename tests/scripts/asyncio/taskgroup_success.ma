# Leaving waits for all, also for those added meanwhile.
import asyncio
async def f(n, tg=None):
    await asyncio.sleep(0.01)
    print('end', n)
    if tg:
        tg.create_task(f(n + 10))
    return n
async def main():
    async with asyncio.TaskGroup() as tg:
        a = tg.create_task(f(1, tg))
        b = tg.create_task(f(2), name='named')
        print(tg, b.get_name())
    print(a.result(), b.result(), tg)
    try:
        tg.create_task(f(3))
    except RuntimeError as e:
        print(e)
    try:
        asyncio.TaskGroup().create_task(f(4))
    except RuntimeError as e:
        print(e)
    try:
        async with tg: pass
    except RuntimeError as e:
        print(e)
asyncio.run(main())
# expect-output:
# <TaskGroup tasks=2 entered> named
# end 1
# end 2
# end 11
# 1 2 <TaskGroup entered>
# TaskGroup <TaskGroup entered> is finished
# TaskGroup <TaskGroup> has not been entered
# TaskGroup <TaskGroup entered> has already been entered
