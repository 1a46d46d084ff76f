# callbacks: order, states and texts are those of CPython 3.13.
import asyncio
FILE = __file__
log = []

async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    def cb(x): log.append(('cb', x is f))
    def cb2(x): log.append('cb2'); f.add_done_callback(lambda y: log.append('late'))
    f.add_done_callback(cb); f.add_done_callback(cb2); f.add_done_callback(cb)
    log.append(f.remove_done_callback(cb)); log.append(f.remove_done_callback(cb))
    f.add_done_callback(cb)
    f.set_result(1)
    log.append(f.remove_done_callback(cb))
    await asyncio.sleep(0)
    log.append('1')
    await asyncio.sleep(0)
    log.append('2')

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
# 2
# 0
# 0
# cb2
# ('cb', True)
# 1
# late
# 2
# ('result', None)

# also on the model
