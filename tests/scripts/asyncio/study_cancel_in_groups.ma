# Cancelling gather, wait_for, a TaskGroup and their children.
import asyncio
async def f():
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        print('f cancel'); await asyncio.sleep(.01); print('f cleaned'); raise
async def main():
    try:
        async with asyncio.timeout(.01):
            await asyncio.gather(f(), f())
    except TimeoutError as e: print('TO', e)
    t = asyncio.create_task(f())
    await asyncio.sleep(0)
    t.cancel(); t.cancel()
    print(t.cancelling())
    try: await asyncio.wait_for(t, 1)
    except asyncio.CancelledError: print('c', t.cancelled())
    async with asyncio.TaskGroup() as tg:
        x = tg.create_task(f()); await asyncio.sleep(0); x.cancel()
    print('group ok', x.cancelled())
    async def killer(tg_task): await asyncio.sleep(.01); tg_task.cancel('ext')
    async def grp():
        async with asyncio.TaskGroup() as tg:
            tg.create_task(f()); await asyncio.sleep(5)
    g = asyncio.create_task(grp()); k = asyncio.create_task(killer(g))
    try: await g
    except asyncio.CancelledError as e: print('ext', e.args, g.cancelling())
asyncio.run(main())
# expect-output:
# f cancel
# f cancel
# f cleaned
# f cleaned
# TO 
# 2
# f cancel
# f cleaned
# c True
# f cancel
# f cleaned
# group ok True
# f cancel
# f cleaned
# ext ('ext',) 1
