# gather nested deep: order, states and texts are those of CPython 3.13.
import asyncio
FILE = __file__
log = []

async def leaf():
    try: await asyncio.sleep(100)
    except asyncio.CancelledError: log.append('leaf'); raise
async def nest(n):
    if n == 0: return await leaf()
    return await asyncio.gather(nest(n - 1))
async def main():
    t = asyncio.create_task(nest(15))
    for i in range(60): await asyncio.sleep(0)
    log.append(t.cancel())
    try: await t
    except asyncio.CancelledError: log.append('top')
    log.append(len(asyncio.all_tasks()))

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
# leaf
# top
# 1
# ('result', None)

# also on the model
