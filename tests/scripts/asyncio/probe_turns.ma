# turns: order, states and texts are those of CPython 3.13.
import asyncio
FILE = __file__
log = []

async def count(coro_fn):
    loop = asyncio.get_running_loop()
    n = 0; stop = False
    def tick():
        nonlocal n
        if not stop: n += 1; loop.call_soon(tick)
    loop.call_soon(tick)
    await coro_fn()
    stop = True
    r = n
    await asyncio.sleep(0)
    return r
async def nop(): pass
async def main():
    d = asyncio.create_task(nop()); await d
    f = asyncio.get_running_loop().create_future()
    for name, fn in [('nop', nop), ('sleep0', lambda: asyncio.sleep(0)), ('done', lambda: d), ('task', lambda: asyncio.create_task(nop())), ('gather1', lambda: asyncio.gather(nop())), ('gather3', lambda: asyncio.gather(nop(), nop(), nop())), ('waitdone', lambda: asyncio.wait([d])), ('waitfor', lambda: asyncio.wait_for(nop(), 1)), ('wf_task', lambda: asyncio.wait_for(asyncio.create_task(nop()), 1)), ('shield', lambda: asyncio.shield(nop())), ('gatherdone', lambda: asyncio.gather(d))]:
        async def r():
            return await fn()
        log.append((name, await count(r)))

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
# ('nop', 0)
# ('sleep0', 1)
# ('done', 0)
# ('task', 2)
# ('gather1', 3)
# ('gather3', 3)
# ('waitdone', 2)
# ('waitfor', 0)
# ('wf_task', 2)
# ('shield', 3)
# ('gatherdone', 0)
# ('result', None)
