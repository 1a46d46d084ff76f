# Descriptors, metaclasses, special methods and their refusals.
class D:
    def __set_name__(self, o, n): self.n = n; print('sn', o.__name__, n)
    def __get__(self, i, o): return (self.n, i is None, o.__name__)
    def __set__(self, i, v): print('set', v); i.__dict__[self.n] = v
    def __delete__(self, i): print('del')
class ND:
    def __get__(self, i, o): return 'nd'
class A:
    d = D(); nd = ND()
a = A(); print(A.d, a.d); a.d = 5; del a.d; print(a.__dict__, a.nd); a.nd = 3; print(a.nd, vars(a))
class P:
    def __init__(self): self._x = 1
    @property
    def x(self): "doc"; return self._x
    @x.setter
    def x(self, v): self._x = v
    @x.deleter
    def x(self): del self._x
p = P(); p.x += 5; print(p.x, P.x.__doc__, P.x.fget.__name__); del p.x
try: p.x
except AttributeError as e: print(e)
class RO:
    @property
    def v(self): return 1
for f in (lambda: setattr(RO(), 'v', 1), lambda: delattr(RO(), 'v')):
    try: f()
    except AttributeError as e: print(e)
class Meta(type):
    def __new__(m, n, b, ns, **k): print('new', n, k); return super().__new__(m, n, b, ns)
    def __init__(c, n, b, ns, **k): print('init', n); super().__init__(n, b, ns)
    def __call__(c, *a): print('call', a); return super().__call__(*a)
    @classmethod
    def __prepare__(m, n, b, **k): print('prep', n, k); return {'injected': 1}
    def __getattr__(c, n): return 'meta ' + n
    def __len__(c): return 7
    def __contains__(c, x): return x == 1
    def __iter__(c): return iter('it')
    def __getitem__(c, k): return k
    def __instancecheck__(c, o): return o == 5
    def __subclasscheck__(c, o): return True
class C(metaclass=Meta, kw=1):
    def __init__(self, x): self.x = x
print(C(3).x, C.injected, C.zzz, len(C), 1 in C, list(C), C['k'], isinstance(5, C), isinstance(6, C), issubclass(int, C), type(C).__name__)
class S:
    __slots__ = ('a', 'b')
    def __init__(self): self.a = 1
s = S(); print(s.a)
for f in (lambda: s.b, lambda: setattr(s, 'c', 1), lambda: s.__dict__):
    try: f()
    except AttributeError as e: print(e)
class IS:
    def __init_subclass__(cls, /, tag=None, **k): super().__init_subclass__(**k); cls.tag = tag; print('sub', cls.__name__, tag)
class IS2(IS, tag='t'): pass
try:
    class IS3(IS, other=1): pass
except TypeError as e: print(e)
class GA:
    def __getattribute__(self, n):
        if n == 'z': raise AttributeError('custom')
        return object.__getattribute__(self, n)
    def __getattr__(self, n): return 'ga ' + n
g = GA(); g.q = 1; print(g.q, g.z, g.w)
class Call:
    def __call__(self, *a, **k): return a, k
print(Call()(1, b=2), callable(Call()), callable(Call))
class MRO1: 
    def f(self): return ['1']
class MRO2(MRO1):
    def f(self): return ['2'] + super().f()
class MRO3(MRO1):
    def f(self): return ['3'] + super().f()
class MRO4(MRO2, MRO3):
    def f(self): return ['4'] + super().f()
print(MRO4().f(), [c.__name__ for c in MRO4.__mro__])
try:
    class X(MRO1, MRO2): pass
except TypeError as e: print(e)
class New:
    def __new__(cls, *a): print('new', a); return super().__new__(cls) if a else 5
    def __init__(self, *a): print('init', a)
print(type(New(1)).__name__, New())
print(type('Dyn', (int,), {'double': lambda s: s * 2})(4).double())
class Cls:
    @classmethod
    def c(cls): return cls.__name__
    @staticmethod
    def s(): return 's'
    @classmethod
    @property
    def cp(cls): return 'cp'
print(Cls.c(), Cls().c(), Cls.s(), Cls().s())
class It:
    def __class_getitem__(cls, k): return f'{cls.__name__}[{k}]'
print(It[3])
class Eq:
    def __eq__(self, o): return True
try: hash(Eq())
except TypeError as e: print(e)
class B:
    def __bool__(self): return 5
try: bool(B())
except TypeError as e: print(e)
class L:
    def __len__(self): return -1
try: len(L())
except ValueError as e: print(e)
try: bool(L())
except ValueError as e: print(e)
class R:
    def __repr__(self): return 5
try: repr(R())
except TypeError as e: print(e)
class H:
    def __hash__(self): return 'x'
try: hash(H())
except TypeError as e: print(e)
class Ix:
    def __index__(self): return 2
print([1,2,3][Ix()], hex(Ix()), range(5)[Ix()], 'abc'[Ix():], [0] * Ix(), bin(Ix()), int(Ix()))
class Fmt:
    def __format__(self, s): return f'<{s}>'
print(f'{Fmt():abc}', format(Fmt()), '{:x}'.format(Fmt()))
class RA:
    def __radd__(self, o): return ('radd', o)
    def __iadd__(self, o): return 'iadd'
    def __matmul__(self, o): return 'mm'
    def __rpow__(self, o): return 'rpow'
    def __divmod__(self, o): return 'dm'
r = RA(); print(1 + r, r @ 2, 2 ** r, divmod(r, 1)); r += 1; print(r)
class Ctx:
    def __enter__(self): return self
    def __exit__(self, *a): return True
with Ctx(): raise ValueError
try: object().foo = 1
except AttributeError as e: print(e)
try: int.foo = 1
except TypeError as e: print(e)
try: A.missing
except AttributeError as e: print(e)
try: super().x
except RuntimeError as e: print(e)

# expect-output:
# sn A d
# ('d', True, 'A') ('d', False, 'A')
# set 5
# del
# {'d': 5} nd
# 3 {'d': 5, 'nd': 3}
# 6 doc x
# 'P' object has no attribute '_x'
# property 'v' of 'RO' object has no setter
# property 'v' of 'RO' object has no deleter
# prep C {'kw': 1}
# new C {'kw': 1}
# init C
# call (3,)
# 3 1 meta zzz 7 True ['i', 't'] k True False True Meta
# 1
# 'S' object has no attribute 'b'
# 'S' object has no attribute 'c' and no __dict__ for setting new attributes
# 'S' object has no attribute '__dict__'
# sub IS2 t
# IS3.__init_subclass__() takes no keyword arguments
# 1 ga z ga w
# ((1,), {'b': 2}) True True
# ['4', '2', '3', '1'] ['MRO4', 'MRO2', 'MRO3', 'MRO1', 'object']
# Cannot create a consistent method resolution order (MRO) for bases MRO1, MRO2
# new (1,)
# init (1,)
# new ()
# New 5
# 8
# Cls Cls s s
# It[3]
# unhashable type: 'Eq'
# __bool__ should return bool, returned int
# __len__() should return >= 0
# __len__() should return >= 0
# __repr__ returned non-string (type int)
# __hash__ method should return an integer
# 3 0x2 2 c [0, 0] 0b10 2
# <abc> <> <x>
# ('radd', 1) mm rpow dm
# iadd
# 'object' object has no attribute 'foo' and no __dict__ for setting new attributes
# cannot set 'foo' attribute of immutable type 'int'
# type object 'A' has no attribute 'missing'
# super(): no arguments
