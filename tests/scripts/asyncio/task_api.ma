# Task: names, coro, errors for set_result, bad yields, awaiting itself.
import asyncio
async def f(): await asyncio.sleep(0); return 5
async def main():
    t = asyncio.create_task(f())
    print(t.get_name(), asyncio.current_task().get_name(), t.get_coro().__name__, t.done())
    t.set_name(42)
    print(t.get_name(), t)
    n = asyncio.create_task(f(), name='mine')
    m = asyncio.create_task(f())
    print(n.get_name(), m.get_name())
    for bad in (lambda: t.set_result(1), lambda: t.set_exception(ValueError()), lambda: asyncio.create_task(5), lambda: asyncio.create_task(f), lambda: asyncio.Task(3)):
        try:
            bad()
        except (RuntimeError, TypeError) as e:
            print(type(e).__name__, str(e).split(' at 0x')[0])
    print(await t, t.result(), t.exception(), t)
    async def itself():
        try:
            await asyncio.current_task()
        except RuntimeError as e:
            print(str(e).split(' name')[0])
    await asyncio.create_task(itself())
    class Y:
        def __await__(self): yield 5
    class N:
        def __await__(self): yield None; return 'bare yield is a turn'
    try:
        await Y()
    except RuntimeError as e:
        print(e)
    print(await N())
    print(len(asyncio.all_tasks()) >= 1, asyncio.current_task() in asyncio.all_tasks(), t in asyncio.all_tasks())
    await asyncio.gather(n, m)
print(asyncio.run(main()))
try:
    asyncio.current_task()
except RuntimeError as e:
    print(e)
# expect-output:
# Task-2 Task-1 f False
# 42 <Task pending name='42' coro=<f() running at task_api.ma:3>>
# mine Task-3
# RuntimeError Task does not support set_result operation
# RuntimeError Task does not support set_exception operation
# TypeError a coroutine was expected, got 5
# TypeError a coroutine was expected, got <function f
# TypeError a coroutine was expected, got 3
# 5 5 None <Task finished name='42' coro=<f() done, defined at task_api.ma:3> result=5>
# Task cannot await on itself: <Task pending
# Task got bad yield: 5
# bare yield is a turn
# True True False
# None
# no running event loop
