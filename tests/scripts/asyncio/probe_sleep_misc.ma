# sleep misc: order, states and texts are those of CPython 3.13.
import asyncio
FILE = __file__
log = []

def t(c):
    return c
async def main():
    log.append(await asyncio.sleep(0, 'z')); log.append(await asyncio.sleep(0.001, 'y')); log.append(await asyncio.sleep(-1, 'n')); log.append(await asyncio.sleep(True, 'b') if False else 'skip')
    for bad in ('x', None, float('nan'), [1]):
        try: await asyncio.sleep(bad)
        except Exception as e: log.append((type(e).__name__, str(e)))
    c = asyncio.sleep(1); log.append(repr(c).split(' at')[0]); log.append((c.__name__, c.__qualname__)); c.close()
    c = asyncio.sleep(0); log.append(c.send(None)); 
    try: c.send(None)
    except StopIteration as e: log.append(e.value)
    t = asyncio.create_task(asyncio.sleep(0.001, 'st')); log.append(await t)
    t = asyncio.create_task(asyncio.sleep(float('inf'))); await asyncio.sleep(0.001); t.cancel()
    try: await t
    except asyncio.CancelledError: log.append('inf c')

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
# z
# y
# n
# skip
# ('TypeError', "'<=' not supported between instances of 'str' and 'int'")
# ('TypeError', "'<=' not supported between instances of 'NoneType' and 'int'")
# ('ValueError', 'Invalid delay: NaN (not a number)')
# ('TypeError', "'<=' not supported between instances of 'list' and 'int'")
# <coroutine object sleep
# ('sleep', 'sleep')
# None
# None
# st
# inf c
# ('result', None)

# also on the model
