# What stands in brackets: typing's forms, their messages, Generic and Protocol.
from typing import *
import typing
def t(f, *a, **k):
    try: print(repr(f(*a, **k)))
    except BaseException as e: print(type(e).__name__, e)
T = TypeVar('T'); U = TypeVar('U'); P = ParamSpec('P'); Ts = TypeVarTuple('Ts')
class Stack(Generic[T]): x = 5
class Two(Generic[T, U]): pass
class Plain: pass
class Sub(Stack[U], Two[U, int]): pass
class Fixed(Stack[int]): pass
for f in (lambda: Optional[int, str], lambda: List[int, str], lambda: Dict[str], lambda: Optional(), lambda: List[int](), lambda: List(), lambda: Union[int](), lambda: Union[int,str](), lambda: Callable[int], lambda: Callable[int, str], lambda: Literal(), lambda: Any(), lambda: TypeVar('T', int), lambda: Generic[int], lambda: Generic[T, T], lambda: Generic[()], lambda: Generic, lambda: Generic[T], lambda: Union[()], lambda: Stack[int, str], lambda: Stack[()], lambda: Two[int], lambda: Two[int, str], lambda: Two[T, int][str], lambda: Fixed[int], lambda: Sub.__parameters__, lambda: Sub[int], lambda: Fixed.__parameters__, lambda: Generic(), lambda: Stack[T], lambda: Stack[int].x, lambda: Stack[int].__name__, lambda: Stack[int] == Stack[int], lambda: isinstance(Stack(), Stack[int]), lambda: issubclass(int, List[int]), lambda: isinstance([], List), lambda: isinstance(3, Union[int, str]), lambda: isinstance(3, Optional[int]), lambda: isinstance(3, Any), lambda: isinstance(3, T), lambda: isinstance(3, Literal[1]), lambda: List[T], lambda: List[T][int], lambda: Dict[T, U][int, str], lambda: Dict[T, T][int], lambda: List[int][str], lambda: Callable[[T], U][int, str], lambda: Callable[P, T], lambda: Callable[P, T][[int, str], float], lambda: Tuple[T, ...][int], lambda: Tuple[int, str], lambda: Tuple, lambda: Tuple[()], lambda: Union[T, int][str], lambda: Optional[T][int], lambda: ClassVar[int], lambda: ClassVar, lambda: ClassVar[int, str], lambda: Final[int], lambda: Literal[1, 'a', None, True], lambda: Literal[Literal[1, 2], 3], lambda: Literal[1, 1], lambda: Literal[[]], lambda: Annotated[int, 1], lambda: Annotated[int], lambda: Annotated[Annotated[int, 1], 2], lambda: Annotated[T, 1][int], lambda: Type[int], lambda: Type[T], lambda: List['X'], lambda: Optional['X'], lambda: Union['X', None, int], lambda: List[3], lambda: List[1, 2, 3], lambda: Dict[3, 4], lambda: Optional[3], lambda: Union[1, 2], lambda: Self[int], lambda: NoReturn[int], lambda: Any[int], lambda: Required[int], lambda: NotRequired[int], lambda: TypeGuard[int], lambda: Unpack[Ts], lambda: Ts, lambda: P, lambda: Concatenate[int, P], lambda: Concatenate[int], lambda: type(T), lambda: type(List), lambda: type(List[int]), lambda: type(Optional), lambda: type(Union[int, str]), lambda: type(Optional[int]), lambda: type(Callable), lambda: type(Any), lambda: type(Literal[1]), lambda: Any, lambda: List.__origin__, lambda: List._name, lambda: List[int].__origin__, lambda: List.__module__, lambda: T.__module__, lambda: get_type_hints(Stack), lambda: get_origin(Stack[int]), lambda: get_args(Stack[int]), lambda: get_args(Annotated[int, 1]), lambda: get_origin(Annotated[int, 1]), lambda: get_origin(ClassVar[int]), lambda: get_origin(Generic), lambda: get_origin(Generic[T]), lambda: get_origin(List), lambda: get_args(List), lambda: get_args(Callable[[], int]), lambda: get_args(Callable[..., int]), lambda: get_args(Optional[int]), lambda: get_args(Union[int, str]), lambda: get_args(int | str), lambda: get_args(Tuple[()]), lambda: Callable[[], int], lambda: Callable[[int, str], None], lambda: List[None], lambda: Iterable[T], lambda: Iterator[int], lambda: AsyncIterator[T][int], lambda: Generator[int], lambda: Generator[int, None], lambda: Coroutine[None, None, T][int], lambda: Awaitable[Optional[T]][int], lambda: ContextManager[int], lambda: Mapping, lambda: Mapping[str, Any], lambda: Deque[int], lambda: DefaultDict[str, List[int]], lambda: Counter[str], lambda: OrderedDict[str, int], lambda: ChainMap[str, int], lambda: TextIO, lambda: IO[str], lambda: Pattern[str], lambda: Match, lambda: Text, lambda: AnyStr, lambda: ForwardRef('A'), lambda: cast('int', 3), lambda: NewType('A', int), lambda: NewType('A', int) | None, lambda: T | int, lambda: int | T, lambda: List[int] | None, lambda: None | List[int], lambda: Optional[int] | str, lambda: 'X' | List[int], lambda: Stack | None, lambda: Stack[int] | None, lambda: list[T], lambda: list[T][int], lambda: dict[T, U][int, str], lambda: list[T].__parameters__, lambda: list[int][str], lambda: tuple[T, ...][int], lambda: (T | None)[int], lambda: (list[T] | None).__parameters__, lambda: list['X'], lambda: type[int], lambda: List[list[T]][int], lambda: list[List[T]][int], lambda: Hashable, lambda: Sized, lambda: Protocol, lambda: Protocol[T], lambda: SupportsInt, lambda: isinstance(3, SupportsInt), lambda: isinstance('a', SupportsInt), lambda: NamedTuple, lambda: TypedDict, lambda: Self, lambda: Never, lambda: LiteralString, lambda: TypeAlias, lambda: hash(Union[int, str]) == hash(Union[str, int]), lambda: Literal[1, 2] == Literal[2, 1], lambda: Literal[0] == Literal[False], lambda: List[int] == list[int], lambda: {List[int]: 1}[List[int]], lambda: Optional[int] == Union[None, int], lambda: Union[int, str] == int | str, lambda: Union[List[int], list[int]], lambda: Stack[int](), lambda: typing.List is List, lambda: dir(typing)[:3], lambda: T.__bound__, lambda: T.__constraints__, lambda: T.__covariant__, lambda: TypeVar('A', covariant=True), lambda: TypeVar('B', bound='X').__bound__, lambda: TypeVar('C', int, str, bound=int), lambda: TypeVar('D', default=int).__default__, lambda: TypeVar('D').has_default(), lambda: get_overloads(t), lambda: is_typeddict(3), lambda: NewType('Q', int).__module__, lambda: NewType('Q', int)('s'), lambda: Stack.__class_getitem__(int), lambda: Stack.__orig_bases__, lambda: Sub.__bases__, lambda: Stack.__mro__, lambda: typing.get_type_hints(typing.get_type_hints)): t(f)
o = Stack[int](); print(o.__orig_class__, o.x)
class It(Iterable[T]):
    def __iter__(self): return iter([1])
