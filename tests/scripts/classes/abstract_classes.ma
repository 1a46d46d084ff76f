# abc: what is not implemented cannot be made.
from abc import ABC, abstractmethod
class Shape(ABC):
    @abstractmethod
    def area(self): ...
    @property
    @abstractmethod
    def name(self): ...
    def describe(self): return f'{self.name}: {self.area()}'
for cls in (Shape, type('Half', (Shape,), {'area': lambda self: 1})):
    try:
        cls()
    except TypeError as e:
        print(e)
class Sq(Shape):
    name = 'sq'
    def __init__(self, s): self.s = s
    def area(self): return self.s ** 2
print(Sq(3).describe(), sorted(Shape.__abstractmethods__), isinstance(Sq(1), Shape))
Shape.register(int)
print(isinstance(5, Shape), issubclass(str, Shape))
class Duck(ABC):
    @classmethod
    def __subclasshook__(cls, other): return hasattr(other, 'quack')
class Q:
    def quack(self): pass
print(isinstance(Q(), Duck), isinstance(3, Duck))
# expect-output:
# Can't instantiate abstract class Shape without an implementation for abstract methods 'area', 'name'
# Can't instantiate abstract class Half without an implementation for abstract method 'name'
# sq: 9 ['area', 'name'] True
# True False
# True False
