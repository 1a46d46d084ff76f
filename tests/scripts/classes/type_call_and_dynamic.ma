# type() with three arguments makes a class.
C = type('C', (list,), {'x': 1, 'm': lambda self: len(self)})
c = C([1, 2])
print(c, c.x, c.m(), C.__name__, C.__module__, type(c) is C)
try:
    type('X', (3,), {})
except TypeError as e:
    print(e)
try:
    type(1, 2)
except TypeError as e:
    print(e)
try:
    class B(bool): pass
except TypeError as e:
    print(e)
try:
    class F(type(lambda: 0)): pass
except TypeError as e:
    print(e)
try:
    class N(type(None)): pass
except TypeError as e:
    print(e)
def local():
    class Inner:
        class Deep: pass
    return Inner
print(local().__qualname__, local().Deep.__qualname__, repr(local()))
C.__name__ = 'Renamed'
print(C, repr(C()))
# expect-output:
# [1, 2] 1 2 C __main__ True
# metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases
# type() takes 1 or 3 arguments
# type 'bool' is not an acceptable base type
# type 'function' is not an acceptable base type
# type 'NoneType' is not an acceptable base type
# local.<locals>.Inner local.<locals>.Inner.Deep <class '__main__.local.<locals>.Inner'>
# <class '__main__.C'> []
