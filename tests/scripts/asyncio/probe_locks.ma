# locks: order, states and texts are those of CPython 3.13.
import asyncio
FILE = __file__
log = []

async def main():
    l = asyncio.Lock()
    async def u(n):
        async with l:
            log.append(n); await asyncio.sleep(0); log.append(n + '!')
    await asyncio.gather(*[u(x) for x in 'abc'])
    e = asyncio.Event()
    async def w(n): await e.wait(); log.append('e' + n)
    ts = [asyncio.create_task(w(x)) for x in 'abc']; await asyncio.sleep(0); ts[1].cancel(); e.set(); e.clear(); await asyncio.sleep(0); await asyncio.sleep(0); log.append(ts[1].cancelled())
    s = asyncio.Semaphore(2)
    async def su(n):
        async with s: log.append('s' + n); await asyncio.sleep(0)
    await asyncio.gather(*[su(x) for x in 'abcde'])
    c = asyncio.Condition()
    async def cw(n):
        async with c: await c.wait(); log.append('c' + n)
    ts = [asyncio.create_task(cw(x)) for x in 'abc']; await asyncio.sleep(0)
    async with c: c.notify(2)
    await asyncio.sleep(0.001); log.append([t.done() for t in ts])
    async with c: c.notify_all()
    await asyncio.gather(*ts)
    await l.acquire(); t = asyncio.create_task(l.acquire()); t2 = asyncio.create_task(l.acquire()); await asyncio.sleep(0); l.release(); t.cancel(); await asyncio.wait([t, t2]); log.append((t.cancelled(), t2.done()))

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
# a
# a!
# b
# b!
# c
# c!
# ea
# ec
# True
# sa
# sb
# sc
# sd
# se
# ca
# cb
# [True, True, False]
# cc
# (True, True)
# ('result', None)
