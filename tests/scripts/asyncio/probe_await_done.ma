# await done: order, states and texts are those of CPython 3.13.
import asyncio
FILE = __file__
log = []

async def main():
    f = asyncio.get_running_loop().create_future()
    f.set_result(1)
    asyncio.get_running_loop().call_soon(log.append, 'soon')
    log.append(await f)
    log.append(await f)
    t = asyncio.create_task(asyncio.sleep(0, 'r'))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    log.append(t.done())
    log.append(await t)

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
# 1
# soon
# True
# r
# ('result', None)

# also on the model
