# tasks gc: order, states and texts are those of CPython 3.13.
import asyncio
FILE = __file__
log = []

async def main():
    async def w(f): return await f
    loop = asyncio.get_running_loop()
    fs = [loop.create_future() for i in range(1000)]
    ts = [asyncio.create_task(w(f)) for f in fs]
    await asyncio.sleep(0)
    for i, f in enumerate(fs): f.set_result(i)
    log.append(sum(await asyncio.gather(*ts)))
    x = [str(i) * 10 for i in range(20000)]
    log.append(len(x))

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
# 499500
# 20000
# ('result', None)
