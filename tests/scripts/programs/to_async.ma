import asyncio
import time
import inspect
import types


@types.coroutine
def switch():
    got = yield
    return got


async def two():
    a = await switch()
    b = await switch()
    return a, b


c = two()
c.send(None)
c.send(1)
try:
    c.send(2)
except StopIteration as e:
    print(e.value)
print(inspect.iscoroutine(c), inspect.isawaitable(c), inspect.iscoroutinefunction(two), inspect.isgeneratorfunction(switch),
      inspect.getcoroutinestate(c), inspect.isasyncgenfunction(two))
try:
    c.send(None)
except RuntimeError as e:
    print(e)
c2 = two()
try:
    c2.send('x')
except TypeError as e:
    print(e)
print(inspect.getcoroutinestate(c2))
c2.close()


class Countdown:
    def __init__(self, n):
        self.n = n

    def __await__(self):
        while self.n:
            print('T-', self.n)
            self.n -= 1
            yield
        return 'liftoff'


async def main():
    print(await Countdown(3))
    for bad in (lambda: 1, lambda: [1], lambda: two, lambda: (x for x in 'a')):
        try:
            await bad()
        except TypeError as e:
            print(e)


asyncio.run(main())
sig = inspect.signature(lambda a, b=1, *args, c, **kw: 0)
print(sig, list(sig.parameters))
# expect-output:
# (1, 2)
# True True True True CORO_CLOSED False
# cannot reuse already awaited coroutine
# can't send non-None value to a just-started coroutine
# CORO_CREATED
# T- 3
# T- 2
# T- 1
# liftoff
# object int can't be used in 'await' expression
# object list can't be used in 'await' expression
# object function can't be used in 'await' expression
# object generator can't be used in 'await' expression
# (a, b=1, *args, c, **kw) ['a', 'b', 'args', 'c', 'kw']

# also on the model
