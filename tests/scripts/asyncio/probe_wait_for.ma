# wait for: order, states and texts are those of CPython 3.13.
import asyncio
FILE = __file__
log = []

async def slow(n):
    try:
        await asyncio.sleep(n); return 'slow'
    except asyncio.CancelledError:
        log.append('cancelled'); raise
async def stub(): 
    try: await asyncio.sleep(10)
    except asyncio.CancelledError: return 'stubborn'
async def main():
    log.append(await asyncio.wait_for(slow(0), 1))
    try: await asyncio.wait_for(slow(5), 0.01)
    except TimeoutError as e: log.append((repr(e), repr(e.__cause__)))
    log.append(await asyncio.wait_for(stub(), 0.01))
    for to in (0, -1):
        try: await asyncio.wait_for(slow(0), to)
        except TimeoutError as e: log.append(repr(e))
    f = asyncio.get_running_loop().create_future(); f.set_result(9)
    log.append(await asyncio.wait_for(f, 0)); log.append(await asyncio.wait_for(f, None))
    t = asyncio.create_task(slow(5))
    w = asyncio.create_task(asyncio.wait_for(t, 5))
    await asyncio.sleep(0.001)
    w.cancel()
    try: await w
    except asyncio.CancelledError: log.append(('w', t.cancelled()))

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
# slow
# cancelled
# ('TimeoutError()', 'CancelledError()')
# stubborn
# TimeoutError()
# TimeoutError()
# 9
# 9
# cancelled
# ('w', True)
# ('result', None)

# also on the model
