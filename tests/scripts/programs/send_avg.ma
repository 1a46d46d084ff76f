from functools import wraps
from collections import namedtuple

Result = namedtuple('Result', 'count average')


def coroutine(func):
    """预激装饰器"""
    @wraps(func)
    def primer(*args, **kwargs):
        gen = func(*args, **kwargs)
        next(gen)
        return gen
    return primer


@coroutine
def averager():
    "running average"
    total = 0.0
    count = 0
    average = None
    while True:
        term = yield average
        total += term
        count += 1
        average = total / count


def averager2():
    total = 0.0
    count = 0
    average = None
    while True:
        term = yield
        if term is None:
            break
        total += term
        count += 1
        average = total / count
    return Result(count, average)


def grouper(results, key):
    while True:
        results[key] = yield from averager2()


def report(results):
    for key, result in sorted(results.items()):
        group, unit = key.split(';')
        print('{:2} {:5} averaging {:.2f}{}'.format(result.count, group, result.average, unit))


data = {
    'girls;kg': [40.9, 38.5, 44.3, 42.2, 45.2, 41.7, 44.5, 38.0, 40.6, 44.5],
    'girls;m': [1.6, 1.51, 1.4, 1.3, 1.41, 1.39, 1.33, 1.46, 1.45, 1.43],
    'boys;kg': [39.0, 40.8, 43.2, 40.8, 43.1, 38.6, 41.4, 40.6, 36.3],
    'boys;m': [1.38, 1.5, 1.32, 1.25, 1.37, 1.48, 1.25, 1.49, 1.46],
}

avg = averager()
print(averager.__name__, averager.__doc__)
for x in (10, 30, 5):
    print(avg.send(x))
try:
    avg.send('spam')
except TypeError as e:
    print('TypeError', e)
try:
    avg.send(60)
except StopIteration as e:
    print('stopped', e.value)

results = {}
for key, values in data.items():
    group = grouper(results, key)
    next(group)
    for value in values:
        group.send(value)
    group.send(None)
report(results)

a = averager2()
next(a)
a.send(10)
try:
    a.send(None)
except StopIteration as exc:
    print(exc.value)


class DemoException(Exception):
    """An exception type for the demonstration."""


def demo_exc_handling():
    print('-> coroutine started')
    try:
        while True:
            try:
                x = yield
            except DemoException:
                print('*** DemoException handled. Continuing...')
            else:
                print('-> coroutine received: {!r}'.format(x))
    finally:
        print('-> coroutine ending')


from inspect import getgeneratorstate
exc_coro = demo_exc_handling()
print(getgeneratorstate(exc_coro))
next(exc_coro)
exc_coro.send(11)
exc_coro.throw(DemoException)
print(getgeneratorstate(exc_coro))
try:
    exc_coro.throw(ZeroDivisionError)
except ZeroDivisionError:
    print('zero')
print(getgeneratorstate(exc_coro))
# expect-output:
# averager running average
# 10.0
# 20.0
# 15.0
# TypeError unsupported operand type(s) for +=: 'float' and 'str'
# stopped None
#  9 boys  averaging 40.42kg
#  9 boys  averaging 1.39m
# 10 girls averaging 42.04kg
# 10 girls averaging 1.43m
# Result(count=1, average=10.0)
# GEN_CREATED
# -> coroutine started
# -> coroutine received: 11
# *** DemoException handled. Continuing...
# GEN_SUSPENDED
# -> coroutine ending
# zero
# GEN_CLOSED
