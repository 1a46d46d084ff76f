# A metaclass sees the making of classes and what is asked of them.
class Meta(type):
    def __new__(m, name, bases, ns, **kw):
        print('new', name, [b.__name__ for b in bases], sorted(k for k in ns if not k.startswith('__')), kw)
        return super().__new__(m, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw):
        print('init', name)
        super().__init__(name, bases, ns)
    def __call__(cls, *a):
        print('call', cls.__name__, a)
        return super().__call__(*a)
    def __len__(cls): return 42
    def meth(cls): return 'meta method of ' + cls.__name__
    @property
    def p(cls): return 'meta prop'
class A(metaclass=Meta, opt=1):
    def __init__(self, x): self.x = x
class B(A): pass
print(A(5).x, len(B), B.meth(), A.p, type(B).__name__)
try:
    A(1).meth
except AttributeError as e:
    print(e)
class M2(type): pass
try:
    class C(A, metaclass=M2): pass
except TypeError as e:
    print(e)
class Prep(type):
    @classmethod
    def __prepare__(m, name, bases):
        print('prepare', name)
        return {'injected': 1}
    def __instancecheck__(cls, o): return o == 5
    def __subclasscheck__(cls, o): return o is int
class D(metaclass=Prep):
    y = injected + 1
print(D.y, isinstance(5, D), isinstance(6, D), issubclass(int, D), issubclass(str, D))
# expect-output:
# new A [] [] {'opt': 1}
# init A
# new B ['A'] [] {}
# init B
# call A (5,)
# 5 42 meta method of B meta prop Meta
# call A (1,)
# 'A' object has no attribute 'meth'
# metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases
# prepare D
# 2 True False True False
