# Awaiting a finished Future or Task, or a coroutine, does not give up the turn.
import asyncio
log = []
async def other():
    for i in range(4):
        log.append(f'other{i}')
        await asyncio.sleep(0)
async def co():
    log.append('co')
async def main():
    t = asyncio.create_task(other())
    f = asyncio.get_running_loop().create_future()
    f.set_result(1)
    log.append('before')
    await f
    await f
    await co()
    log.append('after futures')
    await asyncio.sleep(0)
    log.append('after sleep')
    await t
    await t
    log.append('end')
asyncio.run(main())
print(log)
# expect-output:
# ['before', 'co', 'after futures', 'other0', 'after sleep', 'other1', 'other2', 'other3', 'end']

# also on the model
