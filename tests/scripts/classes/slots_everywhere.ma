# __slots__: members, inheritance, __dict__ beside them, caches, __class__.
class A:
    __slots__ = ('x', 'y')
    def __init__(self, x=0): self.x = x
    def get(self): return self.x
a = A(1)
def read(o): return o.x
def write(o, v): o.x = v
def ready(o): return o.y
for i in range(3): print(read(a), a.get()); write(a, i)
for o in [A(1), A(2)]:
    try: print(ready(o))
    except AttributeError as e: print(e)
    o.y = 5; print(ready(o)); del o.y
    try: print(ready(o))
    except AttributeError as e: print(e)
class B(A):
    __slots__ = ('z',)
b = B(3); b.z = 1; b.y = 2; print(b.x, b.y, b.z, b.get())
class C(B): pass
c = C(4); c.free = 1; c.z = 2; print(c.__dict__, c.x, c.z, read(c)); c.__dict__['other'] = 3; print(c.other, c.x, c.z); c.__dict__ = {}; print(c.x, c.__dict__)
for i in range(20): setattr(c, f'a{i}', i)
print(c.a19, c.x, len(c.__dict__)); del c.a3; print(c.x, c.z, c.a4)
class D(A):
    __slots__ = ('x',)
d = D(7); print(d.x, A.x.__get__(d) if 0 else 'shadow')
try: print(A.x.__get__(d))
except AttributeError as e: print(e)
class M:
    __slots__ = ()
    def hi(self): return 'hi'
class E(M, A): __slots__ = ('w',)
e = E(1); e.w = 2; print(e.hi(), e.x, e.w)
try: e.nope = 1
except AttributeError as er: print(er)
class F(A):
    __slots__ = ('p', '__dict__')
f = F(1); f.p = 2; f.q = 3; print(f.__dict__, f.p)
class G:
    __slots__ = {'a': 'doc of a'}
print(G.a.__doc__)
class H:
    __slots__ = ['v']
    def __setattr__(self, k, v): object.__setattr__(self, k, v * 2)
    def __getattr__(self, k): return 'missing ' + k
h = H(); print(h.v, h.q); h.v = 4; print(h.v)
class P:
    __slots__ = ('_v',)
    @property
    def v(self): return self._v
    @v.setter
    def v(self, x): self._v = x
p = P(); p.v = 3; print(p.v, [s for s in P.__dict__ if not s.startswith('__')])
import copy
q = copy.copy(b); print(q.x, q.z, q is b); q2 = copy.deepcopy(b); print(q2.y)
s = {A(1): 'k'}; print(len(s), hasattr(a, '__dict__'), hasattr(a, 'y'))
class Many: __slots__ = tuple(f'm{i}' for i in range(100))
m = Many()
for i in range(100): setattr(m, f'm{i}', i)
print(m.m99, sum(getattr(m, f'm{i}') for i in range(100)))
class Node:
    __slots__ = 'val', 'next'
    def __init__(self, v, n=None): self.val, self.next = v, n
n = None
for i in range(1000): n = Node(i, n)
t = 0
while n: t += n.val; n = n.next
print(t)
try:
    class Bad(A): __slots__ = ('x'); x = 1
except ValueError as er: print(er)
class Ex(Exception):
    __slots__ = ('code',)
try:
    er = Ex('m'); er.code = 5; raise er
except Ex as z: print(z, z.code)
class Tp(tuple): __slots__ = ()
print(Tp([1, 2]), hasattr(Tp(), '__dict__'))
A.x.__set__(a, 99); print(a.x, type(A.x), A.__dict__['x'] is A.x); A.x.__delete__(a)
try: a.x
except AttributeError as er: print(er)
del A.y
try: a.y
except AttributeError as er: print(er)
try: a.y = 1
except AttributeError as er: print(er)
A.y = 'class value'; print(a.y)
try: a.y = 2
except AttributeError as er: print(er)
o1 = A(1)
class A2:
    __slots__ = ('x', 'y')
try: o1.__class__ = A2
except TypeError as er: print(er)
import gc
big = [B(i) for i in range(20000)]
for k in big: k.z = [k.x]
del big[::2]; gc.collect(); print(sum(k.z[0] for k in big))
# expect-output:
# 1 1
# 0 0
# 1 1
# 'A' object has no attribute 'y'
# 5
# 'A' object has no attribute 'y'
# 'A' object has no attribute 'y'
# 5
# 'A' object has no attribute 'y'
# 3 2 1 3
# {'free': 1} 4 2 4
# 3 4 2
# 4 {}
# 19 4 20
# 4 2 4
# 7 shadow
# 'D' object has no attribute 'x'
# hi 1 2
# 'E' object has no attribute 'nope' and no __dict__ for setting new attributes
# {'q': 3} 2
# None
# missing v missing q
# 8
# 3 ['v', '_v']
# 3 1 False
# 2
# 1 False False
# 99 4950
# 499500
# 'x' in __slots__ conflicts with class variable
# m 5
# (1, 2) False
# 99 <class 'member_descriptor'> True
# 'A' object has no attribute 'x'
# 'A' object has no attribute 'y'
# 'A' object has no attribute 'y' and no __dict__ for setting new attributes
# class value
# 'A' object attribute 'y' is read-only
# 100000000
