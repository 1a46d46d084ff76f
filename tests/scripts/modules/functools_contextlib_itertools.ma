# contextlib, functools, itertools, collections in use.
import functools, itertools, contextlib, collections, operator
@contextlib.contextmanager
def cm(x):
    print('in', x)
    try: yield x * 2
    except ValueError as e: print('caught', e)
    finally: print('out', x)
with cm(1) as v: print(v)
with cm(2): raise ValueError('v')
try:
    with cm(3): raise KeyError('k')
except KeyError as e: print(repr(e))
@cm(4)
def deco(): print('deco'); return 'r'
print(deco())
@contextlib.contextmanager
def noyield():
    if 0: yield
try:
    with noyield(): pass
except RuntimeError as e: print(e)
@contextlib.contextmanager
def twice(): yield 1; yield 2
try:
    with twice(): pass
except RuntimeError as e: print(e)
@contextlib.contextmanager
def swallow():
    try: yield
    except: pass
with swallow(): raise OSError
with contextlib.suppress(KeyError, IndexError): {}['a']
with contextlib.ExitStack() as st:
    a = st.enter_context(cm('a')); st.callback(print, 'cb', k=1) if 0 else st.callback(print, 'cb'); b = st.enter_context(cm('b')); st.push(lambda *a: print('push', a[0]))
class Cl:
    def close(self): print('closed')
with contextlib.closing(Cl()): pass
with contextlib.nullcontext(5) as n: print(n)
import io
buf = io.StringIO()
with contextlib.redirect_stdout(buf): print('captured')
print(repr(buf.getvalue()))
@functools.lru_cache(maxsize=None)
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(80), fib.cache_info()); fib.cache_clear(); print(fib.cache_info())
@functools.cache
def c2(x): print('calc', x); return x
c2(1); c2(1); c2(1.0)
try: c2([])
except TypeError as e: print(e)
@functools.lru_cache(2)
def l2(x): print('l', x); return x
for i in (1, 2, 1, 3, 2, 1): l2(i)
print(l2.cache_info())
def dec(f):
    @functools.wraps(f)
    def w(*a, **k): return f(*a, **k)
    return w
@dec
def named(): "docs"
print(named.__name__, named.__doc__, named.__wrapped__.__name__)
p = functools.partial(int, base=2); print(p('101'), p.func, p.args, p.keywords, repr(functools.partial(print, 1, sep='-')))
print(functools.reduce(operator.add, [1, 2, 3]), functools.reduce(lambda a, b: a * b, [], 5))
try: functools.reduce(operator.add, [])
except TypeError as e: print(e)
@functools.total_ordering
class T:
    def __init__(s, v): s.v = v
    def __eq__(s, o): return s.v == o.v
    def __lt__(s, o): return s.v < o.v
print(T(1) <= T(2), T(2) > T(1), T(1) >= T(1))
@functools.singledispatch
def sd(x): return 'obj'
@sd.register
def _(x: int): return 'int'
@sd.register(list)
def _(x): return 'list'
print(sd(1), sd([]), sd('a'), sd(True))
class CP:
    @functools.cached_property
    def v(self): print('once'); return 5
c = CP(); print(c.v, c.v, c.__dict__)
class SM:
    @functools.singledispatchmethod
    def m(self, x): return 'd'
    @m.register
    def _(self, x: str): return 's'
print(SM().m(1), SM().m('a'))
class PM:
    def cell(self, a, b): return a, b
    part = functools.partialmethod(cell, 1)
