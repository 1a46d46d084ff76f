# miniasync only: written for Python 3.4 to 3.10
import asyncio


class Countdown:
    def __init__(self, n):
        self.n = n

    async def __aiter__(self):
        return self


@asyncio.coroutine
def display_date(loop, n):
    end = loop.time() + n
    k = 0
    while True:
        k += 1
        if loop.time() + 0.004 >= end:
            break
        yield from asyncio.sleep(0.004)
    return k > 1


def hello_world(loop):
    print('Hello World')
    loop.stop()


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
loop.call_soon(hello_world, loop)
loop.run_forever()
print(loop.run_until_complete(display_date(loop, 0.02)))


async def factorial(name, number):
    f = 1
    for i in range(2, number + 1):
        print(f'Task {name}: Compute factorial({i})...')
        await asyncio.sleep(0.002)
        f *= i
    print(f'Task {name}: factorial({number}) = {f}')
    return f


loop.run_until_complete(asyncio.gather(factorial('A', 2), factorial('B', 3), factorial('C', 4)))


async def slow_operation(future):
    await asyncio.sleep(0.001)
    future.set_result('Future is done!')


def got_result(future):
    print(future.result())
    loop.stop()


future = loop.create_future()
asyncio.ensure_future(slow_operation(future), loop=loop)
future.add_done_callback(got_result)
try:
    loop.run_forever()
finally:
    loop.close()


@asyncio.coroutine
def compute(x, y):
    print('Compute %s + %s ...' % (x, y))
    yield from asyncio.sleep(0.001)
    return x + y


@asyncio.coroutine
def print_sum(x, y):
    result = yield from compute(x, y)
    print('%s + %s = %s' % (x, y, result))


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
loop.run_until_complete(print_sum(1, 2))
try:
    asyncio.wait_for
    loop.run_until_complete(asyncio.wait_for(asyncio.sleep(5), 0.01))
except asyncio.TimeoutError:
    print('timeout')
async def acq():
    lock = asyncio.Lock()
    async with lock:
        return lock.locked()
print(loop.run_until_complete(acq()))
loop.close()
# expect-output:
# Hello World
# True
# Task A: Compute factorial(2)...
# Task B: Compute factorial(2)...
# Task C: Compute factorial(2)...
# Task A: factorial(2) = 2
# Task B: Compute factorial(3)...
# Task C: Compute factorial(3)...
# Task B: factorial(3) = 6
# Task C: Compute factorial(4)...
# Task C: factorial(4) = 24
# Future is done!
# Compute 1 + 2 ...
# 1 + 2 = 3
# timeout
# True
