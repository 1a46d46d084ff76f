# What asyncio refuses, and in which words.
# not under stress
import asyncio
async def main():
    loop = asyncio.get_running_loop()
    try: loop.run_until_complete(asyncio.sleep(0))
    except RuntimeError as e: print(e)
    try: asyncio.run(c := asyncio.sleep(0))
    except RuntimeError as e: print(e); c.close()
    try: await 5
    except TypeError as e: print(e)
    try: await asyncio.gather(5)
    except TypeError as e: print(e)
    try: asyncio.create_task(5)
    except TypeError as e: print(e)
    try: await asyncio.wait([])
    except ValueError as e: print(e)
    try: await asyncio.wait([c := asyncio.sleep(0)])
    except TypeError as e: print(e); c.close()
    try: asyncio.ensure_future(3)
    except TypeError as e: print(e)
    f = loop.create_future()
    for m in ('result', 'exception'):
        try: getattr(f, m)()
        except asyncio.InvalidStateError as e: print(e)
    f.set_exception(ValueError); print(repr(f.exception()))
    try: f.set_result(1)
    except asyncio.InvalidStateError as e: print(e)
    f = loop.create_future()
    try: f.set_exception(StopIteration())
    except Exception as e: print(type(e), e)
    try: await f
    except RuntimeError as e: print(e, repr(e.__cause__))
    f = loop.create_future()
    try: f.set_exception(5)
    except TypeError as e: print(e)
    f = loop.create_future(); f.set_result(1); print(await f, await f, f)
    co = asyncio.sleep(0, 'once'); await co
    try: await co
    except RuntimeError as e: print(e)
    async def bad():
        class Y:
            def __await__(self): yield 5
        await Y()
    try: await asyncio.create_task(bad())
    except RuntimeError as e: print(e)
    class NA:
        def __await__(self): return 5
    try: await NA()
    except TypeError as e: print(e)
    class AW:
        def __await__(self):
            x = yield from asyncio.sleep(0, 'aw').__await__()
            return x
    print(await AW(), await asyncio.gather(AW(), AW()))
    async def ret(): return await asyncio.gather(*[asyncio.sleep(0.001 * (3 - i), i) for i in range(3)])
    print(await ret())
    t = asyncio.create_task(ret(), name='nm'); print(t.get_name(), t.done()); t.set_name(5); print(t.get_name()); await t
    print(asyncio.iscoroutine(c := ret()), asyncio.iscoroutinefunction(ret), asyncio.isfuture(t)); c.close()
    try: t.set_result(1)
    except RuntimeError as e: print(e)
    async def raiser(): raise KeyError('x')
    t = asyncio.create_task(raiser()); await asyncio.wait([t]); print(repr(t.exception()), t.done(), t.cancelled())
    try: t.result()
    except KeyError as e: print(repr(e))
    async def stopit(): raise StopIteration(5)
    try: await stopit()
    except RuntimeError as e: print(e)
    async def w(): return await t2
    t2 = asyncio.create_task(w())
    try: await t2
    except RuntimeError as e: print(str(e).split('<')[0])
    lk = asyncio.Lock()
    async with lk:
        try: await asyncio.wait_for(lk.acquire(), 0.001)
        except TimeoutError: print('lock to')
    print(lk.locked())
    try:
        with lk: pass
    except TypeError as e: print(e)
    try:
        async with 5: pass
    except TypeError as e: print(e)
    try:
        async for x in [1]: pass
    except TypeError as e: print(e)
    try:
        for x in agen(): pass
    except TypeError as e: print(e)
    try: [x async for x in range(3)]
    except TypeError as e: print(e)
    try: print(sum(x async for x in agen()))
    except TypeError as e: print(e)
    print([await asyncio.sleep(0, i) for i in range(3)], {i async for i in agen()}, [x async for x in agen() if await asyncio.sleep(0, x)], [await z for z in [asyncio.sleep(0, 'q')]])
    g = (x async for x in agen()); print(type(g).__name__, [v async for v in g])
    class AI:
        def __init__(s): s.i = 0
        def __aiter__(s): return s
        async def __anext__(s):
            s.i += 1
            if s.i > 3: raise StopAsyncIteration
            return s.i
    print([i async for i in AI()], await anext(AI()), await anext(aiter(AI())))
    async for i in AI():
        if i == 2: continue
        print(i)
    else: print('aelse')
    try: aiter(5)
    except TypeError as e: print(e)
    try: anext(5)
    except TypeError as e: print(e)
    class CM:
        async def __aenter__(s): print('ae'); return s
        async def __aexit__(s, *e): print('ax', e[0]); return True
    async with CM() as c, CM(): raise ValueError('s')
    print('swallowed')
async def agen():
    for i in range(3): yield i; await asyncio.sleep(0)
asyncio.run(main())
try: asyncio.run(5)
except ValueError as e: print(e)
try: asyncio.run(main)
except ValueError as e: print(str(e)[:40])
try: asyncio.get_running_loop()
except RuntimeError as e: print(e)
try: asyncio.create_task(c := agen().__anext__())
except (RuntimeError, TypeError) as e: print(e)
loop = asyncio.new_event_loop()
print(loop.run_until_complete(asyncio.sleep(0, 'ruc')), loop.is_running(), loop.is_closed())
loop.call_later(0.001, loop.stop); loop.run_forever(); loop.close(); print(loop.is_closed())
try: loop.call_soon(print)
except RuntimeError as e: print(e)
try: loop.run_until_complete(c := asyncio.sleep(0))
except RuntimeError as e: print(e); c.close()

# expect-output:
# This event loop is already running
# asyncio.run() cannot be called from a running event loop
# object int can't be used in 'await' expression
# An asyncio.Future, a coroutine or an awaitable is required
# a coroutine was expected, got 5
# Set of Tasks/Futures is empty.
# Passing coroutines is forbidden, use tasks explicitly.
# An asyncio.Future, a coroutine or an awaitable is required
# Result is not set.
# Exception is not set.
# ValueError()
# invalid state
# StopIteration interacts badly with generators and cannot be raised into a Future StopIteration()
# invalid exception object
# 1 1 <Future finished result=1>
# cannot reuse already awaited coroutine
# Task got bad yield: 5
# __await__() returned non-iterator of type 'int'
# aw ['aw', 'aw']
# [0, 1, 2]
# nm False
# 5
# True True True
# Task does not support set_result operation
# KeyError('x') True False
# KeyError('x')
# coroutine raised StopIteration
# Task cannot await on itself: 
# lock to
# False
# 'Lock' object does not support the context manager protocol
# 'int' object does not support the asynchronous context manager protocol
# 'async for' requires an object with __aiter__ method, got list
# 'async_generator' object is not iterable
# 'async for' requires an object with __aiter__ method, got range
# 'async_generator' object is not iterable
# [0, 1, 2] {0, 1, 2} [1, 2] ['q']
# async_generator [0, 1, 2]
# [1, 2, 3] 1 1
# 1
# 3
# aelse
# 'int' object is not an async iterable
# 'int' object is not an async iterator
# ae
# ae
# ax <class 'ValueError'>
# ax None
# swallowed
# a coroutine was expected, got 5
# a coroutine was expected, got <function 
# no running event loop
# no running event loop
# ruc False False
# True
# Event loop is closed
# Event loop is closed
