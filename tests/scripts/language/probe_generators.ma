# Generators at their edges: throw, close, delegation, leaks.
def g():
    try:
        x = yield 1
        print('got', x)
        yield 2
    except ValueError as e:
        print('ve', e); yield 'caught'
    finally:
        print('fin')
a = g(); print(next(a)); print(a.send('hi')); print(a.throw(ValueError('z')))
try: next(a)
except StopIteration as e: print('stop', e.value)
def h():
    r = yield from sub()
    print('r', r)
    return r * 2
def sub():
    try:
        v = yield 's'
        return v
    except GeneratorExit:
        print('ge'); raise
b = h(); next(b)
try: b.send(21)
except StopIteration as e: print(e.value)
c = h(); next(c); print(c.close())
def ret():
    try: yield 1
    except GeneratorExit: return 'closed-val'
d = ret(); next(d); print(d.close())
def bad():
    try: yield
    except GeneratorExit: yield 5
e = bad(); next(e)
try: e.close()
except RuntimeError as x: print(x)
def leak():
    next(iter([])); yield
try: next(leak())
except RuntimeError as x: print(x, type(x.__cause__))
def rec(n):
    if n: yield n; yield from rec(n-1)
print(list(rec(5)))
gi = (i*j for i in range(3) for j in range(i))
print(gi.gi_running, gi.gi_frame is None, list(gi), gi.gi_frame)
def deleg():
    yield from [1,2]
    yield from 'ab'
    x = yield from iter(lambda: 1, 1)
    print('x', x)
print(list(deleg()))
try: next(deleg().throw(KeyError('k')))
except KeyError as k: print(repr(k))
f = deleg(); next(f)
try: f.send(3)
except AttributeError as x: print(x)
try: f.throw(TypeError)
except TypeError as x: print(repr(x))
print(list(zip(*[iter(range(7))]*2)))
try:
    g1=g(); g1.send(1)
except TypeError as x: print(x)
def selfref():
    yield next(me)
me = selfref()
try: next(me)
except ValueError as x: print(x)
try: g().throw('x')
except TypeError as x: print(x)
try: g().throw(ValueError, 'txt')
except ValueError as x: print(x)

# expect-output:
# 1
# got hi
# 2
# ve z
# caught
# fin
# stop None
# r 21
# 42
# ge
# None
# closed-val
# generator ignored GeneratorExit
# generator raised StopIteration <class 'StopIteration'>
# [5, 4, 3, 2, 1]
# False False [0, 0, 2] None
# x None
# [1, 2, 'a', 'b']
# KeyError('k')
# 'list_iterator' object has no attribute 'send'
# TypeError()
# [(0, 1), (2, 3), (4, 5)]
# can't send non-None value to a just-started generator
# generator already executing
# exceptions must be classes or instances deriving from BaseException, not str
# txt
