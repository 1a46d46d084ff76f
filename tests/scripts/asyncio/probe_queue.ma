# queue: order, states and texts are those of CPython 3.13.
import asyncio
FILE = __file__
log = []

async def main():
    q = asyncio.Queue(2)
    async def prod():
        for i in range(6):
            await q.put(i); log.append(f'p{i}')
    async def cons(n):
        while True:
            i = await q.get(); log.append(f'{n}{i}'); q.task_done()
    ps = asyncio.create_task(prod()); cs = [asyncio.create_task(cons(x)) for x in 'ab']
    await ps; await q.join(); log.append('joined')
    for c in cs: c.cancel()
    await asyncio.gather(*cs, return_exceptions=True)
    try: q.get_nowait()
    except asyncio.QueueEmpty as e: log.append(repr(e))
    await q.put(1); await q.put(2)
    try: q.put_nowait(3)
    except asyncio.QueueFull as e: log.append(repr(e))
    log.append((q.qsize(), q.full(), q.empty()))

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
# p0
# p1
# a0
# a1
# p2
# p3
# a2
# a3
# p4
# p5
# a4
# a5
# joined
# QueueEmpty()
# QueueFull()
# (2, True, False)
# ('result', None)
