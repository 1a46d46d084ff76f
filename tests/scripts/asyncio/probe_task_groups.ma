# TaskGroup: errors, cancellation, nesting, misuse.
# not under stress
import asyncio
async def ok(n, d=0): await asyncio.sleep(d); print('ok', n); return n
async def fail(n, d=0): await asyncio.sleep(d); print('fail', n); raise ValueError(n)
async def main():
    async with asyncio.TaskGroup() as tg:
        a = tg.create_task(ok(1)); b = tg.create_task(ok(2), name='bb')
    print(a.result(), b.get_name())
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(ok(3, 1)); tg.create_task(fail(4, 0.01)); tg.create_task(fail(5, 0.01))
    except* ValueError as eg: print(repr(eg), [str(e) for e in eg.exceptions])
    try:
        async with asyncio.TaskGroup() as tg:
            t = tg.create_task(ok(6, 1))
            raise KeyError('body')
    except* KeyError as eg: print(eg.exceptions, t.cancelled())
    async def outer():
        try:
            async with asyncio.TaskGroup() as tg:
                tg.create_task(ok(7, 5))
                await asyncio.sleep(5)
        except asyncio.CancelledError as e:
            print('outer cancelled', asyncio.current_task().cancelling()); raise
    t = asyncio.create_task(outer()); await asyncio.sleep(0.01); t.cancel('msg')
    try: await t
    except asyncio.CancelledError as e: print('C', e.args)
    tg = asyncio.TaskGroup()
    try: tg.create_task(c := ok(1))
    except RuntimeError as e: print(e)
    c.close()
    async with tg: pass
    try: tg.create_task(c := ok(1))
    except RuntimeError as e: print(e)
    c.close()
    try:
        async with tg: pass
    except RuntimeError as e: print(e)
    async def nested():
        async with asyncio.TaskGroup() as a:
            a.create_task(fail('n1'))
            async with asyncio.TaskGroup() as b:
                b.create_task(fail('n2'))
    try: await nested()
    except BaseExceptionGroup as e: print(repr(e))
    try:
        async with asyncio.TaskGroup() as tg:
            async def child():
                tg.create_task(ok('grandchild', 0.01))
            tg.create_task(child())
    finally: print('all')
    async with asyncio.TaskGroup() as tg:
        t = tg.create_task(asyncio.sleep(10)); await asyncio.sleep(0); t.cancel()
    print('cancelled child fine', t.cancelled())
    class BE(BaseException): pass
    async def base(): raise BE('b')
    try:
        async with asyncio.TaskGroup() as tg: tg.create_task(base()); tg.create_task(fail('z'))
    except BaseExceptionGroup as e: print(repr(e))
    async def ki(): raise SystemExit(3)
asyncio.run(main())

# expect-output:
# ok 1
# ok 2
# 1 bb
# fail 4
# fail 5
# ExceptionGroup('unhandled errors in a TaskGroup', [ValueError(4), ValueError(5)]) ['4', '5']
# (KeyError('body'),) True
# outer cancelled 1
# C ('msg',)
# TaskGroup <TaskGroup> has not been entered
# TaskGroup <TaskGroup entered> is finished
# TaskGroup <TaskGroup entered> has already been entered
# fail n1
# fail n2
# ExceptionGroup('unhandled errors in a TaskGroup', [ValueError('n1'), ExceptionGroup('unhandled errors in a TaskGroup', [ValueError('n2')])])
# ok grandchild
# all
# cancelled child fine True
# BaseExceptionGroup('unhandled errors in a TaskGroup', [BE('b')])
