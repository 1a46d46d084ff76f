# namedtuple, typing, abc, collections.abc.
from collections import namedtuple
from typing import NamedTuple, Any, Union, Generic, TypeVar, Protocol, Callable, runtime_checkable, TypedDict, cast, overload, get_type_hints, Literal, Final, Iterator, Dict, Tuple
from abc import ABC, abstractmethod, ABCMeta
P = namedtuple('P', 'x y'); p = P(1, y=2); print(p, p.x, p[1], *p, p._asdict(), p._replace(x=5), P._fields, P._make([3, 4]), p == (1, 2), hash(p) == hash((1, 2)), len(p), p + (3,), sorted([P(2, 1), P(1, 2)]), isinstance(p, tuple), P.__name__, P.x.__doc__, P.__doc__)
for c in ['P(1)', 'P(1,2,3)', 'P(1, z=2)', 'p.x = 5', 'p.z', 'p._replace(q=1)', "namedtuple('X', 'a a')", "namedtuple('X', 'class')", "namedtuple('X', '_a')", "namedtuple('1X', 'a')", 'P._make([1])']:
    try: print(c, eval(c))
    except SyntaxError:
        try: exec(c)
        except Exception as e: print(c, type(e).__name__, e)
    except Exception as e: print(c, type(e).__name__, e)
R = namedtuple('R', 'a class b', rename=True); print(R._fields); Dn = namedtuple('Dn', ['a', 'b'], defaults=[9]); print(Dn(1), Dn._field_defaults)
class Emp(NamedTuple):
    name: str
    id: int = 3
    def hi(self): return f'hi {self.name}'
print(Emp('bob'), Emp('a', 2).hi(), Emp._field_defaults, Emp.__annotations__, Emp('x') == ('x', 3))
class Sub(P):
    def dist(self): return self.x + self.y
print(Sub(1, 2), Sub(1, 2).dist(), Sub(3, 4)._replace(x=1))
class Sh(ABC):
    @abstractmethod
    def area(self): ...
    @property
    @abstractmethod
    def name(self): ...
    def show(self): return f'{self.name}: {self.area()}'
class Sq(Sh):
    def __init__(self, s): self.s = s
    def area(self): return self.s ** 2
    name = 'sq'
class Half(Sh):
    def area(self): return 1
print(Sq(2).show())
for k in (Sh, Half):
    try: k()
    except TypeError as e: print(e)
print(Sh.__abstractmethods__ == {'area', 'name'}, Half.__abstractmethods__, isinstance(Sq(1), Sh))
@Sh.register
class Ext: pass
print(isinstance(Ext(), Sh), issubclass(Ext, Sh), Ext.__mro__)
class Duck(ABC):
    @classmethod
    def __subclasshook__(cls, c): return True if hasattr(c, 'quack') else NotImplemented
class D1:
    def quack(self): pass
print(isinstance(D1(), Duck), issubclass(int, Duck))
T = TypeVar('T')
class Stack(Generic[T]):
    def __init__(self) -> None: self.items: list[T] = []
    def push(self, x: T) -> None: self.items.append(x)
s = Stack[int](); s.push(1); print(s.items, Stack[int], T, type(s).__name__)
@runtime_checkable
class Qk(Protocol):
    def quack(self) -> str: ...
print(isinstance(D1(), Qk), isinstance(5, Qk))
class TD(TypedDict, total=False): a: int; b: str
print(TD(a=1), TD.__annotations__, type(TD(a=1)))
def f(x: int, y: 'str' = '', *z: float) -> Union[int, None]: pass if False else None
print(get_type_hints(f), Union[int, str], Callable[[int], str], Any, list[int], dict[str, list[int]], int | str, int | None, Literal['a', 1], Tuple[int, ...], cast(int, 'x'))
print(isinstance(5, int | str), isinstance([], list), Union[int, None], Union[int, int], type(int | str))
import collections.abc as ca
print(isinstance([], ca.Sequence), isinstance({}, ca.Mapping), isinstance((x for x in []), ca.Iterator), isinstance(5, ca.Hashable), isinstance([], ca.Hashable), isinstance(len, ca.Callable), issubclass(dict, ca.MutableMapping), isinstance('a', ca.Iterable), isinstance(D1(), ca.Sized))
class Seq(ca.Sequence):
    def __init__(self, *a): self.a = a
    def __getitem__(self, i): return self.a[i]
    def __len__(self): return len(self.a)
q = Seq(1, 2, 3); print(list(q), 2 in q, q.index(3), q.count(1), list(reversed(q)))
class MM(ca.MutableMapping):
    def __init__(self): self.d = {}
    def __getitem__(self, k): return self.d[k]
    def __setitem__(self, k, v): self.d[k] = v
    def __delitem__(self, k): del self.d[k]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
m = MM(); m['a'] = 1; m.update(b=2, c=3); print(m.pop('a'), m.get('z', 0), list(m.items()), m.setdefault('q', 5), 'b' in m, dict(m), m == {'b': 2, 'c': 3, 'q': 5}, m.popitem(), list(m.keys())); m.clear(); print(len(m))
try: ca.Sequence()
except TypeError as e: print(e)
# expect error: SyntaxError: invalid syntax
# expect-output:
