# isinstance with the abstract classes.
from collections.abc import *
async def co(): pass
c = co(); c.close()
def g(): yield
class It:
    def __iter__(self): return iter(())
class Aw:
    def __await__(self): yield
for k in (Iterable, Iterator, Sized, Container, Collection, Sequence, MutableSequence, Mapping, MutableMapping, Set, Callable, Hashable, Generator, Awaitable, Coroutine, Reversible):
    print(k.__name__, [isinstance(x, k) for x in (1, 'a', [], (), {}, set(), frozenset(), range(2), g(), c, It(), Aw(), len, None)])
class S(Sequence):
    def __len__(self): return 2
    def __getitem__(self, i):
        if i > 1: raise IndexError
        return i
print(list(S()), 1 in S(), S().index(1), list(reversed(S())))
try:
    Sequence()
except TypeError as e:
    print(e)
# expect-output:
# Iterable [False, True, True, True, True, True, True, True, True, False, True, False, False, False]
# Iterator [False, False, False, False, False, False, False, False, True, False, False, False, False, False]
# Sized [False, True, True, True, True, True, True, True, False, False, False, False, False, False]
# Container [False, True, True, True, True, True, True, True, False, False, False, False, False, False]
# Collection [False, True, True, True, True, True, True, True, False, False, False, False, False, False]
# Sequence [False, True, True, True, False, False, False, True, False, False, False, False, False, False]
# MutableSequence [False, False, True, False, False, False, False, False, False, False, False, False, False, False]
# Mapping [False, False, False, False, True, False, False, False, False, False, False, False, False, False]
# MutableMapping [False, False, False, False, True, False, False, False, False, False, False, False, False, False]
# Set [False, False, False, False, False, True, True, False, False, False, False, False, False, False]
# Callable [False, False, False, False, False, False, False, False, False, False, False, False, True, False]
# Hashable [True, True, False, True, False, False, True, True, True, True, True, True, True, True]
# Generator [False, False, False, False, False, False, False, False, True, False, False, False, False, False]
# Awaitable [False, False, False, False, False, False, False, False, False, True, False, True, False, False]
# Coroutine [False, False, False, False, False, False, False, False, False, True, False, False, False, False]
# Reversible [False, True, True, True, True, False, False, True, False, False, False, False, False, False]
# [0, 1] True 1 [1, 0]
# Can't instantiate abstract class Sequence without an implementation for abstract methods '__getitem__', '__len__'
