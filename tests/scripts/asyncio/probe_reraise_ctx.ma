# reraise ctx: order, states and texts are those of CPython 3.13.
import asyncio
FILE = __file__
log = []

async def bad(): raise ValueError('inner')
async def main():
    try:
        try: raise KeyError('first')
        except KeyError: await asyncio.create_task(bad())
    except ValueError as e: log.append((repr(e), repr(e.__context__)))
    try:
        try: raise KeyError('first')
        except KeyError: await bad()
    except ValueError as e: log.append((repr(e), repr(e.__context__)))
    async def c():
        try: raise KeyError('k')
        except KeyError:
            await asyncio.sleep(0)
            raise
    try: await c()
    except KeyError as e: log.append((repr(e), repr(e.__context__)))
    async def two():
        try: await asyncio.sleep(10)
        except asyncio.CancelledError: raise RuntimeError('conv')
    t = asyncio.create_task(two()); await asyncio.sleep(0); t.cancel()
    try: await t
    except RuntimeError as e: log.append((repr(e), repr(e.__context__)))
    import sys
    async def h():
        try: raise KeyError('h')
        except KeyError:
            await asyncio.sleep(0); log.append(repr(sys.exc_info()[1])); await asyncio.sleep(0); log.append(repr(sys.exception()))
    async def o():
        for i in range(3): await asyncio.sleep(0); log.append(repr(sys.exception()))
    await asyncio.gather(h(), o())

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
# ("ValueError('inner')", "KeyError('first')")
# ("ValueError('inner')", "KeyError('first')")
# ("KeyError('k')", 'None')
# ("RuntimeError('conv')", 'CancelledError()')
# KeyError('h')
# None
# KeyError('h')
# None
# None
# ('result', None)

# also on the model
