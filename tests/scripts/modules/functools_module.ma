# lru_cache, partial, reduce, wraps, cached_property, singledispatch, total_ordering.
from functools import *
@lru_cache(maxsize=2)
def f(x): print('calc', x); return x * 2
print(f(1), f(1), f(2), f(3), f(1), f.cache_info())
f.cache_clear(); print(f.cache_info())
@cache
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(90))
p = partial(int, base=2); print(p('101'), p.func, p.args, p.keywords, partial(print, 1, sep='-'))
print(reduce(lambda a, b: a * b, [1, 2, 3, 4]), reduce(lambda a, b: a + b, [], 'init'))
try:
    reduce(lambda a, b: a, [])
except TypeError as e:
    print(e)
def deco(g):
    @wraps(g)
    def w(*a): return g(*a)
    return w
@deco
def named(): "doc"
print(named.__name__, named.__doc__, named.__wrapped__.__name__)
class C:
    n = 0
    @cached_property
    def v(self): C.n += 1; return C.n
c = C(); print(c.v, c.v, C().v)
@singledispatch
def g(x): return 'object'
@g.register
def _(x: int): return 'int'
@g.register(list)
def _(x): return 'list'
print(g('s'), g(1), g(True), g([]))
@total_ordering
class V:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return self.v == o.v
    def __lt__(self, o): return self.v < o.v
print(V(1) <= V(1), V(2) > V(1), V(1) >= V(2), sorted([3, 1], key=cmp_to_key(lambda a, b: a - b)))
# expect-output:
# calc 1
# calc 2
# calc 3
# calc 1
# 2 2 4 6 2 CacheInfo(hits=1, misses=4, maxsize=2, currsize=2)
# CacheInfo(hits=0, misses=0, maxsize=2, currsize=0)
# 2880067194370816120
# 5 <class 'int'> () {'base': 2} functools.partial(<built-in function print>, 1, sep='-')
# 24 init
# reduce() of empty iterable with no initial value
# named doc named
# 1 1 2
# object int int list
# True True False [1, 3]
