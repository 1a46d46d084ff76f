# base exc in task: order, states and texts are those of CPython 3.13.
import asyncio
FILE = __file__
log = []

class B(BaseException): pass
async def b(): raise B('b')
async def g(): raise GeneratorExit('g')
async def s():
    raise StopIteration('s')
async def sa():
    raise StopAsyncIteration('s')
async def main():
    for c in (b, g, s, sa):
        t = asyncio.create_task(c())
        try:
            await t
        except BaseException as e:
            log.append((repr(e), repr(e.__cause__)))

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
# ("B('b')", 'None')
# ("GeneratorExit('g')", 'None')
# ("RuntimeError('coroutine raised StopIteration')", "StopIteration('s')")
# ("StopAsyncIteration('s')", 'None')
# ('result', None)

# also on the model
