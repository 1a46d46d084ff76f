# dataclasses from all sides.
from dataclasses import dataclass, field, asdict, astuple, replace, fields, InitVar, KW_ONLY, FrozenInstanceError, is_dataclass, make_dataclass
from typing import ClassVar, Optional, List
@dataclass
class P:
    x: int
    y: int = 0
    tags: list = field(default_factory=list)
    cv: ClassVar[int] = 5
    hidden: str = field(default='h', repr=False, compare=False)
    def norm(self): return (self.x ** 2 + self.y ** 2) ** .5
p = P(3, 4); print(p, p == P(3, 4), p != P(1), p.norm(), asdict(p), astuple(p), replace(p, x=1), [f.name for f in fields(p)], is_dataclass(P), P.cv)
try: P()
except TypeError as e: print(e)
try: P(1, 2, 3, 4, 5)
except TypeError as e: print(e)
try: P(1, z=2)
except TypeError as e: print(e)
try: hash(p)
except TypeError as e: print(e)
@dataclass(frozen=True, order=True)
class Q:
    a: int
    b: str = 'b'
q = Q(1); print(q < Q(2), sorted([Q(3), Q(1), Q(2)]), hash(q) == hash(Q(1)), {q: 1}[Q(1)], q <= Q(1), max(Q(1), Q(1, 'z')))
try: q.a = 5
except FrozenInstanceError as e: print(type(e).__name__, e)
try: del q.a
except FrozenInstanceError as e: print(e)
try: q < 5
except TypeError as e: print(e)
@dataclass
class B(P):
    z: int = 9
    def __post_init__(self): self.sum = self.x + self.z
print(B(1), B(1).sum)
@dataclass
class Iv:
    a: int
    scale: InitVar[int] = 2
    r: int = field(init=False)
    def __post_init__(self, scale): self.r = self.a * scale
print(Iv(3), Iv(3, 5).r)
@dataclass
class Kw:
    a: int
    _: KW_ONLY
    b: int = 1
print(Kw(1, b=2))
try: Kw(1, 2)
except TypeError as e: print(e)
try:
    @dataclass
    class Bad:
        a: list = []
except ValueError as e: print(e)
try:
    @dataclass
    class Bad2:
        a: int = 1
        b: int
except TypeError as e: print(e)
@dataclass(slots=True)
class Sl:
    a: int
    b: int = 2
s = Sl(1); print(s, s.__slots__)
try: s.c = 1
except AttributeError as e: print(e)
print(hasattr(s, '__dict__'))
@dataclass(kw_only=True)
class K2: a: int; b: int = 3
print(K2(a=1))
@dataclass(eq=False)
class Ne: a: int
print(Ne(1) == Ne(1), hash(Ne(1)) is not None)
@dataclass(repr=False)
class Nr: a: int
print(repr(Nr(1)).startswith('<__main__.Nr object'))
@dataclass(unsafe_hash=True)
class Uh: a: int
print(hash(Uh(1)) == hash(Uh(1)))
M = make_dataclass('M', ['x', ('y', int), ('z', int, 5)]); print(M(1, 2))
@dataclass
class Node:
    val: int
    nxt: Optional['Node'] = None
print(Node(1, Node(2)), asdict(Node(1, Node(2))))
n = Node(1); n.nxt = n; print(n)
@dataclass
class D3:
    d: dict = field(default_factory=dict)
    l: List[P] = field(default_factory=list)
print(asdict(D3({'a': P(1)}, [P(2)])))
print(P.__match_args__, P.__dataclass_fields__['x'].name, P.__doc__, Q.__doc__)
@dataclass
class Prop:
    _v: int = 0
    @property
    def v(self): return self._v
    @v.setter
    def v(self, x): self._v = x
pp = Prop(3); pp.v = 4; print(pp, pp.v)
# expect-output:
# P(x=3, y=4, tags=[]) True True 5.0 {'x': 3, 'y': 4, 'tags': [], 'hidden': 'h'} (3, 4, [], 'h') P(x=1, y=4, tags=[]) ['x', 'y', 'tags', 'hidden'] True 5
# P.__init__() missing 1 required positional argument: 'x'
# P.__init__() takes from 2 to 5 positional arguments but 6 were given
# P.__init__() got an unexpected keyword argument 'z'
# unhashable type: 'P'
# True [Q(a=1, b='b'), Q(a=2, b='b'), Q(a=3, b='b')] True 1 True Q(a=1, b='z')
# FrozenInstanceError cannot assign to field 'a'
# cannot delete field 'a'
# '<' not supported between instances of 'Q' and 'int'
# B(x=1, y=0, tags=[], z=9) 10
# Iv(a=3, r=6) 15
# Kw(a=1, b=2)
# Kw.__init__() takes 2 positional arguments but 3 were given
# mutable default <class 'list'> for field a is not allowed: use default_factory
# non-default argument 'b' follows default argument 'a'
# Sl(a=1, b=2) ('a', 'b')
# 'Sl' object has no attribute 'c' and no __dict__ for setting new attributes
# False
# K2(a=1, b=3)
# False True
# True
# True
# M(x=1, y=2, z=5)
# Node(val=1, nxt=Node(val=2, nxt=None)) {'val': 1, 'nxt': {'val': 2, 'nxt': None}}
# Node(val=1, nxt=...)
# {'d': {'a': {'x': 1, 'y': 0, 'tags': [], 'hidden': 'h'}}, 'l': [{'x': 2, 'y': 0, 'tags': [], 'hidden': 'h'}]}
# ('x', 'y', 'tags', 'hidden') x P(x: int, y: int = 0, tags: list = <factory>, hidden: str = 'h') Q(a: int, b: str = 'b')
# Prop(_v=4) 4
