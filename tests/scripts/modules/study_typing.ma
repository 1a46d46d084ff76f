# Many small checks; CPython prints the same.
def t(f, *a, **k):
    try: print(repr(f(*a, **k)))
    except BaseException as e: print(type(e).__name__, e)
from typing import *
import typing, collections
class Pt(NamedTuple):
    'doc!'
    x: int
    y: int = 0
    def norm(self): return self.x ** 2 + self.y ** 2
    @property
    def sw(self): return Pt(self.y, self.x)
p = Pt(3); print(p, p.norm(), p.sw, p._fields, p._field_defaults, p._asdict(), p._replace(y=9), Pt._make([5, 6]), Pt.__annotations__, Pt.__doc__, p == (3, 0), len(p), *p); t(Pt); t(lambda: Pt(1, 2, 3)); t(lambda: p._replace(z=1)); t(lambda: Pt._make([1, 2, 3]))
def s(): p.x = 5
t(s)
NT = NamedTuple('NT', [('a', int), ('b', str)]); print(NT(1, 'x'), NT.__annotations__)
N2 = collections.namedtuple('N2', 'a b c', defaults=[5]); print(N2(1, 2), N2._field_defaults, N2.__doc__, N2.a, N2(1, b=3)); t(lambda: N2()); t(lambda: collections.namedtuple('X', 'a a')); t(lambda: collections.namedtuple('X', 'class')); t(lambda: collections.namedtuple('X', '_a')); print(collections.namedtuple('X', 'a class _b a', rename=True)._fields); t(lambda: collections.namedtuple('X', 'a', defaults=(1, 2))); t(lambda: collections.namedtuple('1X', 'a'))
class TD(TypedDict):
    a: int
    b: str
class TD2(TD, total=False): c: float
d: TD = {'a': 1, 'b': 'x'}; print(d, TD(a=1, b='2'), TD.__annotations__, TD2.__required_keys__ == {'a', 'b'}, TD2.__optional_keys__, TD.__total__, TD2.__total__)
t(lambda: isinstance({}, TD))
class Named(Protocol):
    name: str
    def hi(self) -> str: ...
@runtime_checkable
class Closer(Protocol):
    def close(self): ...
class F:
    def close(self): pass
print(isinstance(F(), Closer), isinstance(3, Closer), issubclass(F, Closer)); t(lambda: isinstance(3, Named)); t(lambda: Named())
T = TypeVar('T'); K = TypeVar('K', bound=int); S = TypeVar('S', int, str); print(T, K, S, T.__name__, K.__bound__, S.__constraints__)
class Stack(Generic[T]):
    def __init__(self): self.i: List[T] = []
    def push(self, x: T) -> None: self.i.append(x)
    def pop(self) -> T: return self.i.pop()
s_ = Stack[int](); s_.push(1); print(s_.pop(), Stack[int], Stack.__parameters__, Stack[int].__origin__, Stack[int].__args__, s_.__orig_class__); t(lambda: Stack[int, str])
class Sub(Stack[str]): pass
print(Sub.__orig_bases__, Sub.__mro__)
for x in (List[int], Dict[str, int], Optional[int], Union[int, str], Union[int, None], Callable[[int], str], Callable[..., int], Tuple[int, ...], Tuple[()], Any, Literal['a', 1], Final[int], ClassVar[int], Type[int], Annotated[int, 'x'], List, Iterable[int], Sequence[T], Mapping[str, T], Awaitable[int], Coroutine[Any, Any, int], AsyncIterator[int], Generator[int, str, None], NoReturn, Never, list[int], int | None, Set[int], FrozenSet[str], Deque[int], DefaultDict[str, list], Counter[str], AnyStr, Text, Hashable, Sized, Self, LiteralString, Union[int], Optional[Union[int, str]], Union[int, Union[str, float]], List[List[int]], 'List[int]', ForwardRef('X'), type(None), List['X'], Callable, Type, Iterator, ContextManager[int], AsyncGenerator[int, None], Required[int] if 0 else 1, Concatenate if 0 else 2):
    print(x)
def f(a: int, b: 'str' = 'x', *c: float, d: Optional[int] = None, **e) -> List[int]: pass
print(f.__annotations__); print(get_type_hints(f)); print(get_origin(List[int]), get_args(Dict[str, int]), get_origin(int), get_args(int), get_origin(Union[int, str]), get_args(Callable[[int], str]), get_origin(Optional[int]), get_origin(list[int]), get_args(Literal[1, 2]))
class A:
    x: int; y: 'A'; z: Optional['A'] = None
