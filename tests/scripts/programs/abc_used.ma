from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping, Sequence, MutableMapping, Iterator, Callable, Hashable, Sized, Container


class Shape(ABC):
    @abstractmethod
    def area(self): ...

    @property
    @abstractmethod
    def name(self): ...

    def describe(self):
        return f'{self.name}: {self.area():.2f}'


class Circle(Shape):
    def __init__(self, r):
        self.r = r

    def area(self):
        return 3.14159 * self.r ** 2

    @property
    def name(self):
        return '圆'


class Half(Shape):
    def area(self):
        return 1


print(Circle(2).describe())
for cls in (Shape, Half):
    try:
        cls()
    except TypeError as e:
        print(e)


class Deck(Sequence):
    def __init__(self, s):
        self.s = s

    def __len__(self):
        return len(self.s)

    def __getitem__(self, i):
        return self.s[i]


d = Deck('abcab')
print('b' in d, d.index('c'), d.count('a'), list(reversed(d)), d[1:3], isinstance(d, Iterable))


class LowerDict(MutableMapping):
    def __init__(self, *a, **k):
        self.d = {}
        self.update(*a, **k)

    def __getitem__(self, k): return self.d[k.lower()]
    def __setitem__(self, k, v): self.d[k.lower()] = v
    def __delitem__(self, k): del self.d[k.lower()]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)


m = LowerDict({'A': 1}, B=2)
print(m['a'], 'b' in m, m.get('zz', 0), m.pop('A'), dict(m), m.setdefault('Q', 7), list(m.items()), m == {'b': 2, 'q': 7})
print(isinstance({}, Mapping), isinstance([], Hashable), isinstance(len, Callable), isinstance(iter([]), Iterator), issubclass(int, Hashable))


@Shape.register
class Duck:
    pass


print(isinstance(Duck(), Shape), issubclass(Duck, Shape))


class Quacks(ABC):
    @classmethod
    def __subclasshook__(cls, c):
        return hasattr(c, 'quack') or NotImplemented


class X:
    def quack(self): pass


print(isinstance(X(), Quacks), isinstance(3, Quacks))
try:
    class Bad(Sequence):
        pass
    Bad()
except TypeError as e:
    print(e)
# expect-output:
# 圆: 12.57
# Can't instantiate abstract class Shape without an implementation for abstract methods 'area', 'name'
# Can't instantiate abstract class Half without an implementation for abstract method 'name'
# True 2 2 ['b', 'a', 'c', 'b', 'a'] bc True
# 1 True 0 1 {'b': 2} 7 [('b', 2), ('q', 7)] True
# True False True True True
# True True
# True False
# Can't instantiate abstract class Bad without an implementation for abstract methods '__getitem__', '__len__'
