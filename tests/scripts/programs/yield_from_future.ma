# miniasync only: written for Python 3.4 to 3.10
import asyncio


@asyncio.coroutine
def waiter(fut, name):
    print(name, 'waits')
    try:
        v = yield from fut
        print(name, 'got', v)
        return v
    except Exception as e:
        print(name, 'failed', repr(e))
        return None


def gen_consumer():
    try:
        while True:
            item = yield
            print('item', item)
    except GeneratorExit:
        print('exit')


@asyncio.coroutine
def setter(futs):
    for i, f in enumerate(futs):
        yield from asyncio.sleep(0.002)
        if i == 1:
            f.set_exception(ValueError('第二个'))
        elif i == 2:
            f.cancel()
        else:
            f.set_result(i)


@asyncio.coroutine
def nested(n):
    if n == 0:
        yield from asyncio.sleep(0)
        return 1
    r = yield from nested(n - 1)
    return r * 2


@asyncio.coroutine
def main():
    loop = asyncio.get_event_loop()
    futs = [loop.create_future() for _ in range(3)]
    ts = [loop.create_task(waiter(f, 'w%d' % i)) for i, f in enumerate(futs)]
    loop.create_task(setter(futs))
    r = yield from asyncio.gather(*ts, return_exceptions=True)
    print([type(x).__name__ if isinstance(x, BaseException) else x for x in r])
    r = yield from nested(5)
    print(r)
    lock = asyncio.Lock()
    yield from lock.acquire()
    print(lock.locked())
    lock.release()
    q = asyncio.Queue()
    q.put_nowait(1)
    v = yield from q.get()
    print(v)
    ev = asyncio.Event()
    loop.call_soon(ev.set)
    print((yield from ev.wait()))
    co = nested(1)
    print(asyncio.iscoroutine(co), type(co).__name__)
    yield from co


asyncio.get_event_loop().run_until_complete(main())
g = gen_consumer()
next(g)
g.send('a')
g.close()
# expect-output:
# w0 waits
# w1 waits
# w2 waits
# w0 got 0
# w1 failed ValueError('第二个')
# [0, None, 'CancelledError']
# 32
# True
# 1
# True
# True generator
# item a
# exit
