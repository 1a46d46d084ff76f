# Hooks for subclasses and subscripts.
class Base:
    reg = []
    def __init_subclass__(cls, /, tag=None, **kw):
        super().__init_subclass__(**kw)
        cls.tag = tag
        Base.reg.append(cls.__name__)
    def __class_getitem__(cls, item):
        return f'{cls.__name__}[{item!r}]'
class A(Base, tag='t'): pass
class B(A): pass
print(Base.reg, A.tag, B.tag, A[int], B[1, 2])
try:
    class C(int, foo=1): pass
except TypeError as e:
    print(e)
class P: pass
try:
    P[1]
except TypeError as e:
    print(e)
# expect-output:
# ['A', 'B'] t None A[<class 'int'>] B[(1, 2)]
# C.__init_subclass__() takes no keyword arguments
# type 'P' is not subscriptable
