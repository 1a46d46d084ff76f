# Generators as coroutines: states, errors, priming decorator.
def simple():
    print('-> started'); x = yield; print('-> received:', x)
c = simple(); next(c)
try: c.send(42)
except StopIteration: print('SI')
def coro2(a):
    print('a', a); b = yield a; print('b', b); c = yield a + b; print('c', c)
from inspect import getgeneratorstate
g = coro2(14); print(getgeneratorstate(g)); print(next(g)); print(getgeneratorstate(g)); print(g.send(28))
try: g.send(99)
except StopIteration: pass
print(getgeneratorstate(g))
class DemoException(Exception): pass
def demo():
    print('started')
    try:
        while True:
            try: x = yield
            except DemoException: print('*** DemoException handled')
            else: print('received', x)
    finally: print('ending')
g = demo(); next(g); g.send(1); g.throw(DemoException); print(getgeneratorstate(g))
try: g.throw(ZeroDivisionError)
except ZeroDivisionError as e: print(repr(e))
print(getgeneratorstate(g))
def chain(*its):
    for i in its: yield from i
print(list(chain('ABC', (1, 2))))
from functools import wraps
def coroutine(f):
    @wraps(f)
    def primer(*a, **k): g = f(*a, **k); next(g); return g
    return primer
@coroutine
def avg():
    t = n = 0; a = None
    while True: x = yield a; t += x; n += 1; a = t / n
g = avg(); print(g.send(10), g.send(30), avg.__name__)
try: g.send('spam')
except TypeError as e: print(e)
# expect-output:
# -> started
# -> received: 42
# SI
# GEN_CREATED
# a 14
# 14
# GEN_SUSPENDED
# b 28
# 42
# c 99
# GEN_CLOSED
# started
# received 1
# *** DemoException handled
# GEN_SUSPENDED
# ending
# ZeroDivisionError()
# GEN_CLOSED
# ['A', 'B', 'C', 1, 2]
# 10.0 20.0 avg
# unsupported operand type(s) for +=: 'int' and 'str'
