# dataclasses at their edges.
from dataclasses import *
import dataclasses
@dataclass
class A:
    x: int
    y: str = 'd'
    z: list = field(default_factory=list, repr=False)
    w: int = field(default=3, compare=False, kw_only=True)
print(A(1), A(1) == A(1, w=9), A(1).z, asdict(A(1, z=[A(2)])), astuple(A(1)))
@dataclass(order=True, frozen=True)
class B:
    a: int
    b: int = 0
print(B(1) < B(1, 1), sorted([B(3), B(1), B(2, 5)]), hash(B(1)) == hash(B(1)))
try: B(1).a = 3
except FrozenInstanceError as e: print(repr(e))
try: del B(1).a
except FrozenInstanceError as e: print(repr(e))
@dataclass
class C(A):
    q: int = 5
    def __post_init__(self): self.sum = self.x + self.q
print(C(1, q=3), C(1).sum, [f.name for f in fields(C)])
print(replace(B(1, 2), b=9))
try:
    @dataclass
    class D:
        x: int = 1
        y: int
except TypeError as e: print(e)
try:
    @dataclass
    class E: x: list = []
except ValueError as e: print(e)
@dataclass(slots=True)
class F: x: int; y: int = 2
f = F(1); print(f, F.__slots__)
try: f.zz = 1
except AttributeError as e: print(e)
@dataclass
class G:
    x: InitVar[int]
    y: int = 0
    def __post_init__(self, x): self.y = x * 2
print(G(4), is_dataclass(G), is_dataclass(G(1)), is_dataclass(3))
@dataclass(eq=False)
class H: x: int
print(H(1) == H(1), H.__hash__ is object.__hash__)
print(A.__match_args__, A.__annotations__ if 0 else '')
try: A()
except TypeError as e: print(e)
try: A(1, 2, 3, 4)
except TypeError as e: print(e)
try: A(1, bad=2)
except TypeError as e: print(e)
@dataclass(kw_only=True)
class K: a: int; b: int = 1
print(K(a=1))
try: K(1)
except TypeError as e: print(e)
X = make_dataclass('X', ['a', ('b', int), ('c', int, field(default=7))])
print(X(1, 2), X.__name__)
@dataclass
class R:
    me: object = None
r = R(); r.me = r; print(r)
from typing import ClassVar
@dataclass
class CV: a: ClassVar[int] = 3; b: int = 1
print(CV(), [f.name for f in fields(CV)])
try: fields(3)
except TypeError as e: print(e)
try: asdict(3)
except TypeError as e: print(e)
print(fields(A)[2].default_factory is list, fields(A)[0].default is MISSING, repr(fields(A)[0].type))
try: B(1) < 3
except TypeError as e: print(e)
print(A(1) == 1, A(1) != A(2), A.__doc__)
@dataclass(repr=False)
class NR: x: int
print('NR object' in repr(NR(1)))
@dataclass(unsafe_hash=True)
class UH: x: int
print(hash(UH(1)) == hash((1,)))
try: hash(A(1))
except TypeError as e: print(e)

# expect-output:
# A(x=1, y='d', w=3) True [] {'x': 1, 'y': 'd', 'z': [{'x': 2, 'y': 'd', 'z': [], 'w': 3}], 'w': 3} (1, 'd', [], 3)
# True [B(a=1, b=0), B(a=2, b=5), B(a=3, b=0)] True
# FrozenInstanceError("cannot assign to field 'a'")
# FrozenInstanceError("cannot delete field 'a'")
# C(x=1, y='d', w=3, q=3) 6 ['x', 'y', 'z', 'w', 'q']
# B(a=1, b=9)
# non-default argument 'y' follows default argument 'x'
# mutable default <class 'list'> for field x is not allowed: use default_factory
# F(x=1, y=2) ('x', 'y')
# 'F' object has no attribute 'zz' and no __dict__ for setting new attributes
# G(y=8) True True False
# False True
# ('x', 'y', 'z') 
# A.__init__() missing 1 required positional argument: 'x'
# A.__init__() takes from 2 to 4 positional arguments but 5 were given
# A.__init__() got an unexpected keyword argument 'bad'
# K(a=1, b=1)
# K.__init__() takes 1 positional argument but 2 were given
# X(a=1, b=2, c=7) X
# R(me=...)
# CV(b=1) ['b']
# must be called with a dataclass type or instance
# asdict() should be called on dataclass instances
# True True <class 'int'>
# '<' not supported between instances of 'B' and 'int'
# False True A(x: int, y: str = 'd', z: list = <factory>, *, w: int = 3)
# True
# True
# unhashable type: 'A'
