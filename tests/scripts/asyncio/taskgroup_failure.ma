# The first failure cancels siblings and body; failures come as a group.
import asyncio
async def bad(e, d=0):
    await asyncio.sleep(d)
    raise e
async def long(n):
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        print('cancelled', n)
        raise
async def stubborn():
    try:
        await asyncio.sleep(1)
    finally:
        raise TypeError('from finally')
async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(long(1)); tg.create_task(bad(ValueError('v'))); tg.create_task(stubborn())
            try:
                await asyncio.sleep(1)
            except asyncio.CancelledError:
                print('body cancelled')
                raise
    except* ValueError as g:
        print(repr(g))
    except* TypeError as g:
        print(repr(g))
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(long(3))
            await asyncio.sleep(0)
            raise KeyError('body')
    except ExceptionGroup as g:
        print(g, g.exceptions)
    print(asyncio.current_task().cancelling())
    async def outer():
        async with asyncio.TaskGroup() as tg:
            tg.create_task(long(4))
            await asyncio.sleep(1)
    t = asyncio.create_task(outer())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print('outside cancel is no group')
    async with asyncio.TaskGroup() as tg:
        x = tg.create_task(long(5))
        await asyncio.sleep(0)
        x.cancel()
    print('a cancelled child is no failure')
asyncio.run(main())
# expect-output:
# cancelled 1
# body cancelled
# ExceptionGroup('unhandled errors in a TaskGroup', [ValueError('v')])
# ExceptionGroup('unhandled errors in a TaskGroup', [TypeError('from finally')])
# cancelled 3
# unhandled errors in a TaskGroup (1 sub-exception) (KeyError('body'),)
# 0
# cancelled 4
# outside cancel is no group
# cancelled 5
# a cancelled child is no failure
