# Classes with every special method; subclasses of built-in types.
class Vec:
    __slots__ = 'x', 'y'
    def __init__(self, x, y): self.x, self.y = x, y
    def __eq__(self, o): return (self.x, self.y) == (o.x, o.y) if isinstance(o, Vec) else NotImplemented
    def __hash__(self): return hash((self.x, self.y))
    def __repr__(self): return f'{type(self).__name__}({self.x!r}, {self.y!r})'
    def __add__(self, o): return Vec(self.x + o.x, self.y + o.y)
    def __mul__(self, k): return Vec(self.x * k, self.y * k)
    __rmul__ = __mul__
    def __matmul__(self, o): return self.x * o.x + self.y * o.y
    def __bool__(self): return bool(self.x or self.y)
    def __iter__(self): yield self.x; yield self.y
    def __getitem__(self, i): return (self.x, self.y)[i]
    def __len__(self): return 2
    def __lt__(self, o): return abs(self) < abs(o)
    def __abs__(self): return (self.x ** 2 + self.y ** 2) ** .5
    def __format__(self, s): return f'({self.x:{s}}, {self.y:{s}})'
    def __neg__(self): return self * -1
    def __sub__(self, o): return self + -o
    def __divmod__(self, k): return divmod(self.x, k), divmod(self.y, k)
    def __rsub__(self, o): return 'rsub'
    def __pow__(self, n, m=None): return ('pow', n, m)
    def __ipow__(self, n): return 'ipow'
    def __index__(self): return 1
    def __complex__(self): return 1
    def __floor__(self): return 'fl'
    def __trunc__(self): return 7
    def __ceil__(self): return 'ce'
    def __reversed__(self): return iter((self.y, self.x))
    def __contains__(self, v): return v in (self.x, self.y)
    def __call__(self, *a, **k): return a, k
    def __copy__(self): return 'copied'
v = Vec(3, 4); a, b = v; print(v, v + v, 2 * v, v @ v, bool(Vec(0, 0)), list(v), v[0], v[-1], len(v), abs(v), f'{v:.1f}', -v, v - v, 1 - v, divmod(v, 2), pow(v, 2, 3), v ** 2, sorted([Vec(5, 5), v]), v == Vec(3, 4), v == 3, v != Vec(1, 1), {v: 1}[Vec(3, 4)], 4 in v, list(reversed(v)), v(1, a=2), [10, 20][v], max(v, Vec(9, 9)), *v, sep=' ')
import math, copy; print(math.floor(v), math.ceil(v), math.trunc(v), copy.copy(v), hex(v), range(5)[v])
v **= 3; print(v)
for op in ('v < 1', 'v > Vec(1,1)', 'v <= v', 'v + 1', 'v / 2', 'v // 2', 'v % 2', 'v & 1', '1 | v', '~v', '+v', 'v.z', 'v()', 'v["a"]', 'v[5]', 'int(v)', 'float(v)', 'round(v)', 'v.__dict__', 'del v.x', 'iter(5)', 'v @ 1', 'v << 1'):
    v = Vec(1, 2)
    try: exec(f'r = {op}' if not op.startswith('del') else op + '; r = v.x'); print(op, '=', r)
    except Exception as e: print(op, type(e).__name__, e)
class Base:
    reg = {}
    def __init_subclass__(cls, **kw): super().__init_subclass__(**kw); Base.reg[cls.__name__] = cls
class S1(Base): pass
class S2(S1): pass
print(list(Base.reg), S2.__mro__[1].__name__, S2.__bases__, Base.__subclasses__(), S1.__subclasses__())
class Mixin:
    def hi(self): return 'mixin ' + super().hi()
class Root:
    def hi(self): return 'root'
class Both(Mixin, Root): pass
print(Both().hi(), Both.hi.__qualname__, super(Mixin, Both()).hi())
class Singleton(type):
    inst = {}
    def __call__(cls, *a):
        if cls not in cls.inst: cls.inst[cls] = super().__call__(*a)
        return cls.inst[cls]
class One(metaclass=Singleton):
    def __init__(self, v): self.v = v
print(One(1) is One(2), One(3).v)
class Lazy:
    def __init__(self, f): self.f = f
    def __set_name__(self, o, n): self.n = n
    def __get__(self, i, o=None):
        if i is None: return self
        v = i.__dict__[self.n] = self.f(i); return v
class UsesLazy:
    @Lazy
    def val(self): print('computing'); return 42
u = UsesLazy(); print(u.val, u.val, vars(u))
class Typed:
    def __init__(self, t): self.t = t
    def __set_name__(self, o, n): self.n = '_' + n
    def __get__(self, i, o): return self if i is None else getattr(i, self.n)
    def __set__(self, i, v):
        if not isinstance(v, self.t): raise TypeError(f'{self.n[1:]} must be {self.t.__name__}')
        setattr(i, self.n, v)
class Pt:
    x = Typed(int)
    def __init__(self, x): self.x = x
print(Pt(3).x)
try: Pt('a')
except TypeError as e: print(e)
class Dyn:
    def __getattr__(self, n):
        if n.startswith('get_'): return lambda: n[4:]
        raise AttributeError(f'no {n}')
    def __setattr__(self, n, v): print('set', n); object.__setattr__(self, n, v)
    def __delattr__(self, n): print('del', n); object.__delattr__(self, n)
    def __dir__(self): return ['b', 'a']
d = Dyn(); d.q = 1; del d.q; print(d.get_foo(), dir(d), hasattr(d, 'zz'), getattr(d, 'zz', 'dv'))
try: d.nope
except AttributeError as e: print(e)
try: del d.never
except AttributeError as e: print(e)
class MyInt(int):
    def __add__(self, o): return MyInt(int(self) + o)
    def __repr__(self): return f'MyInt({int(self)})'
