# gather: order, states and texts are those of CPython 3.13.
import asyncio
FILE = __file__
log = []

async def ok(n, d=0):
    await asyncio.sleep(d); log.append(n); return n
async def bad(n):
    await asyncio.sleep(0); raise ValueError(n)
async def main():
    log.append(await asyncio.gather(ok(1), ok(2), ok(3)))
    log.append(await asyncio.gather())
    r = await asyncio.gather(ok(1), bad(2), ok(3), return_exceptions=True)
    log.append([repr(x) for x in r])
    try:
        await asyncio.gather(ok('a', 0.01), bad('b'), bad('c'))
    except ValueError as e: log.append(repr(e))
    await asyncio.sleep(0.02)
    c = ok('dup')
    log.append(await asyncio.gather(c, c))
    f = asyncio.get_running_loop().create_future(); f.set_result('done')
    log.append(await asyncio.gather(f, ok('x')))
    t = asyncio.create_task(ok('never', 10))
    g = asyncio.gather(t, ok('y'))
    log.append(repr(g))
    await asyncio.sleep(0)
    log.append(g.cancel())
    try: await g
    except asyncio.CancelledError as e: log.append(repr(e))
    log.append((t.cancelled(), g.cancelled(), g.done()))
    t = asyncio.create_task(ok('never', 10))
    g = asyncio.gather(t)
    await asyncio.sleep(0)
    t.cancel('inner')
    try: await g
    except asyncio.CancelledError as e: log.append(repr(e))
    log.append((g.cancelled(), g.done()))
    async def outer():
        await asyncio.gather(ok('q', 10), ok('w', 10))
    o = asyncio.create_task(outer())
    await asyncio.sleep(0)
    o.cancel('om')
    try: await o
    except asyncio.CancelledError as e: log.append(repr(e))

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
# 2
# 3
# [1, 2, 3]
# []
# 1
# 3
# ['1', 'ValueError(2)', '3']
# ValueError('b')
# a
# dup
# ['dup', 'dup']
# x
# ['done', 'x']
# <_GatheringFuture pending>
# True
# CancelledError()
# (True, False, True)
# CancelledError('inner')
# (False, True)
# CancelledError('om')
# ('result', None)
