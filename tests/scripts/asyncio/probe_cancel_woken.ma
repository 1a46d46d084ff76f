# cancel woken: order, states and texts are those of CPython 3.13.
import asyncio
FILE = __file__
log = []

async def b(f):
    try:
        return await f
    except asyncio.CancelledError:
        log.append('C')
        raise
async def main():
    f = asyncio.get_running_loop().create_future()
    t = asyncio.create_task(b(f))
    await asyncio.sleep(0)
    f.set_result('value')
    log.append(t.cancel())
    log.append(repr(f))
    try:
        await t
    except asyncio.CancelledError as e:
        log.append(repr(e))
    f = asyncio.get_running_loop().create_future()
    t = asyncio.create_task(b(f))
    await asyncio.sleep(0)
    f.set_exception(KeyError('k'))
    t.cancel()
    try:
        await t
    except BaseException as e:
        log.append((repr(e), repr(e.__context__)))
    log.append(repr(f.exception()))

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
# <Future finished result='value'>
# C
# CancelledError()
# C
# ('CancelledError()', 'None')
# KeyError('k')
# ('result', None)
