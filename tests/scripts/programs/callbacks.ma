import asyncio
import functools


def on_done(label, fut):
    print(label, fut.result() if not fut.cancelled() and not fut.exception() else 'failed', fut.done())


async def compute(x):
    await asyncio.sleep(0)
    if x < 0:
        raise ValueError('negative')
    return x * x


def periodic(loop, n, stop):
    print('tick', n)
    if n:
        loop.call_later(0.002, periodic, loop, n - 1, stop)
    else:
        stop.set_result('stopped')


async def main():
    loop = asyncio.get_running_loop()
    for v in (3, -1):
        t = asyncio.create_task(compute(v))
        t.add_done_callback(functools.partial(on_done, f'v={v}'))
        try:
            print(await t)
        except ValueError as e:
            print(e)
    loop.call_soon(print, 'soon 1')
    loop.call_soon(print, 'soon 2')
    h = loop.call_soon(print, 'never')
    h.cancel()
    loop.call_later(0.01, print, 'later')
    loop.call_at(loop.time() + 0.005, print, 'at')
    h2 = loop.call_later(0.003, print, 'never')
    h2.cancel()
    print(h.cancelled(), h2.cancelled(), h2.when() > 0, str(h2)[:28])
    await asyncio.sleep(0.02)
    stop = loop.create_future()
    periodic(loop, 2, stop)
    print(await stop)
    f = loop.create_future()
    f.add_done_callback(lambda f: print('1', f.result()))
    cb = lambda f: print('2')
    f.add_done_callback(cb)
    f.add_done_callback(cb)
    print(f.remove_done_callback(cb))
    f.set_result('R')
    print('set')
    await f
    print('awaited')
    await asyncio.sleep(0)
    try:
        f.set_result(1)
    except asyncio.InvalidStateError as e:
        print(repr(e))
    g = asyncio.Future()
    for m in ('result', 'exception'):
        try:
            getattr(g, m)()
        except asyncio.InvalidStateError as e:
            print(e)
    g.cancel()
    print(g, g.cancelled())


asyncio.run(main())
# expect-output:
# v=3 9 True
# 9
# v=-1 failed True
# negative
# True True True <TimerHandle cancelled when=
# soon 1
# soon 2
# at
# later
# tick 2
# tick 1
# tick 0
# stopped
# 2
# set
# awaited
# 1 R
# InvalidStateError('invalid state')
# Result is not set.
# Exception is not set.
# <Future cancelled> True
