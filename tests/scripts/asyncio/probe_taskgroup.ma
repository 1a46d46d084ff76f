# taskgroup: order, states and texts are those of CPython 3.13.
import asyncio
FILE = __file__
log = []

async def ok(n):
    await asyncio.sleep(0.001); log.append(n); return n
async def bad(n):
    raise ValueError(n)
async def slow():
    try: await asyncio.sleep(10)
    finally: log.append('slow fin')
async def main():
    async with asyncio.TaskGroup() as tg:
        a = tg.create_task(ok(1)); b = tg.create_task(ok(2))
    log.append((a.result(), b.result()))
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(slow()); tg.create_task(bad(1)); tg.create_task(bad(2))
            try: await asyncio.sleep(10)
            except asyncio.CancelledError: log.append('body cancelled'); raise
    except* ValueError as eg: log.append((str(eg), [repr(e) for e in eg.exceptions]))
    log.append(asyncio.current_task().cancelling())
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(slow())
            await asyncio.sleep(0)
            raise KeyError('body')
    except* KeyError as eg: log.append(repr(eg))
    async def inner():
        async with asyncio.TaskGroup() as tg:
            tg.create_task(slow())
    t = asyncio.create_task(inner())
    await asyncio.sleep(0.001)
    t.cancel()
    try: await t
    except asyncio.CancelledError: log.append('outside cancel')
    tg = asyncio.TaskGroup()
    c = ok(1)
    try: tg.create_task(c)
    except RuntimeError as e: log.append(str(e))

if 'sync' in globals():
    sync()
else:
    try:
        log.append(('result', asyncio.run(main())))
    except BaseException as e:
        if 'after' in globals(): after(e)
        else: raise
for x in log:
    print(x)
# expect-output:
# 1
# 2
# (1, 2)
# slow fin
# body cancelled
# ('unhandled errors in a TaskGroup (2 sub-exceptions)', ['ValueError(1)', 'ValueError(2)'])
# 0
# slow fin
# ExceptionGroup('unhandled errors in a TaskGroup', [KeyError('body')])
# slow fin
# outside cancel
# TaskGroup <TaskGroup> has not been entered
# ('result', None)
