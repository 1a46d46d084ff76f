# The method resolution order is C3's.
class A: pass
class B(A): pass
class C(A): pass
class D(B, C): pass
print([k.__name__ for k in D.__mro__])
class X(A): pass
class Y(X, B): pass
print([k.__name__ for k in Y.mro()])
try:
    class Z(A, B): pass
except TypeError as e:
    print(e)
try:
    class W(A, A): pass
except TypeError as e:
    print(e)
print(D.__bases__, D.__base__.__name__, issubclass(D, A), A.__subclasses__()[0].__name__)
# expect-output:
# ['D', 'B', 'C', 'A', 'object']
# ['Y', 'X', 'B', 'A', 'object']
# Cannot create a consistent method resolution order (MRO) for bases A, B
# duplicate base class A
# (<class '__main__.B'>, <class '__main__.C'>) B True B
