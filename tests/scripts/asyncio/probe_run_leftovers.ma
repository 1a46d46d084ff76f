# run leftovers: order, states and texts are those of CPython 3.13.
import asyncio
FILE = __file__
log = []

async def left(n, d):
    try: await asyncio.sleep(10)
    except asyncio.CancelledError: log.append(f'{n} cancelled'); await asyncio.sleep(d); log.append(f'{n} cleaned'); raise
async def main():
    keep.append(asyncio.create_task(left('a', 0))); await asyncio.sleep(0)
    return 'r'
keep = []

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
# a cancelled
# a cleaned
# ('result', 'r')

# also on the model
