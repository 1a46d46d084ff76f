# Small asyncio programs whose order of events is fixed.
# not under stress
import asyncio, sys
log = []
class Tracker:
    def __init__(s, n): s.n = n
    async def __aenter__(s): log.append('+' + s.n); await asyncio.sleep(0); return s
    async def __aexit__(s, t, e, tb): log.append('-' + s.n + (t.__name__ if t else '')); await asyncio.sleep(0)
async def worker(q, n, out):
    while True:
        item = await q.get()
        try:
            if item is None: return
            async with Tracker(f'{n}{item}'): out.append((n, item))
            if item == 3: raise ValueError(item)
        except ValueError as e: out.append(('err', e.args))
        finally: q.task_done()
async def main():
    q = asyncio.Queue(); out = []
    ws = [asyncio.create_task(worker(q, i, out)) for i in range(2)]
    for i in range(5): await q.put(i)
    await q.join()
    for _ in ws: await q.put(None)
    await asyncio.gather(*ws); print(out, log)
    async def pipeline(src):
        async for x in src:
            if x % 2: yield x * 10
    async def src(n):
        for i in range(n): await asyncio.sleep(0); yield i
    print([x async for x in pipeline(pipeline(src(5)))], [x async for x in pipeline(src(6))])
    ev = asyncio.Event(); r = []
    async def waiter(n):
        try:
            async with asyncio.timeout(0.01 * n): await ev.wait(); r.append(('ok', n))
        except TimeoutError: r.append(('to', n))
    ts = [asyncio.create_task(waiter(i)) for i in (0, 1, 5)]
    await asyncio.sleep(0.03); ev.set(); await asyncio.gather(*ts); print(sorted(r))
    sem = asyncio.Semaphore(1); order = []
    async def u(n, hold):
        async with sem: order.append(n); await asyncio.sleep(hold)
    a = asyncio.create_task(u('a', 0.005)); b = asyncio.create_task(u('b', 0)); c = asyncio.create_task(u('c', 0)); await asyncio.sleep(0); b.cancel(); d = asyncio.create_task(u('d', 0)); await asyncio.gather(a, b, c, d, return_exceptions=True); print(order)
    results = []
    async def rec(n):
        if n == 0: return 1
        l, r_ = await asyncio.gather(rec(n - 1), rec(n - 1)); return l + r_
    print(await rec(6))
    async def chain(n): return n if n == 0 else await chain(n - 1)
    print(await chain(300))
    f = asyncio.get_running_loop().create_future()
    async def ww(n): v = await f; results.append((n, v))
    ts = [asyncio.create_task(ww(i)) for i in range(3)]; await asyncio.sleep(0); f.set_result('v'); results.append('set'); await asyncio.gather(*ts); print(results)
    t1 = asyncio.create_task(asyncio.sleep(0.001)); t1.add_done_callback(lambda t: results.append('cb')); await t1; results.append('aft'); await asyncio.sleep(0); print(results[-2:])
    def cb_raise(t): raise RuntimeError('in cb')
    asyncio.get_running_loop().set_exception_handler(lambda l, c: print('EH', c.get('message')[:22], repr(c.get('exception'))))
    t3 = asyncio.create_task(asyncio.sleep(0)); t3.add_done_callback(cb_raise); await t3; await asyncio.sleep(0)
    async def unret(): raise ValueError('never')
    asyncio.create_task(unret()); await asyncio.sleep(0); await asyncio.sleep(0); import gc; gc.collect(); await asyncio.sleep(0)
    async with asyncio.TaskGroup() as tg:
        rs = [tg.create_task(asyncio.sleep(0.001 * (3 - i), i)) for i in range(3)]
    print([x.result() for x in rs])
    try:
        async with asyncio.timeout(0.005):
            async with asyncio.TaskGroup() as tg:
                tg.create_task(asyncio.sleep(1))
    except TimeoutError: print('tg timeout')
    try:
        async with asyncio.TaskGroup() as tg:
            async with asyncio.timeout(0.005): await asyncio.sleep(1)
    except* TimeoutError as e: print('inside', repr(e))
asyncio.run(main())

# expect-output:
# [(0, 0), (1, 1), (0, 2), (1, 3), ('err', (3,)), (0, 4)] ['+00', '+11', '-00', '-11', '+02', '+13', '-02', '-13', '+04', '-04']
# [] [10, 30, 50]
# [('ok', 5), ('to', 0), ('to', 1)]
# ['a', 'c', 'd']
# 64
# 0
# ['set', (0, 'v'), (1, 'v'), (2, 'v')]
# ['cb', 'aft']
# EH Exception in callback  RuntimeError('in cb')
# EH Task exception was nev ValueError('never')
# [0, 1, 2]
# tg timeout
# inside ExceptionGroup('unhandled errors in a TaskGroup', [TimeoutError()])
