# miniasync only: written for Python 3.4 to 3.10
import asyncio


@asyncio.coroutine
def slow_operation(n):
    yield from asyncio.sleep(0.01 * n)
    print('slow', n)
    return n * 10


@asyncio.coroutine
def plain(x):
    return x + 1


@asyncio.coroutine
def main():
    r = yield from slow_operation(1)
    print(r)
    print((yield from plain(1)))
    tasks = [asyncio.ensure_future(slow_operation(i)) for i in (2, 1)]
    res = yield from asyncio.gather(*tasks)
    print(res)
    done, pending = yield from asyncio.wait([asyncio.ensure_future(slow_operation(1))], timeout=1)
    print(len(done), len(pending))
    fut = asyncio.get_event_loop().create_future()
    asyncio.get_event_loop().call_later(0.01, fut.set_result, 'F')
    print((yield from fut))
    try:
        yield from asyncio.wait_for(slow_operation(100), 0.01)
    except asyncio.TimeoutError:
        print('timeout')
    for f in asyncio.as_completed([slow_operation(2), slow_operation(1)]):
        v = yield from f
        print('completed', v)
    with (yield from aw_cm()) as v:
        print(v)


class CM:
    def __enter__(self):
        return 'cm'

    def __exit__(self, *a):
        print('exit')


@asyncio.coroutine
def aw_cm():
    yield
    return CM()


async def modern():
    return await slow_operation(0)

loop = asyncio.get_event_loop()
loop.run_until_complete(main())
print(loop.run_until_complete(modern()))
print(asyncio.iscoroutinefunction(main), asyncio.iscoroutinefunction(modern))
loop.close()
# expect-output:
# slow 1
# 10
# 2
# slow 1
# slow 2
# [20, 10]
# slow 1
# 1 0
# F
# timeout
# slow 1
# completed 10
# slow 2
# completed 20
# cm
# exit
# slow 0
# 0
# True True