print(A.__annotations__, get_type_hints(A)); t(lambda: get_type_hints(3))
print(cast(int, 'a'), Union[int, str] == Union[str, int], Optional[int] == Union[int, None], Literal[1] == Literal[1], List[int] == List[int], hash(List[int]) == hash(List[int]), List[int] is List[int])
UserId = NewType('UserId', int); print(UserId(5), UserId, UserId.__name__, UserId.__supertype__)
@overload
def g(x: int) -> int: ...
@overload
def g(x: str) -> str: ...
def g(x): return x
print(g(3), TYPE_CHECKING); 
@final
class Fin: pass
print(Fin.__final__); 
@no_type_check
def nt(): pass
t(lambda: List[int]()); t(lambda: Union[int]()); t(lambda: Optional()); t(lambda: Optional[int, str]); t(lambda: List[int, str]); t(lambda: isinstance([], List[int])); t(lambda: isinstance([], List)); t(lambda: issubclass(list, Sequence)); t(lambda: Any()); t(lambda: Literal()); t(lambda: Callable[int]); t(lambda: TypeVar('T', int)); t(lambda: Generic[int]); t(lambda: Union[()]); t(lambda: Dict[str])
P = ParamSpec('P'); print(P, P.args, P.kwargs, Callable[P, T], Callable[Concatenate[int, P], T])
print(reveal_type(3)); assert_type(3, int); t(lambda: assert_never(3))
class Mov(NamedTuple):
    a: int; b: Optional[str] = None
print(Mov(1), Mov.__mro__); 
def b():
    class X(NamedTuple):
        a: int = 1
        b: int
