# different loop: order, states and texts are those of CPython 3.13.
import asyncio
FILE = __file__
log = []

async def main():
    l2 = asyncio.new_event_loop()
    f = l2.create_future()
    async def b(): await f
    t = asyncio.create_task(b(), name='X')
    try:
        await t
    except RuntimeError as e:
        log.append(str(e))
    try:
        asyncio.ensure_future(f, loop=asyncio.get_running_loop())
    except ValueError as e:
        log.append(str(e))
    l2.close()
    for fn in (l2.run_forever, lambda: l2.call_soon(print), lambda: l2.call_later(1, print), lambda: l2.run_until_complete(f)):
        try: fn()
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
# Task <Task pending name='X' coro=<main.<locals>.b() running at probe_different_loop.ma:9> cb=[Task.task_wakeup()]> got Future <Future pending> attached to a different loop
# The future belongs to a different loop than the one specified as the loop argument
# Event loop is closed
# Event loop is closed
# Event loop is closed
# Event loop is closed
# ('result', None)