print(PM().part(2), sorted(['b', 'A'], key=functools.cmp_to_key(lambda a, b: (a > b) - (a < b))))
print(list(itertools.chain([1], 'ab')), list(itertools.chain.from_iterable([[1], [2]])), list(itertools.combinations('abc', 2)), list(itertools.permutations([1, 2, 3], 2)), list(itertools.product('ab', repeat=2)), list(itertools.groupby('aabbc')).__len__(), [(k, list(g)) for k, g in itertools.groupby([1, 1, 2], key=lambda x: x % 2)], list(itertools.accumulate([1, 2, 3])), list(itertools.accumulate([1, 2, 3], operator.mul, initial=2)), list(itertools.takewhile(lambda x: x < 3, range(9))), list(itertools.dropwhile(lambda x: x < 3, range(5))), list(itertools.zip_longest('ab', 'c', fillvalue='-')), list(itertools.starmap(pow, [(2, 3)])), list(itertools.compress('abc', [1, 0, 1])), list(itertools.islice(itertools.count(5, 2), 3)), list(itertools.islice(itertools.cycle('ab'), 5)), list(itertools.repeat(1, 2)), list(itertools.pairwise('abc')), [list(x) for x in itertools.tee([1, 2])], list(itertools.filterfalse(None, [0, 1])), list(itertools.batched('abcde', 2)), list(itertools.combinations_with_replacement('ab', 2)))
dd = collections.defaultdict(list); dd['a'].append(1); print(dd, dict(dd)); print(collections.Counter('hello').most_common(2), collections.Counter(a=1) + collections.Counter(a=2, b=1), collections.Counter('ab') - collections.Counter('a'))
od = collections.OrderedDict([('a', 1), ('b', 2)]); od.move_to_end('a'); print(od, od.popitem(last=False))
dq = collections.deque([1, 2, 3], maxlen=3); dq.append(4); dq.appendleft(0); dq.rotate(1); print(dq, dq[0], list(reversed(dq)))
cm2 = collections.ChainMap({'a': 1}, {'a': 2, 'b': 3}); print(cm2['a'], cm2['b'], dict(cm2))
print(operator.itemgetter(1, 0)('ab'), operator.attrgetter('real')(5), operator.methodcaller('upper')('a'))
# expect-output:
# in 1
# 2
# out 1
# in 2
# caught v
# out 2
# in 3
# out 3
# KeyError('k')
# in 4
# deco
# out 4
# r
# generator didn't yield
# generator didn't stop
# in a
# in b
# push None
# out b
# cb
# out a
# closed
# 5
# 'captured\n'
# 23416728348467685 CacheInfo(hits=78, misses=81, maxsize=None, currsize=81)
# CacheInfo(hits=0, misses=0, maxsize=None, currsize=0)
# calc 1
# calc 1.0
# unhashable type: 'list'
# l 1
# l 2
# l 3
# l 2
# l 1
# CacheInfo(hits=1, misses=5, maxsize=2, currsize=2)
# named docs named
# 5 <class 'int'> () {'base': 2} functools.partial(<built-in function print>, 1, sep='-')
# 6 5
# reduce() of empty iterable with no initial value
# True True True
# int list obj int
# once
# 5 5 {'v': 5}
# d s
# (1, 2) ['A', 'b']
# [1, 'a', 'b'] [1, 2] [('a', 'b'), ('a', 'c'), ('b', 'c')] [(1, 2), (1, 3), (2, 1), (2, 3), (3, 1), (3, 2)] [('a', 'a'), ('a', 'b'), ('b', 'a'), ('b', 'b')] 3 [(1, [1, 1]), (0, [2])] [1, 3, 6] [2, 2, 4, 12] [0, 1, 2] [3, 4] [('a', 'c'), ('b', '-')] [8] ['a', 'c'] [5, 7, 9] ['a', 'b', 'a', 'b', 'a'] [1, 1] [('a', 'b'), ('b', 'c')] [[1, 2], [1, 2]] [0] [('a', 'b'), ('c', 'd'), ('e',)] [('a', 'a'), ('a', 'b'), ('b', 'b')]
# defaultdict(<class 'list'>, {'a': [1]}) {'a': [1]}
# [('l', 2), ('h', 1)] Counter({'a': 3, 'b': 1}) Counter({'b': 1})
# OrderedDict({'a': 1}) ('b', 2)
# deque([3, 0, 2], maxlen=3) 3 [2, 0, 3]
# 1 3 {'a': 1, 'b': 3}
# ('b', 'a') 5 A