t(b)
print(Dict[str, List[int]].__args__, Tuple[int, str][0] if 0 else '', List[T][int], Dict[K, T][int, str], Stack[T][int], typing.get_type_hints(Pt))
print((int | str).__args__, int | str == str | int, isinstance(3, Union[int, str]), Optional[int].__args__, str(Optional[List[int]]), repr(Union[int, List[str], None]))
try: get_type_hints(type('Z', (), {'__annotations__': {'a': 'Undefined'}}))
except NameError as e: print(e)
print(Annotated[int, 5].__metadata__, get_type_hints(type('Z', (), {'__annotations__': {'a': Annotated[int, 5]}}), include_extras=True), IO, Pattern[str], Match, SupportsInt, SupportsIndex, isinstance(3, SupportsInt))
# expect-output:
# Pt(x=3, y=0) 9 Pt(x=0, y=3) ('x', 'y') {'y': 0} {'x': 3, 'y': 0} Pt(x=3, y=9) Pt(x=5, y=6) {'x': <class 'int'>, 'y': <class 'int'>} doc! True 2 3 0
# TypeError Pt.__new__() missing 1 required positional argument: 'x'
# TypeError Pt.__new__() takes from 2 to 3 positional arguments but 4 were given
# TypeError Got unexpected field names: ['z']
# TypeError Expected 2 arguments, got 3
# AttributeError can't set attribute
# NT(a=1, b='x') {'a': <class 'int'>, 'b': <class 'str'>}
# N2(a=1, b=2, c=5) {'c': 5} N2(a, b, c) _tuplegetter(0, 'Alias for field number 0') N2(a=1, b=3, c=5)
# TypeError N2.__new__() missing 2 required positional arguments: 'a' and 'b'
# ValueError Encountered duplicate field name: 'a'
# ValueError Type names and field names cannot be a keyword: 'class'
# ValueError Field names cannot start with an underscore: '_a'
# ('a', '_1', '_2', '_3')
# TypeError Got more default values than field names
# ValueError Type names and field names must be valid identifiers: '1X'
# {'a': 1, 'b': 'x'} {'a': 1, 'b': '2'} {'a': <class 'int'>, 'b': <class 'str'>} True frozenset({'c'}) True False
# TypeError TypedDict does not support instance and class checks
# True False True
# TypeError Instance and class checks can only be used with @runtime_checkable protocols
# TypeError Protocols cannot be instantiated
# ~T ~K ~S T <class 'int'> (<class 'int'>, <class 'str'>)
# 1 __main__.Stack[int] (~T,) <class '__main__.Stack'> (<class 'int'>,) __main__.Stack[int]
# TypeError Too many arguments for <class '__main__.Stack'>; actual 2, expected 1
# (__main__.Stack[str],) (<class '__main__.Sub'>, <class '__main__.Stack'>, <class 'typing.Generic'>, <class 'object'>)
# typing.List[int]
# typing.Dict[str, int]
# typing.Optional[int]
# typing.Union[int, str]
# typing.Optional[int]
# typing.Callable[[int], str]
# typing.Callable[..., int]
# typing.Tuple[int, ...]
# typing.Tuple[()]
# typing.Any
# typing.Literal['a', 1]
# typing.Final[int]
# typing.ClassVar[int]
# typing.Type[int]
# typing.Annotated[int, 'x']
# typing.List
# typing.Iterable[int]
# typing.Sequence[~T]
# typing.Mapping[str, ~T]
# typing.Awaitable[int]
# typing.Coroutine[typing.Any, typing.Any, int]
# typing.AsyncIterator[int]
# typing.Generator[int, str, NoneType]
# typing.NoReturn
# typing.Never
# list[int]
# int | None
# typing.Set[int]
# typing.FrozenSet[str]
# typing.Deque[int]
# typing.DefaultDict[str, list]
# typing.Counter[str]
# ~AnyStr
# <class 'str'>
# typing.Hashable
# typing.Sized
# typing.Self
# typing.LiteralString
# <class 'int'>
# typing.Union[int, str, NoneType]
# typing.Union[int, str, float]
# typing.List[typing.List[int]]
# List[int]
# ForwardRef('X')
# <class 'NoneType'>
# typing.List[ForwardRef('X')]
# typing.Callable
# typing.Type
# typing.Iterator
# typing.ContextManager[int, bool | None]
# typing.AsyncGenerator[int, NoneType]
# 1
# 2
# {'a': <class 'int'>, 'b': 'str', 'c': <class 'float'>, 'd': typing.Optional[int], 'return': typing.List[int]}
# {'a': <class 'int'>, 'b': <class 'str'>, 'c': <class 'float'>, 'd': typing.Optional[int], 'return': typing.List[int]}
# <class 'list'> (<class 'str'>, <class 'int'>) None () typing.Union ([<class 'int'>], <class 'str'>) typing.Union <class 'list'> (1, 2)
# {'x': <class 'int'>, 'y': 'A', 'z': typing.Optional[ForwardRef('A')]} {'x': <class 'int'>, 'y': <class '__main__.A'>, 'z': typing.Optional[__main__.A]}
# TypeError 3 is not a module, class, method, or function.
# a True True True True True True
# 5 __main__.UserId UserId <class 'int'>
# 3 False
# True
# TypeError Type List cannot be instantiated; use list() instead
# 0
# TypeError Cannot instantiate typing.Optional
# TypeError typing.Optional requires a single type. Got (<class 'int'>, <class 'str'>).
# TypeError Too many arguments for typing.List; actual 2, expected 1
# TypeError Subscripted generics cannot be used with class and instance checks
# True
# True
# TypeError Any cannot be instantiated
# TypeError Cannot instantiate typing.Literal
# TypeError Callable must be used as Callable[[arg, ...], result].
# TypeError A single constraint is not allowed
# TypeError Parameters to Generic[...] must all be type variables or parameter specification variables.
# TypeError Cannot take a Union of no types.
# TypeError Too few arguments for typing.Dict; actual 1, expected 2
# ~P P.args P.kwargs typing.Callable[~P, ~T] typing.Callable[typing.Concatenate[int, ~P], ~T]
# 3
# AssertionError Expected code to be unreachable, but got: 3
# Mov(a=1, b=None) (<class '__main__.Mov'>, <class 'tuple'>, <class 'object'>)
# TypeError Non-default namedtuple field b cannot follow default field a
# (<class 'str'>, typing.List[int])  typing.List[int] typing.Dict[int, str] __main__.Stack[int] {'x': <class 'int'>, 'y': <class 'int'>}
# (<class 'int'>, <class 'str'>) True True (<class 'int'>, <class 'NoneType'>) typing.Optional[typing.List[int]] typing.Union[int, typing.List[str], NoneType]
# name 'Undefined' is not defined
# (5,) {'a': typing.Annotated[int, 5]} <class 'typing.IO'> typing.Pattern[str] typing.Match <class 'typing.SupportsInt'> <class 'typing.SupportsIndex'> True