print(MyInt(3) + 4, MyInt(3) * 2, 5 + MyInt(1), sum([MyInt(1), MyInt(2)]), MyInt('7'), [MyInt(1)], f'{MyInt(5)}', MyInt(2) == 2, hash(MyInt(2)) == hash(2), {MyInt(1): 'a'}[1])
class MyDict(dict):
    def __missing__(self, k): return f'<{k}>'
    def __getitem__(self, k): return super().__getitem__(k)
    def __setitem__(self, k, v): super().__setitem__(k.upper() if isinstance(k, str) else k, v)
m = MyDict(a=1); m['b'] = 2; print(m, m['z'], m.get('z'), '{q}'.format_map(m), dict(m), m | {'c': 3}, type(m | {}).__name__, type(m.copy()).__name__)
class MyList(list):
    def __getitem__(self, i): return 'item' if isinstance(i, int) else super().__getitem__(i)
    def append(self, x): super().append(x * 2)
ml = MyList([1, 2]); ml.append(5); print(ml, ml[0], ml[:], list(ml), type(ml + [1]).__name__, type(ml[:]).__name__, [x for x in ml], sorted(ml))
class MyStr(str):
    def __new__(cls, v): return super().__new__(cls, v.strip())
    def shout(self): return self.upper() + '!'
ms = MyStr(' hey '); print(ms, ms.shout(), type(ms + 'a').__name__, ms == 'hey', len(ms), type(ms.upper()).__name__, repr(ms), f'{ms:>5}', {ms: 1}['hey'])
class MyTuple(tuple):
    def __new__(cls, *a): return super().__new__(cls, a)
print(MyTuple(1, 2), MyTuple(1) + (2,), MyTuple(1, 2)[0], type(MyTuple(1)[:]).__name__, hash(MyTuple(1)) == hash((1,)))
class MyExc(Exception):
    def __init__(self, code, msg): super().__init__(code, msg); self.code = code
    def __str__(self): return f'[{self.code}] {self.args[1]}'
try: raise MyExc(5, 'bad')
except MyExc as e: print(e, repr(e), e.args)
print(issubclass(bool, int), isinstance(True, int), type(True) is bool, isinstance(3, (str, int)), isinstance(3, int | str), type(type), type(None), type(...), type(NotImplemented))
print(object.__repr__(5)[:12], int.__repr__(5), str.__len__('abc'), list.__getitem__([1, 2], 1), dict.get({1: 2}, 1), type.__name__ if 0 else type(5).__name__)

# expect-output:
# Vec(3, 4) Vec(6, 8) Vec(6, 8) 25 False [3, 4] 3 4 2 5.0 (3.0, 4.0) Vec(-3, -4) Vec(0, 0) rsub ((1, 1), (2, 0)) ('pow', 2, 3) ('pow', 2, None) [Vec(3, 4), Vec(5, 5)] True False True 1 True [4, 3] ((1,), {'a': 2}) 20 Vec(9, 9) 3 4
# fl ce 7 copied 0x1 1
# ipow
# v < 1 = False
# v > Vec(1,1) = True
# v <= v TypeError '<=' not supported between instances of 'Vec' and 'Vec'
# v + 1 AttributeError 'int' object has no attribute 'x'
# v / 2 TypeError unsupported operand type(s) for /: 'Vec' and 'int'
# v // 2 TypeError unsupported operand type(s) for //: 'Vec' and 'int'
# v % 2 TypeError unsupported operand type(s) for %: 'Vec' and 'int'
# v & 1 TypeError unsupported operand type(s) for &: 'Vec' and 'int'
# 1 | v TypeError unsupported operand type(s) for |: 'int' and 'Vec'
# ~v TypeError bad operand type for unary ~: 'Vec'
# +v TypeError bad operand type for unary +: 'Vec'
# v.z AttributeError 'Vec' object has no attribute 'z'
# v() = ((), {})
# v["a"] TypeError tuple indices must be integers or slices, not str
# v[5] IndexError tuple index out of range
# int(v) = 1
# float(v) = 1.0
# round(v) TypeError type Vec doesn't define __round__ method
# v.__dict__ AttributeError 'Vec' object has no attribute '__dict__'
# del v.x AttributeError 'Vec' object has no attribute 'x'
# iter(5) TypeError 'int' object is not iterable
# v @ 1 AttributeError 'int' object has no attribute 'x'
# v << 1 TypeError unsupported operand type(s) for <<: 'Vec' and 'int'
# ['S1', 'S2'] S1 (<class '__main__.S1'>,) [<class '__main__.S1'>] [<class '__main__.S2'>]
# mixin root Mixin.hi root
# True 1
# computing
# 42 42 {'val': 42}
# 3
# x must be int
# set q
# del q
# foo ['a', 'b'] False dv
# no nope
# del never
# 'Dyn' object has no attribute 'never'
# MyInt(7) 6 6 3 MyInt(7) [MyInt(1)] MyInt(5) True True a
# {'a': 1, 'B': 2} <z> None <q> {'a': 1, 'B': 2} {'a': 1, 'B': 2, 'c': 3} dict dict
# [1, 2, 10] item [1, 2, 10] [1, 2, 10] list list [1, 2, 10] [1, 2, 10]
# hey HEY! str True 3 str 'hey'   hey 1
# (1, 2) (1, 2) 1 tuple True
# [5] bad MyExc(5, 'bad') (5, 'bad')
# True True True True True <class 'type'> <class 'NoneType'> <class 'ellipsis'> <class 'NotImplementedType'>
# <int object  5 3 2 2 int
