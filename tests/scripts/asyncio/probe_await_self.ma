# await self: order, states and texts are those of CPython 3.13.
import asyncio
FILE = __file__
log = []

async def main():
    async def b():
        await asyncio.current_task()
    t = asyncio.create_task(b(), name='self')
    try:
        await t
    except RuntimeError as e:
        log.append(str(e))

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
# Task cannot await on itself: <Task pending name='self' coro=<main.<locals>.b() running at probe_await_self.ma:8> cb=[Task.task_wakeup()]>
# ('result', None)
