# order1: order, states and texts are those of CPython 3.13.
import asyncio
FILE = __file__
log = []

async def a(n):
    for i in range(3):
        log.append(f'{n}{i}')
        await asyncio.sleep(0)
async def main():
    loop = asyncio.get_running_loop()
    ts = [asyncio.create_task(a(x)) for x in 'abc']
    loop.call_soon(log.append, 'soon')
    ts[0].add_done_callback(lambda t: log.append('cbA'))
    ts[1].add_done_callback(lambda t: log.append('cbB'))
    await ts[2]
    log.append('main')
    await asyncio.sleep(0)

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
# a0
# b0
# c0
# soon
# a1
# b1
# c1
# a2
# b2
# c2
# cbA
# cbB
# main
# ('result', None)

# also on the model