print(list(It()), It.__mro__, It.__parameters__, It[int])
class LL(List[int]): pass
print(LL([1]), LL.__mro__, LL.__orig_bases__)
class DD(Dict[str, T], Generic[T]): pass
print(DD.__mro__, DD[int], DD(a=1))
def bad():
    class X(Generic[T], Generic[U]): pass
t(bad)
def bad():
    class X(Stack[T], Generic[U]): pass
t(bad)
def bad():
    class X(Generic): pass
t(bad)
def bad():
    class X(Optional[int]): pass
t(bad)
def bad():
    class X(Union): pass
t(bad)
def bad():
    class X(T): pass
t(bad)
def bad():
    class X(Any): pass
    return X()
t(bad)
def bad():
    class X(ClassVar[int]): pass
t(bad)
class Pr(Protocol):
    a: int
    def m(self): ...
class Pm(Protocol):
    def m(self): ...
    def dflt(self): return 'd'
@runtime_checkable
class Rm(Pm, Protocol): pass
@runtime_checkable
class Ra(Protocol):
    a: int
class Impl(Pm):
    def m(self): return 'm'
class Duck:
    a = 1
    def m(self): pass
    def dflt(self): pass
t(lambda: isinstance(Duck(), Pr)); t(lambda: issubclass(Duck, Pr)); t(lambda: isinstance(Duck(), Rm)); t(lambda: isinstance(3, Rm)); t(lambda: issubclass(Duck, Rm)); t(lambda: issubclass(int, Rm)); t(lambda: isinstance(Duck(), Ra)); t(lambda: issubclass(Duck, Ra)); t(lambda: Pm()); t(lambda: Impl().dflt()); t(lambda: Impl().m()); t(lambda: isinstance(Impl(), Pm)); print(type(Pm), Pm._is_protocol, Impl._is_protocol, Pm.__mro__, Impl.__mro__); t(lambda: runtime_checkable(Duck)); t(lambda: Protocol()); t(lambda: isinstance(Impl(), Protocol))
def bad():
    class X(Protocol, Duck): pass
