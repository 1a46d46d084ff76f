# fut multi waiters: order, states and texts are those of CPython 3.13.
import asyncio
FILE = __file__
log = []

async def w(f, n):
    log.append((n, await f))
async def main():
    f = asyncio.get_running_loop().create_future()
    ts = [asyncio.create_task(w(f, i)) for i in range(5)]
    await asyncio.sleep(0)
    f.add_done_callback(lambda f: log.append('cb'))
    f.set_result('v')
    log.append('set')
    await asyncio.sleep(0)
    log.append('after1')
    await asyncio.gather(*ts)

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
# set
# (0, 'v')
# (1, 'v')
# (2, 'v')
# (3, 'v')
# (4, 'v')
# cb
# after1
# ('result', None)

# also on the model
