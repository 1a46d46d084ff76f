# Many small checks; CPython prints the same.
def t(f, *a, **k):
    try: print(repr(f(*a, **k)))
    except BaseException as e: print(type(e).__name__, e)
class Plug:
    reg = {}
    def __init_subclass__(cls, /, key=None, **kw):
        super().__init_subclass__(**kw); Plug.reg[key or cls.__name__] = cls
    def __class_getitem__(cls, k): return f'{cls.__name__}[{k}]'
class A(Plug, key='aa'): pass
class B(A): pass
print(Plug.reg, A[int], B[1, 2])
def m():
    class C(Plug, key='x', bad=1): pass
t(m)
t(lambda: int[3]); t(lambda: list[int]); t(lambda: Plug()[0]); t(lambda: dict[str, int]); t(lambda: type[int]); t(lambda: object[1]); t(lambda: tuple[int, ...])
# slots
class S:
    __slots__ = ('a', 'b')
    def __init__(self, a): self.a = a
s = S(1); t(lambda: s.b); t(lambda: setattr(s, 'c', 1)); t(lambda: s.__dict__); t(lambda: s.c)
print(S.a, type(S.a), S.__slots__)
class S2(S): pass
x = S2(1); x.z = 1; print(x.__dict__, x.a)
class S3(S):
    __slots__ = ('c', '__dict__')
x = S3(1); x.c = 2; x.q = 3; print(x.__dict__)
def m():
    class X:
        __slots__ = ('a',); a = 1
t(m)
def m():
    class X: __slots__ = ('1a',)
t(m)
def m():
    class X: __slots__ = (5,)
t(m)
def m():
    class X(int): __slots__ = ('q',)
t(m)
def m():
    class X: __slots__ = ('q',)
    class Y: __slots__ = ('r',)
    class Z(X, Y): pass
t(m)
class One: __slots__ = 'only'
o = One(); o.only = 3; print(o.only); del o.only; t(lambda: o.only); 
def m(): del o.only
t(m)
class Priv: __slots__ = ('__p',)
print([n for n in dir(Priv) if 'p' in n and n.endswith('__p')])
class DS: __slots__ = {'a': 'doc of a'}
print(DS.a.__doc__, DS.__slots__)
class T(tuple): __slots__ = ()
print(T((1, 2)), T((1,)) == (1,)); t(lambda: setattr(T(), 'x', 1))
# super
class Base:
    def hi(self): return 'base'
    @classmethod
    def mk(cls): return cls.__name__
    @property
    def p(self): return 'bp'
    x = 5
class Mid(Base):
    def hi(self): return 'mid>' + super().hi()
    @classmethod
    def mk(cls): return 'mid:' + super().mk()
    @property
    def p(self): return super().p + '!'
    @staticmethod
    def st(): return super().hi()
    def lam(self): return (lambda: super().hi())
    def comp(self): return [super(Mid, self).hi() for _ in range(2)]
    def comp2(self): return [super().hi() for _ in range(2)]
    def gen(self): return list(super().hi() for _ in range(2))
m = Mid(); print(m.hi(), Mid.mk(), m.p); t(Mid.st); t(m.lam()) ; t(m.comp); t(m.comp2); t(m.gen)
print(super(Mid, m).x, super(Mid, Mid).mk(), super(Mid, m))
t(lambda: super(Mid, 5)); t(lambda: super(Mid, m).nope); t(lambda: super()); t(lambda: super(5)); t(lambda: super(Mid).hi)
def f(self): return super().hi()
Mid.ext = f; t(m.ext)
def f2(): return super()
t(f2)
class WithClass:
    def who(self): return __class__.__name__
    @classmethod
    def cw(cls): return __class__
class Sub(WithClass): pass
print(Sub().who(), Sub.cw())
class D1:
    def __init__(self, **k): print('D1', k); super().__init__(**k)
class D2(D1):
    def __init__(self, a=None, **k): print('D2', a, k); super().__init__(**k)
class D3(D1):
    def __init__(self, b=None, **k): print('D3', b, k); super().__init__(**k)
class D4(D2, D3): pass
D4(a=1, b=2); t(lambda: D4(c=1))
t(lambda: object(1)); t(lambda: Base(1)); t(lambda: D1.__init__())
class NN:
    def __new__(cls, *a): return object.__new__(cls)
t(lambda: NN(1, 2) and 1); 
class NI:
    def __init__(self): return 5
t(NI)
class NewOther:
    def __new__(cls): return 3
    def __init__(self): print('never')
print(NewOther())
t(lambda: object.__new__(int)); t(lambda: int.__new__(str)); t(lambda: object.__new__()); t(lambda: object.__new__(5))
print(D4.__mro__, D4.mro(), D4.__bases__, D4.__base__, Base.__subclasses__())
class Ab:
    __abstractmethods__ = frozenset(['z'])