t(bad)
class GP(Protocol[T]):
    def get(self) -> T: ...
class GI(GP[int]):
    def get(self): return 3
print(GP[int], GI().get(), GP.__parameters__, GI.__parameters__, get_protocol_members(GP), is_protocol(GP), is_protocol(GI))
class PI(Protocol):
    x: int
    def __init__(self, x): self.x = x
t(lambda: PI(3)); 
class PI2(PI): pass
print(PI2(4).x)
from abc import abstractmethod
class PA(Protocol):
    @abstractmethod
    def q(self): ...
class PA2(PA): pass
t(lambda: PA2())
class TD(TypedDict, total=False):
    'doc'
    a: Required[int]; b: NotRequired[str]; c: ReadOnly[int]
print(TD.__annotations__, TD.__required_keys__, TD.__mro__, TD.__bases__, type(TD), TD.__doc__, TD({'a': 1}), TD.__orig_bases__, TD.__name__, get_type_hints(TD)); t(lambda: TD(a=1)['b']); t(lambda: isinstance({}, TD)); t(lambda: issubclass(dict, TD))
X = TypedDict('X', {'a': int, 'in': str}); print(X.__annotations__, X, X.__total__)
def bad():
    class Y(TD, Duck): pass
t(bad)
def bad():
    class Y(TypedDict):
        a: int = 3
        def f(self): pass
t(bad)
class GTD(TypedDict, Generic[T]): a: T
print(GTD[int], GTD.__parameters__)
class GNT(NamedTuple, Generic[T]): a: T
print(GNT[int], GNT(1), GNT.__mro__)
def bad():
    class Y(NamedTuple):
        _a: int
t(bad)
def bad():
    class Y(NamedTuple):
        a: int
        def __new__(cls): pass
t(bad)
def bad():
    class Y(NamedTuple, Duck): a: int
t(bad)
@overload
def ov(a: int): ...
@overload
def ov(a: str): ...
t(lambda: ov(3))
print(get_overloads(ov))
def f(a: 'int', b: Optional['Stack'] = None, *c: 'List[int]') -> 'None': pass
print(get_type_hints(f)); 
def f(a: 'Undef'): pass
t(lambda: get_type_hints(f))
class A:
    x: 'A'; y: List['A']; z: Dict[str, Optional['A']]; c: ClassVar['int'] = 3
