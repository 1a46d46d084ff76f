# dataclasses: init, repr, eq, order, frozen, factories, post-init.
from dataclasses import dataclass, field, asdict, astuple, replace, fields, FrozenInstanceError
@dataclass
class P:
    x: int
    y: int = 0
    tags: list = field(default_factory=list)
p = P(1)
print(p, p == P(1), p != P(2), asdict(p), astuple(p), replace(p, y=5), [f.name for f in fields(P)])
try:
    P()
except TypeError as e:
    print(e)
@dataclass(order=True, frozen=True)
class V:
    a: int
    b: str = field(default='b', compare=False)
    def __post_init__(self): print('post', self.a)
print(V(1) < V(2), hash(V(1)) == hash(V(1, 'c')))
try:
    V(3).a = 1
except FrozenInstanceError as e:
    print(e)
@dataclass
class Q(P):
    z: int = 9
print(Q(1, 2), Q(1).tags is Q(1).tags)
try:
    @dataclass
    class Bad:
        l: list = []
except ValueError as e:
    print(e)
# expect-output:
# P(x=1, y=0, tags=[]) True True {'x': 1, 'y': 0, 'tags': []} (1, 0, []) P(x=1, y=5, tags=[]) ['x', 'y', 'tags']
# P.__init__() missing 1 required positional argument: 'x'
# post 1
# post 2
# post 1
# post 1
# True True
# post 3
# cannot assign to field 'a'
# Q(x=1, y=2, tags=[], z=9) False
# mutable default <class 'list'> for field l is not allowed: use default_factory
