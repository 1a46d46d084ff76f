from __future__ import annotations
from typing import (Any, Callable, Dict, Generic, Iterable, List, Optional, Protocol, Tuple, TypeVar, Union, NamedTuple,
                    TypedDict, Literal, Final, overload, cast, TYPE_CHECKING, runtime_checkable, AsyncIterator, Awaitable, get_type_hints)
import asyncio

if TYPE_CHECKING:
    from nowhere import Something

T = TypeVar('T')
K = TypeVar('K', bound=int)
MAX: Final[int] = 10
Handler = Callable[[str, int], Awaitable[None]]
Pair = Tuple[int, str]


class Stack(Generic[T]):
    def __init__(self) -> None:
        self.items: List[T] = []

    def push(self, x: T) -> None:
        self.items.append(x)

    def pop(self) -> Optional[T]:
        return self.items.pop() if self.items else None


@runtime_checkable
class Closeable(Protocol):
    def close(self) -> None: ...


class F:
    def close(self): pass


class Movie(TypedDict, total=False):
    name: str
    year: int


class Emp(NamedTuple):
    name: str
    id: int = 3

    def hello(self) -> str:
        return f'hi {self.name}'


@overload
def f(x: int) -> int: ...
@overload
def f(x: str) -> str: ...
def f(x):
    return x


def first(xs: Iterable[T], default: T | None = None) -> T | None:
    return next(iter(xs), default)


s: Stack[int] = Stack()
s.push(1)
IS = Stack[int]
print(s.pop(), s.pop(), f(1), f('a'), first([]), first('xy'), cast(int, 'z'))
print(isinstance(F(), Closeable), isinstance(3, Closeable), Movie(name='x', year=1), Emp('a').hello(), Emp('b', 4))
print(first.__annotations__)
x: int = 5
y: str
print(__annotations__)


async def agen(n: int) -> AsyncIterator[int]:
    for i in range(n):
        yield i


async def main() -> None:
    r: Dict[str, list[int]] = {'k': [i async for i in agen(3)]}
    mode: Literal['r', 'w'] = 'r'
    print(r, mode, 'y' in globals())


asyncio.run(main())
print(IS().items, list[int], dict[str, int], Optional[int], Union[int, str], int | None)
# expect-output:
# 1 None 1 a None x z
# True False {'name': 'x', 'year': 1} hi a Emp(name='b', id=4)
# {'xs': 'Iterable[T]', 'default': 'T | None', 'return': 'T | None'}
# {'MAX': 'Final[int]', 's': 'Stack[int]', 'x': 'int', 'y': 'str'}
# {'k': [0, 1, 2]} r False
# [] list[int] dict[str, int] typing.Optional[int] typing.Union[int, str] int | None
