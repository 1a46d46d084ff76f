# deep await: order, states and texts are those of CPython 3.13.
import asyncio
FILE = __file__
log = []

async def d(n):
    if n == 0:
        await asyncio.sleep(0); return 'bottom'
    return await d(n - 1)
async def dx(n):
    if n == 0:
        await asyncio.sleep(10)
    try: await dx(n - 1)
    finally: cnt[0] += 1
cnt = [0]
async def main():
    log.append(await d(300))
    t = asyncio.create_task(dx(300)); await asyncio.sleep(0); t.cancel()
    try: await t
    except asyncio.CancelledError: log.append(cnt[0])

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
# bottom
# 300
# ('result', None)

# also on the model
