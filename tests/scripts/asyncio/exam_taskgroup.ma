# Task groups: reprs, errors, cancel from outside, a child that is cancelled.
import asyncio
async def ok(n, d=0): 
    try: await asyncio.sleep(d); print('ok', n); return n
    except asyncio.CancelledError as e: print('cancelled', n, e.args); raise
async def bad(n, d=0, exc=ValueError): await asyncio.sleep(d); print('bad', n); raise exc(n)
async def main():
    async with asyncio.TaskGroup() as tg:
        print(tg)
        a = tg.create_task(ok(1)); b = tg.create_task(ok(2, 0.01)); print(tg)
    print(tg, a.result(), b.result())
    try: tg.create_task(c := ok(1))
    except RuntimeError as e: print(e); c.close()
    tg2 = asyncio.TaskGroup(); print(tg2)
    c = ok(1)
    try: tg2.create_task(c)
    except RuntimeError as e: print(e)
    c.close()
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(ok(1, 1)); tg.create_task(bad(2)); tg.create_task(bad(3)); 
            try: await asyncio.sleep(1)
            except asyncio.CancelledError as e: print('body', e.args, asyncio.current_task().cancelling()); raise
    except* ValueError as eg: print(repr(eg), asyncio.current_task().cancelling())
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(bad(2)); raise KeyError('body')
    except BaseExceptionGroup as eg: print(repr(eg))
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(ok(2, 0.01)); raise KeyError('body')
    except BaseExceptionGroup as eg: print(repr(eg), eg.message)
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(ok(1, 1)); tg.create_task(bad(2, exc=SystemExit))
            await asyncio.sleep(1)
    except BaseException as e: print(repr(e))
    try:
        async with asyncio.TaskGroup() as tg:
            t = tg.create_task(ok(1, 1)); await asyncio.sleep(0); t.cancel('only this')
    except BaseException as e: print('?', repr(e))
    else: print('no error from a cancelled child', t.cancelled())
    async with asyncio.TaskGroup() as tg:
        async def spawner():
            await asyncio.sleep(0); tg.create_task(ok('spawned', 0.01)); return 's'
        tg.create_task(spawner())
        print('leaving body')
    print('left')
    async def outer():
        async with asyncio.TaskGroup() as tg:
            tg.create_task(ok('in', 1))
            tg.create_task(ok('in2', 1))
    t = asyncio.create_task(outer()); await asyncio.sleep(0.01); t.cancel('from outside')
    try: await t
    except asyncio.CancelledError as e: print('out', e.args)
    async def outer2():
        async with asyncio.TaskGroup() as tg:
            async def f():
                try: await asyncio.sleep(1)
                except asyncio.CancelledError: raise ValueError('in cleanup')
            tg.create_task(f())
    t = asyncio.create_task(outer2()); await asyncio.sleep(0.01); t.cancel('from outside')
    try: await t
    except BaseException as e: print('out', repr(e), t.cancelling(), repr(e.__context__))
    try:
        async with tg: pass
    except RuntimeError as e: print(e)
asyncio.run(main())
# expect exit: 2
# expect-output:
# <TaskGroup entered>
# <TaskGroup tasks=2 entered>
# ok 1
# ok 2
# <TaskGroup entered> 1 2
# TaskGroup <TaskGroup entered> is finished
# <TaskGroup>
# TaskGroup <TaskGroup> has not been entered
# bad 2
# bad 3
# cancelled 1 ()
# body () 1
# ExceptionGroup('unhandled errors in a TaskGroup', [ValueError(2), ValueError(3)]) 0
# ExceptionGroup('unhandled errors in a TaskGroup', [KeyError('body')])
# ExceptionGroup('unhandled errors in a TaskGroup', [KeyError('body')]) unhandled errors in a TaskGroup
# bad 2
# cancelled 1 ()
# SystemExit(2)
# cancelled 1 ('only this',)
# no error from a cancelled child True
# leaving body
# ok spawned
# left
# cancelled in ()
# cancelled in2 ()
# out ('from outside',)
# out ExceptionGroup('unhandled errors in a TaskGroup', [ValueError('in cleanup')]) 1 SystemExit(2)
# TaskGroup <TaskGroup entered> has already been entered