from abc import ABC, abstractmethod
class AB(ABC):
    @abstractmethod
    def f(self): ...
    @property
    @abstractmethod
    def g(self): ...
t(AB)
class AB2(AB):
    def f(self): return 1
t(AB2)
class AB3(AB2): g = 3
print(AB3().g, AB.__abstractmethods__ == {'f', 'g'})
AB.register(int); print(isinstance(3, AB), issubclass(int, AB), issubclass(bool, AB))
class Hook(ABC):
    @classmethod
    def __subclasshook__(cls, C):
        return hasattr(C, 'quack') or NotImplemented
class Duck:
    def quack(self): pass
print(issubclass(Duck, Hook), isinstance(3, Hook))
t(lambda: isinstance(3, 5)); t(lambda: isinstance(3, (int, 5))); t(lambda: isinstance(3, ('a', int))); t(lambda: issubclass(3, int)); t(lambda: isinstance(3, int | str)); t(lambda: isinstance([], list[int])); t(lambda: isinstance(3, int | list[int]))
# expect-output:
# {'aa': <class '__main__.A'>, 'B': <class '__main__.B'>} A[<class 'int'>] B[(1, 2)]
# TypeError m.<locals>.C.__init_subclass__() takes no keyword arguments
# TypeError type 'int' is not subscriptable
# list[int]
# TypeError 'Plug' object is not subscriptable
# dict[str, int]
# type[int]
# TypeError type 'object' is not subscriptable
# tuple[int, ...]
# AttributeError 'S' object has no attribute 'b'
# AttributeError 'S' object has no attribute 'c' and no __dict__ for setting new attributes
# AttributeError 'S' object has no attribute '__dict__'
# AttributeError 'S' object has no attribute 'c'
# <member 'a' of 'S' objects> <class 'member_descriptor'> ('a', 'b')
# {'z': 1} 1
# {'q': 3}
# ValueError 'a' in __slots__ conflicts with class variable
# TypeError __slots__ must be identifiers
# TypeError __slots__ items must be strings, not 'int'
# TypeError nonempty __slots__ not supported for subtype of 'int'
# TypeError multiple bases have instance lay-out conflict
# 3
# AttributeError 'One' object has no attribute 'only'
# AttributeError only
# ['_Priv__p']
# None {'a': 'doc of a'}
# (1, 2) True
# AttributeError 'T' object has no attribute 'x' and no __dict__ for setting new attributes
# mid>base mid:Mid bp!
# RuntimeError super(): no arguments
# RuntimeError super(): no arguments
# ['base', 'base']
# ['base', 'base']
# TypeError super(type, obj): obj (instance of range_iterator) is not an instance or subtype of type (Mid).
# 5 Mid <super: <class 'Mid'>, <Mid object>>
# TypeError super(type, obj): obj (instance of int) is not an instance or subtype of type (Mid).
# AttributeError 'super' object has no attribute 'nope'
# RuntimeError super(): no arguments
# TypeError super() argument 1 must be a type, not int
# AttributeError 'super' object has no attribute 'hi'
# RuntimeError super(): __class__ cell not found
# RuntimeError super(): no arguments
# WithClass <class '__main__.WithClass'>
# D2 1 {'b': 2}
# D3 2 {}
# D1 {}
# D2 None {'c': 1}
# D3 None {'c': 1}
# D1 {'c': 1}
# TypeError object.__init__() takes exactly one argument (the instance to initialize)
# TypeError object() takes no arguments
# TypeError Base() takes no arguments
# TypeError D1.__init__() missing 1 required positional argument: 'self'
# 1
# TypeError __init__() should return None, not 'int'
# 3
# TypeError object.__new__(int) is not safe, use int.__new__()
# TypeError int.__new__(str): str is not a subtype of int
# TypeError object.__new__(): not enough arguments
# TypeError object.__new__(X): X is not a type object (int)
# (<class '__main__.D4'>, <class '__main__.D2'>, <class '__main__.D3'>, <class '__main__.D1'>, <class 'object'>) [<class '__main__.D4'>, <class '__main__.D2'>, <class '__main__.D3'>, <class '__main__.D1'>, <class 'object'>] (<class '__main__.D2'>, <class '__main__.D3'>) <class '__main__.D2'> [<class '__main__.Mid'>]
# TypeError Can't instantiate abstract class AB without an implementation for abstract methods 'f', 'g'
# TypeError Can't instantiate abstract class AB2 without an implementation for abstract method 'g'
# 3 True
# True True True
# True False
# TypeError isinstance() arg 2 must be a type, a tuple of types, or a union
# True
# TypeError isinstance() arg 2 must be a type, a tuple of types, or a union
# TypeError issubclass() arg 1 must be a class
# True
# TypeError isinstance() argument 2 cannot be a parameterized generic
# True
