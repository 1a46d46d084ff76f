# coro misuse: order, states and texts are those of CPython 3.13.
import asyncio
FILE = __file__
log = []

async def b():
    await asyncio.sleep(0); return 1
async def main():
    c = b(); t1 = asyncio.create_task(c); t2 = asyncio.create_task(c)
    r = await asyncio.gather(t1, t2, return_exceptions=True); log.append([repr(x) for x in r])
    try: await c
    except RuntimeError as e: log.append(str(e))
    c = b(); await c
    try: await c
    except RuntimeError as e: log.append(str(e))
    t = asyncio.create_task(c)
    try: await t
    except RuntimeError as e: log.append(str(e))
    for bad in (5, 'x', main, None, [1]):
        try: await bad
        except TypeError as e: log.append(str(e))
    c = b(); 
    try: c.send(5)
    except TypeError as e: log.append(str(e))
    c.close()

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
# ["RuntimeError('cannot reuse already awaited coroutine')", '1']
# cannot reuse already awaited coroutine
# cannot reuse already awaited coroutine
# cannot reuse already awaited coroutine
# object int can't be used in 'await' expression
# object str can't be used in 'await' expression
# object function can't be used in 'await' expression
# object NoneType can't be used in 'await' expression
# object list can't be used in 'await' expression
# can't send non-None value to a just-started coroutine
# ('result', None)

# also on the model
