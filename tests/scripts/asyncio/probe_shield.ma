# shield: order, states and texts are those of CPython 3.13.
import asyncio
FILE = __file__
log = []

async def w():
    await asyncio.sleep(0.01); log.append('w done'); return 'w'
async def main():
    t = asyncio.create_task(w())
    async def s(): return await asyncio.shield(t)
    o = asyncio.create_task(s())
    await asyncio.sleep(0)
    o.cancel()
    try: await o
    except asyncio.CancelledError: log.append('outer c')
    log.append(await t)
    t = asyncio.create_task(w())
    sh = asyncio.shield(t)
    await asyncio.sleep(0)
    t.cancel()
    try: await sh
    except asyncio.CancelledError: log.append(('inner c', sh.cancelled()))
    try: await asyncio.wait_for(asyncio.shield(w()), 0.001)
    except TimeoutError: log.append('to')
    await asyncio.sleep(0.02)

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
# outer c
# w done
# w
# ('inner c', True)
# to
# w done
# ('result', None)
