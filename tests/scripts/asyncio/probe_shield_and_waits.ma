# shield, as_completed, wait, gather at their edges.
# not under stress
import asyncio
async def work(n):
    try: await asyncio.sleep(0.02); print('work done', n); return n
    except asyncio.CancelledError: print('work cancelled', n); raise
async def main():
    t = asyncio.create_task(work(1))
    s = asyncio.shield(t)
    await asyncio.sleep(0); s.cancel()
    try: await s
    except asyncio.CancelledError: print('shield cancelled', t.done())
    print(await t)
    async def caller(): return await asyncio.shield(work(2))
    c = asyncio.create_task(caller()); await asyncio.sleep(0.001); c.cancel()
    try: await c
    except asyncio.CancelledError: print('caller cancelled')
    await asyncio.sleep(0.05)
    async def f(): raise ValueError('inner')
    try: await asyncio.shield(f())
    except ValueError as e: print(e)
    inner = asyncio.create_task(work(3)); sh = asyncio.shield(inner); await asyncio.sleep(0); inner.cancel()
    try: await sh
    except asyncio.CancelledError: print('inner cancelled', sh.cancelled())
    fut = asyncio.get_running_loop().create_future(); fut.set_result(5)
    print(await asyncio.shield(fut), asyncio.shield(fut) is fut)
    try: asyncio.shield(3)
    except TypeError as e: print(e)
    for i, f in enumerate(asyncio.as_completed([work(10), asyncio.sleep(0.001, 'fast'), asyncio.sleep(0.05, 'slow')])):
        print(await f)
    try:
        for f in asyncio.as_completed([asyncio.sleep(1), asyncio.sleep(0.001, 'q')], timeout=0.3): print(await f)
    except TimeoutError as e: print(repr(e))
    ts = [asyncio.create_task(asyncio.sleep(d, d)) for d in (0.02, 0.001)]
    async for t in asyncio.as_completed(ts): print(t in ts, t.result())
    done, pend = await asyncio.wait([asyncio.create_task(asyncio.sleep(d, d)) for d in (0.001, 0.1)], return_when=asyncio.FIRST_COMPLETED)
    print(len(done), len(pend)); [p.cancel() for p in pend]
    async def err(): raise KeyError('e')
    done, pend = await asyncio.wait([asyncio.create_task(err()), asyncio.create_task(asyncio.sleep(0.1))], return_when=asyncio.FIRST_EXCEPTION)
    print(len(done), len(pend), [repr(d.exception()) for d in done])
    done, pend = await asyncio.wait({asyncio.create_task(asyncio.sleep(1))}, timeout=0.001); print(len(done), len(pend))
    r = await asyncio.gather(asyncio.sleep(0.01, 1), err(), asyncio.sleep(0, 3), return_exceptions=True); print(r)
    try: await asyncio.gather(asyncio.sleep(0.01, 1), err())
    except KeyError as e: print(repr(e))
    print(await asyncio.gather())
    same = asyncio.create_task(asyncio.sleep(0, 's')); print(await asyncio.gather(same, same))
    g = asyncio.gather(asyncio.sleep(1), asyncio.sleep(1)); await asyncio.sleep(0); g.cancel()
    try: await g
    except asyncio.CancelledError: print('g cancelled', g.cancelled(), g.done())
asyncio.run(main())

# expect-output:
# shield cancelled False
# work done 1
# 1
# caller cancelled
# work done 2
# inner
# work cancelled 3
# inner cancelled True
# 5 True
# An asyncio.Future, a coroutine or an awaitable is required
# fast
# work done 10
# 10
# slow
# q
# TimeoutError()
# True 0.001
# True 0.02
# 1 1
# 1 1 ["KeyError('e')"]
# 0 1
# [1, KeyError('e'), 3]
# KeyError('e')
# []
# ['s', 's']
# g cancelled False True
