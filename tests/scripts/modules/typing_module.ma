# typing: accepted, shown, harmless.
from typing import *
T = TypeVar('T')
print(Optional[int], List[str], Dict[str, Any], Union[int, str], Callable[[int], str], Tuple[int, ...], T)
class Stack(Generic[T]):
    def __init__(self) -> None: self.items: List[T] = []
    def push(self, x: T) -> None: self.items.append(x)
s = Stack[int](); s.push(1); print(s.items)
class P(NamedTuple):
    x: int
    y: int = 2
print(P(1), P(1).y)
class TD(TypedDict):
    a: int
print(TD(a=1))
@runtime_checkable
class Has(Protocol):
    def close(self) -> None: ...
class X:
    def close(self): pass
print(isinstance(X(), Has), isinstance(1, Has), TYPE_CHECKING, cast(int, 'a'))
def f(a: 'int', b: Optional[str] = None) -> Awaitable[int]: ...
print(get_type_hints(f))
# expect-output:
# typing.Optional[int] typing.List[str] typing.Dict[str, typing.Any] typing.Union[int, str] typing.Callable[[int], str] typing.Tuple[int, ...] ~T
# [1]
# P(x=1, y=2) 2
# {'a': 1}
# True False False a
# {'a': <class 'int'>, 'b': typing.Optional[str], 'return': typing.Awaitable[int]}
