# cancel chain: order, states and texts are those of CPython 3.13.
import asyncio
FILE = __file__
log = []

async def leaf(f):
    try:
        await f
    finally:
        log.append('leaf')
async def mid(t, n):
    try:
        await t
    finally:
        log.append(n)
async def main():
    f = asyncio.get_running_loop().create_future()
    t0 = asyncio.create_task(leaf(f), name='t0')
    t1 = asyncio.create_task(mid(t0, 't1'), name='t1')
    t2 = asyncio.create_task(mid(t1, 't2'), name='t2')
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    log.append(t2.cancel('m'))
    log.append([t.cancelling() for t in (t0, t1, t2)])
    log.append((f.cancelled(), t0.done()))
    try:
        await t2
    except asyncio.CancelledError as e:
        log.append(e.args)
    log.append([t.cancelled() for t in (t0, t1, t2)])

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
# True
# [1, 1, 1]
# (True, False)
# leaf
# t1
# t2
# ('m',)
# [True, True, True]
# ('result', None)

# also on the model
