# TaskGroup: results, errors, tasks that make tasks.
import asyncio
async def work(n):
    if n == 3: raise ValueError('three')
    await asyncio.sleep(.001 * n); return n
async def main():
    async with asyncio.TaskGroup() as tg:
        ts = [tg.create_task(work(i)) for i in range(3)]
    print([t.result() for t in ts])
    try:
        async with asyncio.TaskGroup() as tg:
            for i in range(5): tg.create_task(work(i))
    except ExceptionGroup as eg:
        print(eg, eg.exceptions, eg.message)
        match_ = eg.split(ValueError); print(match_)
    async with asyncio.TaskGroup() as tg:
        async def spawn(): tg.create_task(work(1)); return 'spawned'
        x = tg.create_task(spawn())
    print(x.result())
    tg = asyncio.TaskGroup()
    try: tg.create_task(c := work(1))
    except RuntimeError as e: print(str(e)[:30]); c.close()
    try:
        async with asyncio.TaskGroup() as tg: tg.create_task(5)
    except TypeError as e: print(e)
    except BaseException as e: print(repr(e))
asyncio.run(main())
# expect-output:
# [0, 1, 2]
# unhandled errors in a TaskGroup (1 sub-exception) (ValueError('three'),) unhandled errors in a TaskGroup
# (ExceptionGroup('unhandled errors in a TaskGroup', [ValueError('three')]), None)
# spawned
# TaskGroup <TaskGroup> has not 
# ExceptionGroup('unhandled errors in a TaskGroup', [TypeError('a coroutine was expected, got 5')])
