# wait: order, states and texts are those of CPython 3.13.
import asyncio
FILE = __file__
log = []

async def w(d, v=None):
    await asyncio.sleep(d)
    if v: raise v
    return d
async def main():
    a, b, c = [asyncio.create_task(x) for x in (w(0), w(0.01, ValueError()), w(5))]
    d, p = await asyncio.wait([a, b, c], return_when=asyncio.FIRST_COMPLETED)
    log.append((d == {a}, p == {b, c}))
    d, p = await asyncio.wait([a, b, c], return_when=asyncio.FIRST_EXCEPTION)
    log.append((d == {a, b}, p == {c}))
    d, p = await asyncio.wait([c], timeout=0.01)
    log.append((d, p == {c}))
    c.cancel()
    d, p = await asyncio.wait([c]); log.append((d == {c}, p, c.cancelled()))
    b.exception()
    for bad in ((lambda: asyncio.wait(a)), (lambda: asyncio.wait([])), (lambda: asyncio.wait([a], return_when=5)), (lambda: asyncio.wait([w(0)]))):
        try: await bad()
        except Exception as e: log.append((type(e).__name__, str(e)))

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
# (True, True)
# (True, True)
# (set(), True)
# (True, set(), True)
# ('TypeError', 'expect a list of futures, not Task')
# ('ValueError', 'Set of Tasks/Futures is empty.')
# ('ValueError', 'Invalid return_when value: 5')
# ('TypeError', 'Passing coroutines is forbidden, use tasks explicitly.')
# ('result', None)
