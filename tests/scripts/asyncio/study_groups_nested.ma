# TaskGroups in TaskGroups, under timeout, left by return and break.
import asyncio
async def run_group(n):
    async with asyncio.TaskGroup() as tg:
        for i in range(n): tg.create_task(asyncio.sleep(.01 * i, i))
        return 'returned early'
async def main():
    print(await run_group(3))
    try:
        async with asyncio.timeout(.01):
            async with asyncio.TaskGroup() as tg:
                tg.create_task(asyncio.sleep(1))
                try: await asyncio.sleep(1)
                finally: print('body finally')
    except TimeoutError: print('TO', asyncio.current_task().cancelling())
    async def fails(): raise ValueError
    try:
        async with asyncio.TaskGroup() as outer:
            outer.create_task(asyncio.sleep(1))
            try:
                async with asyncio.TaskGroup() as inner: inner.create_task(fails())
            except* ValueError: print('inner handled')
            outer.create_task(fails(), name='of')
    except* ValueError as e: print('outer', len(e.exceptions))
    for i in range(2):
        async with asyncio.TaskGroup() as tg:
            tg.create_task(asyncio.sleep(0)); break
    print('broke', i)
asyncio.run(main())
# expect-output:
# returned early
# body finally
# TO 0
# inner handled
# outer 1
# broke 0
