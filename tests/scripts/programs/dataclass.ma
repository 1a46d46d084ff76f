from dataclasses import dataclass, field, asdict, astuple, replace, fields, FrozenInstanceError
from typing import List, Optional, ClassVar, Dict
from enum import Enum, IntEnum, Flag, auto, unique


class Priority(IntEnum):
    LOW = 1
    MID = 5
    HIGH = 10


class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W


@dataclass(order=True)
class Job:
    priority: int
    name: str = field(compare=False)
    tags: List[str] = field(default_factory=list, compare=False, repr=False)
    owner: Optional[str] = None
    count: ClassVar[int] = 0

    def __post_init__(self):
        Job.count += 1
        if not self.name:
            raise ValueError('name is empty')


@dataclass(frozen=True)
class Point:
    x: float
    y: float = 0.0

    @property
    def norm(self) -> float:
        return (self.x ** 2 + self.y ** 2) ** 0.5


@dataclass
class Shape:
    name: str
    origin: Point = Point(0, 0)
    meta: Dict[str, int] = field(default_factory=dict)


@dataclass(kw_only=True)
class Circle(Shape):
    r: float = 1.0


jobs = [Job(Priority.HIGH, 'deploy'), Job(Priority.LOW, 'lint', ['ci']), Job(3, 'test', owner='me')]
for j in sorted(jobs):
    print(j)
print(Job.count, jobs[0] > jobs[1], Job(1, 'a') == Job(1, 'b'))
p = Point(3, 4)
print(p, p.norm, hash(p) == hash(Point(3, 4)), replace(p, y=5), asdict(p), astuple(p))
for f in (lambda: setattr(p, 'x', 1), lambda: Point(), lambda: Job(1, ''), lambda: Point(1, 2, 3), lambda: Circle('c', 2)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
s = Shape('s')
s.meta['k'] = 1
print(s, Shape('t').meta, asdict(s))
print(Circle(name='c', r=2.5), [f.name for f in fields(Circle)])
print(Priority.HIGH > 3, Priority(5), Priority.LOW + 1, f'{Priority.MID}', repr(Priority.MID), sorted(Priority, reverse=True))
print(Perm.R | Perm.X, Perm.RW, Perm.R in Perm.RW, Perm.RW & Perm.W, bool(Perm.R & Perm.W), ~Perm.R)


@unique
class Color(Enum):
    RED = '红'
    GREEN = '绿'

    @property
    def bright(self):
        return f'亮{self.value}'

    @classmethod
    def parse(cls, s):
        return next((c for c in cls if c.value == s), None)

    def __str__(self):
        return self.name.lower()


print(Color.RED.bright, Color.parse('绿'), str(Color.RED), Color.RED is Color('红'), {Color.RED: 1})
try:
    @unique
    class Bad(Enum):
        A = 1
        B = 1
except ValueError as e:
    print(e)
try:
    Color.RED = 3
except AttributeError as e:
    print(e)
# expect-output:
# Job(priority=<Priority.LOW: 1>, name='lint', owner=None)
# Job(priority=3, name='test', owner='me')
# Job(priority=<Priority.HIGH: 10>, name='deploy', owner=None)
# 3 True True
# Point(x=3, y=4) 5.0 True Point(x=3, y=5) {'x': 3, 'y': 4} (3, 4)
# FrozenInstanceError cannot assign to field 'x'
# TypeError Point.__init__() missing 1 required positional argument: 'x'
# ValueError name is empty
# TypeError Point.__init__() takes from 2 to 3 positional arguments but 4 were given
# Circle(name='c', origin=2, meta={}, r=1.0)
# Shape(name='s', origin=Point(x=0, y=0), meta={'k': 1}) {} {'name': 's', 'origin': {'x': 0, 'y': 0}, 'meta': {'k': 1}}
# Circle(name='c', origin=Point(x=0, y=0), meta={}, r=2.5) ['name', 'origin', 'meta', 'r']
# True 5 2 5 <Priority.MID: 5> [<Priority.HIGH: 10>, <Priority.MID: 5>, <Priority.LOW: 1>]
# Perm.R|X Perm.RW True Perm.W False Perm.W|X
# 亮红 green red True {<Color.RED: '红'>: 1}
# duplicate values found in <enum 'Bad'>: B -> A
# cannot reassign member 'RED'
