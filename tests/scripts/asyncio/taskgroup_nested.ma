# An inner group's failure travels out as a nested group.
import asyncio
async def bad(x): raise x
async def main():
    try:
        async with asyncio.TaskGroup() as a:
            async with asyncio.TaskGroup() as b:
                b.create_task(bad(ValueError(1)))
            print('not reached')
    except ExceptionGroup as g:
        print(repr(g))
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(bad(ValueError(1)))
            tg.create_task(bad(TypeError(2)))
    except ExceptionGroup as g:
        print(g, [type(e).__name__ for e in g.exceptions])
    try:
        async with asyncio.timeout(0.01):
            async with asyncio.TaskGroup() as tg:
                tg.create_task(asyncio.sleep(1))
    except TimeoutError:
        print('timeout around a group')
asyncio.run(main())
# expect-output:
# ExceptionGroup('unhandled errors in a TaskGroup', [ExceptionGroup('unhandled errors in a TaskGroup', [ValueError(1)])])
# unhandled errors in a TaskGroup (2 sub-exceptions) ['ValueError', 'TypeError']
# timeout around a group