print(get_type_hints(A)); print(get_type_hints(A, include_extras=True)); print(get_type_hints(typing) == {} if 0 else 0)
class Bx(A): w: int
print(list(get_type_hints(Bx)), Bx.__annotations__)
# expect-output:
# TypeError typing.Optional requires a single type. Got (<class 'int'>, <class 'str'>).
# TypeError Too many arguments for typing.List; actual 2, expected 1
# TypeError Too few arguments for typing.Dict; actual 1, expected 2
# TypeError Cannot instantiate typing.Optional
# TypeError Type List cannot be instantiated; use list() instead
# TypeError Type List cannot be instantiated; use list() instead
# 0
# TypeError Cannot instantiate typing.Union
# TypeError Callable must be used as Callable[[arg, ...], result].
# typing.Callable[[int], str]
# TypeError Cannot instantiate typing.Literal
# TypeError Any cannot be instantiated
# TypeError A single constraint is not allowed
# TypeError Parameters to Generic[...] must all be type variables or parameter specification variables.
# TypeError Parameters to Generic[...] must all be unique
# TypeError Parameter list to Generic[...] cannot be empty
# <class 'typing.Generic'>
# typing.Generic[~T]
# TypeError Cannot take a Union of no types.
# TypeError Too many arguments for <class '__main__.Stack'>; actual 2, expected 1
# TypeError Too few arguments for <class '__main__.Stack'>; actual 0, expected at least 1
# TypeError Too few arguments for <class '__main__.Two'>; actual 1, expected at least 2
# __main__.Two[int, str]
# __main__.Two[str, int]
# TypeError <class '__main__.Fixed'> is not a generic class
# (~U,)
# __main__.Sub[int]
# ()
# <typing.Generic object at 0x7f912781be40>
# __main__.Stack[~T]
# 5
# 'Stack'
# True
# TypeError Subscripted generics cannot be used with class and instance checks
# TypeError Subscripted generics cannot be used with class and instance checks
# True
# True
# True
# TypeError typing.Any cannot be used with isinstance()
# TypeError isinstance() arg 2 must be a type, a tuple of types, or a union
# TypeError Subscripted generics cannot be used with class and instance checks
# typing.List[~T]
# typing.List[int]
# typing.Dict[int, str]
# typing.Dict[int, int]
# TypeError typing.List[int] is not a generic class
# typing.Callable[[int], str]
# typing.Callable[~P, ~T]
# typing.Callable[[int, str], float]
# typing.Tuple[int, ...]
# typing.Tuple[int, str]
# typing.Tuple
# typing.Tuple[()]
# typing.Union[str, int]
# typing.Optional[int]
# typing.ClassVar[int]
# typing.ClassVar
# TypeError typing.ClassVar accepts only single type. Got (<class 'int'>, <class 'str'>).
# typing.Final[int]
# typing.Literal[1, 'a', None, True]
# typing.Literal[1, 2, 3]
# typing.Literal[1]
# typing.Literal[[]]
# typing.Annotated[int, 1]
# TypeError Annotated[...] should be used with at least two arguments (a type and an annotation).
# typing.Annotated[int, 1, 2]
# typing.Annotated[int, 1]
# typing.Type[int]
# typing.Type[~T]
# typing.List[ForwardRef('X')]
# typing.Optional[ForwardRef('X')]
# typing.Union[ForwardRef('X'), NoneType, int]
# typing.List[3]
# TypeError Too many arguments for typing.List; actual 3, expected 1
# typing.Dict[3, 4]
# typing.Optional[3]
# typing.Union[1, 2]
# TypeError typing.Self is not subscriptable
# TypeError typing.NoReturn is not subscriptable
# TypeError type 'Any' is not subscriptable
# typing.Required[int]
# typing.NotRequired[int]
# typing.TypeGuard[int]
# typing.Unpack[Ts]
# Ts
# ~P
# typing.Concatenate[int, ~P]
# TypeError The last parameter to Concatenate should be a ParamSpec variable or ellipsis.
# <class 'typing.TypeVar'>
# <class 'typing._SpecialGenericAlias'>
# <class 'typing._GenericAlias'>
# <class 'typing._SpecialForm'>
# <class 'typing._UnionGenericAlias'>
# <class 'typing._UnionGenericAlias'>
# <class 'typing._CallableType'>
# <class 'typing._AnyMeta'>
# <class 'typing._LiteralGenericAlias'>
# typing.Any
# <class 'list'>
# 'List'
# <class 'list'>
# 'typing'
# '__main__'
# {}
# <class '__main__.Stack'>
# (<class 'int'>,)
# (<class 'int'>, 1)
# typing.Annotated
# typing.ClassVar
# <class 'typing.Generic'>
# <class 'typing.Generic'>
# <class 'list'>
# ()
# ([], <class 'int'>)
# (Ellipsis, <class 'int'>)
# (<class 'int'>, <class 'NoneType'>)
# (<class 'int'>, <class 'str'>)
# (<class 'int'>, <class 'str'>)
# ()
# typing.Callable[[], int]
# typing.Callable[[int, str], NoneType]
# typing.List[NoneType]
# typing.Iterable[~T]
# typing.Iterator[int]
# typing.AsyncIterator[int]
# typing.Generator[int, NoneType, NoneType]
# typing.Generator[int, NoneType, NoneType]
# typing.Coroutine[NoneType, NoneType, int]
# typing.Awaitable[typing.Optional[int]]
# typing.ContextManager[int, bool | None]
# typing.Mapping
# typing.Mapping[str, typing.Any]
# typing.Deque[int]
# typing.DefaultDict[str, typing.List[int]]
# typing.Counter[str]
# typing.OrderedDict[str, int]
# typing.ChainMap[str, int]
# <class 'typing.TextIO'>
# typing.IO[str]
# typing.Pattern[str]
# typing.Match
# <class 'str'>
# ~AnyStr
# ForwardRef('A')
# 3
# __main__.A
# typing.Optional[__main__.A]
# typing.Union[~T, int]
# typing.Union[int, ~T]
# typing.Optional[typing.List[int]]
# typing.Optional[typing.List[int]]
# typing.Union[int, NoneType, str]
# typing.Union[ForwardRef('X'), typing.List[int]]
# __main__.Stack | None
# typing.Optional[__main__.Stack[int]]
# list[~T]
# list[int]
# dict[int, str]
# (~T,)
# TypeError list[int] is not a generic class
# tuple[int, ...]
# typing.Optional[int]
# (~T,)
# list['X']
# type[int]
# typing.List[list[int]]
# list[typing.List[int]]
# typing.Hashable
# typing.Sized
# <class 'typing.Protocol'>
# typing.Protocol[~T]
# <class 'typing.SupportsInt'>
# True
# False
# <function NamedTuple at 0x7f91277065c0>
# <function TypedDict at 0x7f91277068e0>
# typing.Self
# typing.Never
# typing.LiteralString
# typing.TypeAlias
# True
# True
# False
# False
# 1
# True
# True
# typing.Union[typing.List[int], list[int]]
# <__main__.Stack object at 0x7f912771aad0>
# True
# ['ABCMeta', 'AbstractSet', 'Annotated']
# None
# ()
# False
# +A
# ForwardRef('X')
# TypeError Constraints cannot be combined with bound=...
# <class 'int'>
# False
# []
# False
# '__main__'
# 's'
# __main__.Stack[int]
# (typing.Generic[~T],)
# (<class '__main__.Stack'>, <class '__main__.Two'>)
# (<class '__main__.Stack'>, <class 'typing.Generic'>, <class 'object'>)
# {}
# __main__.Stack[int] 5
# [1] (<class '__main__.It'>, <class 'collections.abc.Iterable'>, <class 'typing.Generic'>, <class 'object'>) (~T,) __main__.It[int]
# [1] (<class '__main__.LL'>, <class 'list'>, <class 'typing.Generic'>, <class 'object'>) (typing.List[int],)
# (<class '__main__.DD'>, <class 'dict'>, <class 'typing.Generic'>, <class 'object'>) __main__.DD[int] {'a': 1}
# TypeError Cannot inherit from Generic[...] multiple times.
# TypeError Some type variables (~T) are not listed in Generic[~U]
# TypeError Cannot inherit from plain Generic
# TypeError Cannot subclass typing.Optional[int]
# TypeError Cannot subclass typing.Union
# TypeError Cannot subclass an instance of TypeVar
# <__main__.bad.<locals>.X object at 0x7f91275e1400>
# TypeError Cannot subclass typing.ClassVar[int]
# TypeError Instance and class checks can only be used with @runtime_checkable protocols
# TypeError Instance and class checks can only be used with @runtime_checkable protocols
# True
# False
# True
# False
# True
# TypeError Protocols with non-method members don't support issubclass(). Non-method members: 'a'.
# TypeError Protocols cannot be instantiated
# 'd'
# 'm'
# TypeError Instance and class checks can only be used with @runtime_checkable protocols
# <class 'typing._ProtocolMeta'> True False (<class '__main__.Pm'>, <class 'typing.Protocol'>, <class 'typing.Generic'>, <class 'object'>) (<class '__main__.Impl'>, <class '__main__.Pm'>, <class 'typing.Protocol'>, <class 'typing.Generic'>, <class 'object'>)
# TypeError @runtime_checkable can be only applied to protocol classes, got <class '__main__.Duck'>
# <typing.Protocol object at 0x7f9127791ac0>
# True
# TypeError Protocols can only inherit from other protocols, got <class '__main__.Duck'>
# __main__.GP[int] 3 (~T,) () frozenset({'get'}) True False
# <__main__.PI object at 0x7f91275e1400>
# 4
# TypeError Can't instantiate abstract class PA2 without an implementation for abstract method 'q'
# {'a': typing.Required[int], 'b': typing.NotRequired[str], 'c': typing.ReadOnly[int]} frozenset({'a'}) (<class '__main__.TD'>, <class 'dict'>, <class 'object'>) (<class 'dict'>,) <class 'typing._TypedDictMeta'> doc {'a': 1} (<function TypedDict at 0x7f91277068e0>,) TD {'a': <class 'int'>, 'b': <class 'str'>, 'c': <class 'int'>}
# KeyError 'b'
# TypeError TypedDict does not support instance and class checks
# TypeError TypedDict does not support instance and class checks
# {'a': <class 'int'>, 'in': <class 'str'>} <class '__main__.X'> True
# TypeError cannot inherit from both a TypedDict type and a non-TypedDict base class
# None
# __main__.GTD[int] (~T,)
# __main__.GNT[int] GNT(a=1) (<class '__main__.GNT'>, <class 'tuple'>, <class 'typing.Generic'>, <class 'object'>)
# ValueError Field names cannot start with an underscore: '_a'
# AttributeError Cannot overwrite NamedTuple attribute __new__
# TypeError can only inherit from a NamedTuple type and Generic
# NotImplementedError You should not call an overloaded function. A series of @overload-decorated functions outside a stub module should always be followed by an implementation that is not @overload-ed.
# []
# {'a': <class 'int'>, 'b': typing.Optional[__main__.Stack], 'c': typing.List[int], 'return': <class 'NoneType'>}
# NameError name 'Undef' is not defined
# {'x': <class '__main__.A'>, 'y': typing.List[__main__.A], 'z': typing.Dict[str, typing.Optional[__main__.A]], 'c': typing.ClassVar[int]}
# {'x': <class '__main__.A'>, 'y': typing.List[__main__.A], 'z': typing.Dict[str, typing.Optional[__main__.A]], 'c': typing.ClassVar[int]}
# 0
# ['x', 'y', 'z', 'c', 'w'] {'w': <class 'int'>}
