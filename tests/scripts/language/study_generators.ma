# Many small checks; CPython prints the same.
def t(f, *a, **k):
    try: print(repr(f(*a, **k)))
    except BaseException as e: print(type(e).__name__, e)
def g():
    try:
        x = yield 1
        print('got', x)
        y = yield x
        print('got', y)
    except ValueError as e:
        print('caught', e); yield 'recovered'
    except GeneratorExit:
        print('exit'); raise
    finally: print('fin')
    return 'ret'
a = g(); print(next(a), a.send(5)); t(lambda: a.throw(ValueError('v'))); t(lambda: next(a)); t(lambda: next(a))
a = g(); t(lambda: a.send(3)); next(a); a.close(); a.close(); t(lambda: next(a)); t(lambda: a.throw(KeyError('k')))
a = g(); t(lambda: a.throw(KeyError('unstarted'))); t(lambda: next(a))
def retclose():
    try: yield 1
    except GeneratorExit: return 'closed value'
a = retclose(); next(a); t(a.close)
def stop(): 
    yield 1
    raise StopIteration('x')
a = stop(); next(a); t(lambda: next(a))
try: list(stop())
except RuntimeError as e: print(repr(e.__cause__), e.__cause__ is e.__context__)
def nested_next(): 
    yield next(iter([]))
t(lambda: list(nested_next()))
t(lambda: list(next(iter([])) for _ in [1]))
def sub():
    try:
        r = yield 's1'; print('sub got', r)
        r = yield 's2'
    except KeyError as e: print('sub caught', e); return 'sub-exc'
    finally: print('sub fin')
    return 'sub-ret'
def outer():
    r = yield from sub(); print('outer r', r)
    r = yield from [1, 2]; print('list r', r)
    return 'out'
a = outer(); print(next(a), a.send('q'), a.send(None)); print(list(a))
a = outer(); next(a); t(lambda: a.throw(KeyError('kk'))); t(lambda: a.send('to list')); 
a = outer(); next(a); a.close()
a = outer(); next(a); t(lambda: a.throw(TypeError('tt')))
class It:
    def __iter__(self): return self
    def __init__(s): s.n = 0
    def __next__(s):
        s.n += 1
        if s.n > 3: raise StopIteration('itret')
        return s.n
    def throw(s, *a): print('throw', a); return 'thrown'
    def close(s): print('it close')
    def send(s, v): print('send', v); return 'sent'
def yf(): r = yield from It(); print('r', r)
a = yf(); print(next(a), a.send(4), a.throw(ValueError('z'))); a.close()
print(list(yf()))
def yfbad(): yield from 5
t(lambda: list(yfbad()))
class NoThrow:
    def __iter__(s): return s
    def __next__(s): return 1
def yf2(): yield from NoThrow()
a = yf2(); next(a); t(lambda: a.throw(ValueError('direct'))); 
a = yf2(); next(a); t(lambda: a.send(5))
def rec(): 
    yield next(me)
me = rec(); t(lambda: next(me))
import types
print(isinstance(me, types.GeneratorType), rec().gi_frame is not None, rec().gi_running, rec().gi_yieldfrom, rec.__code__.co_flags & 32)
a = outer(); next(a); print(a.gi_yieldfrom.__name__, a.__name__, a.__qualname__, repr(a)[:24]); a.__name__ = 'nn'; print(a.__name__)
gi = (x for x in [1]); print(gi.__name__, gi.__qualname__, repr(gi)[:30])
t(lambda: g().throw()); t(lambda: g().throw(5)); t(lambda: g().throw(ValueError))
def fib():
    a, b = 0, 1
    while 1: yield a; a, b = b, a + b
from itertools import islice, takewhile
print(list(islice(fib(), 10)), list(takewhile(lambda x: x < 30, fib())), dict(zip('abc', fib())))
def deleg(n):
    if n: yield n; yield from deleg(n - 1); yield -n
print(list(deleg(4)))
def w():
    with open('/dev/null') as f:
        yield 1
    print('closed', f.closed)
list(w())
def swallow():
    for i in range(3):
        try: yield i
        except Exception as e: print('sw', type(e).__name__)
s = swallow(); next(s); print(s.throw(IndexError)); print(s.throw(IndexError())); t(lambda: s.throw(IndexError()))
def fin_yield():
    try: yield 1
    finally: yield 2
f = fin_yield(); next(f); t(f.close)
def order():
    print('start'); 
    for x in (print('eval'), 1)[1:]: yield x
o = order(); print('created'); next(o)
ge = (print('inner', i) for i in (print('outer') or range(2))); print('made'); next(ge)
t(lambda: (x for x in 5)); 
t(lambda: next(5)); t(lambda: next([])); t(lambda: iter(5)); print(next(iter([]), 'dflt')); t(lambda: iter(5, 5)); print(list(iter(iter([1, 2, 0, 4]).__next__, 0)))
def ctx():
    try: raise KeyError('a')
    except KeyError:
        yield 1
        raise ValueError('b')
c = ctx(); next(c)
try: next(c)
except ValueError as e: print(repr(e.__context__))
def exc_state():
    import sys
    try: raise KeyError('in gen')
    except KeyError: yield sys.exc_info()[0]
    yield sys.exc_info()[0]
try: raise OSError
except OSError:
    e = exc_state(); print(next(e), next(e))
# expect-output:
# got 5
# 1 5
# caught v
# 'recovered'
# fin
# StopIteration ret
# StopIteration 
# TypeError can't send non-None value to a just-started generator
# exit
# fin
# StopIteration 
# KeyError 'k'
# KeyError 'unstarted'
# StopIteration 
# 'closed value'
# RuntimeError generator raised StopIteration
# StopIteration('x') True
# RuntimeError generator raised StopIteration
# RuntimeError generator raised StopIteration
# sub got q
# sub fin
# outer r sub-ret
# s1 s2 1
# list r None
# [2]
# sub caught 'kk'
# sub fin
# outer r sub-exc
# 1
# AttributeError 'list_iterator' object has no attribute 'send'
# sub fin
# sub fin
# TypeError tt
# send 4
# throw (ValueError('z'),)
# 1 sent thrown
# it close
# r itret
# [1, 2, 3]
# TypeError 'int' object is not iterable
# ValueError direct
# AttributeError 'NoThrow' object has no attribute 'send'
# ValueError generator already executing
# True True False None 32
# sub outer outer <generator object outer 
# nn
# <genexpr> <genexpr> <generator object <genexpr> at
# TypeError throw expected at least 1 argument, got 0
# TypeError exceptions must be classes or instances deriving from BaseException, not int
# ValueError 
# [0, 1, 1, 2, 3, 5, 8, 13, 21, 34] [0, 1, 1, 2, 3, 5, 8, 13, 21] {'a': 0, 'b': 1, 'c': 1}
# [4, 3, 2, 1, -1, -2, -3, -4]
# closed True
# sw IndexError
# 1
# sw IndexError
# 2
# sw IndexError
# StopIteration 
# RuntimeError generator ignored GeneratorExit
# created
# start
# eval
# outer
# made
# inner 0
# TypeError 'int' object is not iterable
# TypeError 'int' object is not an iterator
# TypeError 'list' object is not an iterator
# TypeError 'int' object is not iterable
# dflt
# TypeError iter(v, w): v must be callable
# [1, 2]
# KeyError('a')
# <class 'KeyError'> <class 'OSError'>
# sub fin
