# Many small checks; CPython prints the same.
def t(f, *a, **k):
    try: print(repr(f(*a, **k)))
    except BaseException as e: print(type(e).__name__, e)
from dataclasses import *
import dataclasses
from typing import ClassVar, Optional, List
@dataclass
class P:
    x: int
    y: int = 2
    z: list = field(default_factory=list)
    c: ClassVar[int] = 9
    h: str = field(default='h', repr=False, compare=False)
    def tot(self): return self.x + self.y
p = P(1); print(p, p == P(1), p.tot(), P.__match_args__, p.c, P.__doc__); t(P); t(lambda: P(1, 2, 3, 4, 5)); t(lambda: P(1, w=3)); t(lambda: hash(p)); t(lambda: p < P(2))
print([(f.name, f.type, f.default is MISSING, f.init, f.repr, f.hash, f.compare, f.kw_only) for f in fields(P)])
print(fields(P)[0])
print(asdict(p), astuple(p), replace(p, x=5), is_dataclass(P), is_dataclass(p), is_dataclass(3)); t(lambda: replace(p, q=5)); t(lambda: asdict(P)); t(lambda: fields(3)); t(lambda: replace(3))
@dataclass(order=True, frozen=True)
class O:
    a: int; b: str = 'b'
print(O(1) < O(2), O(1, 'a') <= O(1, 'b'), sorted([O(3), O(1), O(2)]), hash(O(1)) == hash(O(1)), {O(1): 1})
t(lambda: O(1) < 3); o = O(1)
def s(): o.a = 3
t(s)
def s(): del o.a
t(s)
def s(): o.zz = 3
t(s)
print(FrozenInstanceError.__mro__)
@dataclass(slots=True)
class S:
    a: int; b: int = 3
s_ = S(1); print(s_, S.__slots__, hasattr(s_, '__dict__')); t(lambda: setattr(s_, 'q', 1))
@dataclass(kw_only=True)
class K: a: int; b: int = 2
t(lambda: K(1)); print(K(a=1)); t(K)
@dataclass
class K2:
    a: int
    _: KW_ONLY
    b: int = 3
    c: int
print(K2(1, c=3)); t(lambda: K2(1, 2, 3)); t(lambda: K2(1))
@dataclass
class I:
    a: int; f: InitVar[int] = 4; g: int = field(init=False)
    def __post_init__(self, f): self.g = self.a * f
print(I(2), I(2, 5), I.f); t(lambda: I(1, 2, 3))
@dataclass
class Base: x: int = 1; y: int = 2
@dataclass
class Der(Base): z: int = 3; x: int = 10
print(Der(), [f.name for f in fields(Der)])
def bad():
    @dataclass
    class B: a: int = 1; b: int
t(bad)
def bad():
    @dataclass
    class B: a: list = []
t(bad)
def bad():
    @dataclass
    class B: a: dict = field(default={})
t(bad)
def bad():
    @dataclass
    class B: a: int = field(default=1, default_factory=int)
t(bad)
def bad():
    @dataclass
    class B: f = field(default=3)
t(bad)
def bad():
    @dataclass(order=True)
    class B:
        a: int
        def __lt__(self, o): return 1
t(bad)
def bad():
    @dataclass(frozen=True)
    class B(Base): q: int = 1
t(bad)
def bad():
    @dataclass
    class B(O): q: int = 1
t(bad)
def bad():
    @dataclass(eq=False, order=True)
    class B: a: int
t(bad)
@dataclass(unsafe_hash=True)
class UH: a: int
print(hash(UH(3)) == hash((3,)), hash(UH(3)) == hash(UH(3)))
@dataclass(repr=False, eq=False, init=False)
class N: a: int = 1
print(N() == N(), N().a, '<__main__.N object' in repr(N()))
D = make_dataclass('D', [('x', int), 'y', ('z', int, field(default=7))], namespace={'m': lambda s: s.x}, frozen=True)
print(D(1, 2), D(1, 2).m(), D.__name__, D.__annotations__)
@dataclass
class Rec: v: int; nxt: Optional['Rec'] = None
r = Rec(1); r.nxt = r; print(r); print(asdict(Rec(1, Rec(2))))
@dataclass
class Nest: ps: List[P]; d: dict; t: tuple
n = Nest([P(1), P(2)], {'k': P(3)}, (P(4), 5)); print(asdict(n)); print(astuple(n)); print(asdict(n, dict_factory=lambda kv: sorted(k for k, v in kv)))
import inspect
print(inspect.signature(P), inspect.signature(K2), inspect.signature(I))
@dataclass
class G(Generic[T] if 0 else object):
    a: 'int' = 1; b: "ClassVar[int]" = 3
print(G(), [f.type for f in fields(G)])
@dataclass
class Meta1:
    a: int = field(default=1, metadata={'u': 'kg'})
print(fields(Meta1)[0].metadata, fields(Meta1)[0].metadata['u'])
t(lambda: field(3))
@dataclass
class CE:
    a: int
    def __eq__(self, o): return 'custom'
    def __repr__(self): return 'CE!'
print(CE(1) == 3, CE(1))
@dataclass
class HD:
    x: float = 0.0
    @property
    def dbl(self): return self.x * 2
    @classmethod
    def make(cls, v): return cls(v)
    def __add__(self, o): return HD(self.x + o.x)
