# functools at its edges.
import functools, operator
@functools.lru_cache(maxsize=2)
def f(x): print('calc', x); return x * 2
print(f(1), f(1), f(2), f(3), f(1), f.cache_info()); f.cache_clear(); print(f.cache_info(), f.__wrapped__(5), f.cache_parameters())
@functools.cache
def fib(n): return n if n < 2 else fib(n-1) + fib(n-2)
print(fib(80), fib.cache_info())
p = functools.partial(print, 'a', sep='-'); p('b', 'c'); p('d', sep='+'); print(p.func, p.args, p.keywords)
print(functools.reduce(operator.add, [1,2,3], 10), functools.reduce(lambda a, b: a*b, range(1, 6)))
try: functools.reduce(operator.add, [])
except TypeError as e: print(e)
@functools.total_ordering
class T:
    def __init__(s, v): s.v = v
    def __eq__(s, o): return s.v == o.v
    def __lt__(s, o): return s.v < o.v
print(T(1) <= T(1), T(2) > T(1), T(1) >= T(2))
@functools.singledispatch
def sd(x): return 'obj'
@sd.register
def _(x: int): return 'int'
@sd.register(str)
def _(x): return 'str'
@sd.register(list)
@sd.register(tuple)
def _(x): return 'seq'
print(sd(1), sd('a'), sd([]), sd(()), sd(1.5), sd(True), sd.dispatch(bool)(1))
class M:
    @functools.singledispatchmethod
    def m(self, x): return 'd'
    @m.register
    def _(self, x: int): return 'i'
    @functools.cached_property
    def cp(self): print('once'); return 42
    pm = functools.partialmethod(lambda self, a, b: (a, b), 1)
m = M(); print(m.m(1), m.m('s'), m.cp, m.cp, m.pm(2), m.__dict__)
def deco(fn):
    @functools.wraps(fn)
    def w(*a, **k): return fn(*a, **k)
    return w
@deco
def doc(a): "the doc"; return a
print(doc.__name__, doc.__doc__, doc.__wrapped__(3), doc.__qualname__)
print(sorted([3,1,2], key=functools.cmp_to_key(lambda a, b: b - a)))
print(functools.partial(functools.partial(max, 1), 2)(3), repr(functools.partial(int, base=2)))
try: f([])
except TypeError as e: print(e)
@functools.lru_cache(typed=True)
def ty(x): return type(x).__name__
print(ty(1), ty(1.0), ty(True), ty.cache_info())
@functools.lru_cache
def kw(a, b=2, *c, **d): return a, b, c, d
print(kw(1), kw(1, b=2), kw(1, 2, 3, x=4), kw.cache_info().misses)
class Neg:
    def __lt__(self, o): return NotImplemented
    def __eq__(self, o): return True
    __hash__ = None
NT = functools.total_ordering(Neg)
try: NT() >= NT()
except TypeError as e: print(e)

# expect-output:
# calc 1
# calc 2
# calc 3
# calc 1
# 2 2 4 6 2 CacheInfo(hits=1, misses=4, maxsize=2, currsize=2)
# calc 5
# CacheInfo(hits=0, misses=0, maxsize=2, currsize=0) 10 {'maxsize': 2, 'typed': False}
# 23416728348467685 CacheInfo(hits=78, misses=81, maxsize=None, currsize=81)
# a-b-c
# a+d
# <built-in function print> ('a',) {'sep': '-'}
# 16 120
# reduce() of empty iterable with no initial value
# True True False
# int str seq seq obj int int
# once
# i d 42 42 (1, 2) {'cp': 42}
# doc the doc 3 doc
# [3, 2, 1]
# 3 functools.partial(<class 'int'>, base=2)
# unhashable type: 'list'
# int float bool CacheInfo(hits=0, misses=3, maxsize=128, currsize=3)
# (1, 2, (), {}) (1, 2, (), {}) (1, 2, (3,), {'x': 4}) 3
# '>=' not supported between instances of 'Neg' and 'Neg'
