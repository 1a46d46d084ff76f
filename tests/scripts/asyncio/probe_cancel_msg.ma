# cancel msg: order, states and texts are those of CPython 3.13.
import asyncio
FILE = __file__
log = []

async def b():
    await asyncio.sleep(10)
async def main():
    for pre in (0, 1):
        t = asyncio.create_task(b())
        if pre: await asyncio.sleep(0)
        t.cancel('why')
        try:
            await t
        except asyncio.CancelledError as e:
            log.append(e.args)
        try:
            t.result()
        except asyncio.CancelledError as e:
            log.append(e.args)
        try:
            t.exception()
        except asyncio.CancelledError as e:
            log.append(e.args)
    f = asyncio.Future()
    f.cancel('fmsg')
    for i in range(2):
        try:
            f.result()
        except asyncio.CancelledError as e:
            log.append(e.args)

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
# ('why',)
# ()
# ()
# ('why',)
# ()
# ()
# ('fmsg',)
# ('fmsg',)
# ('result', None)

# also on the model