print(HD.make(3) + HD(4.5), HD(2).dbl)
import copy; print(copy.copy(p), copy.deepcopy(n) == n, copy.replace(p, y=8))
@dataclass(weakref_slot=True, slots=True)
class W: a: int
print(W.__slots__)
@dataclass(match_args=False)
class NM: a: int
print(hasattr(NM, '__match_args__'))
@dataclass(frozen=True, slots=True)
class FS: a: int; b: int = field(default_factory=lambda: 5)
f = FS(1); print(f, hash(f) == hash((1, 5))); 
def s(): f.a = 3
t(s)
# expect-output:
# P(x=1, y=2, z=[]) True 3 ('x', 'y', 'z', 'h') 9 P(x: int, y: int = 2, z: list = <factory>, h: str = 'h')
# TypeError P.__init__() missing 1 required positional argument: 'x'
# TypeError P.__init__() takes from 2 to 5 positional arguments but 6 were given
# TypeError P.__init__() got an unexpected keyword argument 'w'
# TypeError unhashable type: 'P'
# TypeError '<' not supported between instances of 'P' and 'P'
# [('x', <class 'int'>, True, True, True, None, True, False), ('y', <class 'int'>, False, True, True, None, True, False), ('z', <class 'list'>, True, True, True, None, True, False), ('h', <class 'str'>, False, True, False, None, False, False)]
# Field(name='x',type=<class 'int'>,default=<dataclasses._MISSING_TYPE object at 0x7fbcdd810ad0>,default_factory=<dataclasses._MISSING_TYPE object at 0x7fbcdd810ad0>,init=True,repr=True,hash=None,compare=True,metadata=mappingproxy({}),kw_only=False,_field_type=_FIELD)
# {'x': 1, 'y': 2, 'z': [], 'h': 'h'} (1, 2, [], 'h') P(x=5, y=2, z=[]) True True False
# TypeError P.__init__() got an unexpected keyword argument 'q'
# TypeError asdict() should be called on dataclass instances
# TypeError must be called with a dataclass type or instance
# TypeError replace() should be called on dataclass instances
# True True [O(a=1, b='b'), O(a=2, b='b'), O(a=3, b='b')] True {O(a=1, b='b'): 1}
# TypeError '<' not supported between instances of 'O' and 'int'
# FrozenInstanceError cannot assign to field 'a'
# FrozenInstanceError cannot delete field 'a'
# FrozenInstanceError cannot assign to field 'zz'
# (<class 'dataclasses.FrozenInstanceError'>, <class 'AttributeError'>, <class 'Exception'>, <class 'BaseException'>, <class 'object'>)
# S(a=1, b=3) ('a', 'b') False
# AttributeError 'S' object has no attribute 'q' and no __dict__ for setting new attributes
# TypeError K.__init__() takes 1 positional argument but 2 were given
# K(a=1, b=2)
# TypeError K.__init__() missing 1 required keyword-only argument: 'a'
# K2(a=1, b=3, c=3)
# TypeError K2.__init__() takes 2 positional arguments but 4 were given
# TypeError K2.__init__() missing 1 required keyword-only argument: 'c'
# I(a=2, g=8) I(a=2, g=10) 4
# TypeError I.__init__() takes from 2 to 3 positional arguments but 4 were given
# Der(x=10, y=2, z=3) ['x', 'y', 'z']
# TypeError non-default argument 'b' follows default argument 'a'
# ValueError mutable default <class 'list'> for field a is not allowed: use default_factory
# ValueError mutable default <class 'dict'> for field a is not allowed: use default_factory
# ValueError cannot specify both default and default_factory
# TypeError 'f' is a field but has no type annotation
# TypeError Cannot overwrite attribute __lt__ in class B Consider using functools.total_ordering
# TypeError cannot inherit frozen dataclass from a non-frozen one
# TypeError cannot inherit non-frozen dataclass from a frozen one
# ValueError eq must be true if order is true
# True True
# False 1 True
# D(x=1, y=2, z=7) 1 D {'x': <class 'int'>, 'y': 'typing.Any', 'z': <class 'int'>}
# Rec(v=1, nxt=...)
# {'v': 1, 'nxt': {'v': 2, 'nxt': None}}
# {'ps': [{'x': 1, 'y': 2, 'z': [], 'h': 'h'}, {'x': 2, 'y': 2, 'z': [], 'h': 'h'}], 'd': {'k': {'x': 3, 'y': 2, 'z': [], 'h': 'h'}}, 't': ({'x': 4, 'y': 2, 'z': [], 'h': 'h'}, 5)}
# ([(1, 2, [], 'h'), (2, 2, [], 'h')], {'k': (3, 2, [], 'h')}, ((4, 2, [], 'h'), 5))
# ['d', 'ps', 't']
# (x: int, y: int = 2, z: list = <factory>, h: str = 'h') -> None (a: int, *, b: int = 3, c: int) -> None (a: int, f: dataclasses.InitVar[int] = 4) -> None
# G(a=1) ['int']
# {'u': 'kg'} kg
# TypeError field() takes 0 positional arguments but 1 was given
# custom CE!
# HD(x=7.5) 4
# P(x=1, y=2, z=[]) True P(x=1, y=8, z=[])
# ('a', '__weakref__')
# False
# FS(a=1, b=5) True
# FrozenInstanceError cannot assign to field 'a'
