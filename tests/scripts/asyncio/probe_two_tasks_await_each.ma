# two tasks await each: order, states and texts are those of CPython 3.13.
import asyncio
FILE = __file__
log = []

async def w(get):
    try:
        return await get()
    except asyncio.CancelledError:
        log.append('c')
        raise
async def main():
    ts = {}
    f = asyncio.get_running_loop().create_future()
    async def base(): return await f
    ts[0] = asyncio.create_task(base())
    for i in range(1, 20):
        ts[i] = asyncio.create_task(w(lambda i=i: ts[i-1]))
    for i in range(30): await asyncio.sleep(0)
    f.set_result('deep')
    log.append(await ts[19])

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
# deep
# ('result', None)

# also on the model
