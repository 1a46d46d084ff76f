# The mro and super() in all forms.
class A:
    def __init__(self): print('A'); super().__init__()
    def who(self): return 'A'
class B(A):
    def __init__(self): print('B'); super().__init__()
    def who(self): return 'B' + super().who()
class C(A):
    def __init__(self): print('C'); super().__init__()
    def who(self): return 'C' + super(C, self).who()
class D(B, C):
    def __init__(self): print('D'); super().__init__()
    def who(self): return 'D' + super().who()
d = D(); print(d.who(), [k.__name__ for k in D.__mro__], D.mro() == list(D.__mro__))
print(super(B, d).who(), super(D, D).who(d), super(B, D).who(d))
try:
    class X(A, D): pass
except TypeError as e: print(e)
try:
    class X(A, A): pass
except TypeError as e: print(e)
class P:
    @classmethod
    def mk(cls): return cls.__name__
    @staticmethod
    def st(): return 'st'
    @property
    def p(self): return 'P.p'
    x = 1
class Q(P):
    @classmethod
    def mk(cls): return 'Q' + super().mk()
    @staticmethod
    def st(): return 'Q' + super(Q, Q).st()
    @property
    def p(self): return 'Q' + super().p
    def getx(self): return super().x
    def bad(self): return super().nope
    def lam(self): return (lambda: super(Q, self).p)()
    def comp(self): return [super(Q, self).x for _ in range(2)]
    def nested(self):
        def f(): return super(Q, self).p
        return f()
    def cell(self): return __class__
print(Q.mk(), Q().mk(), Q.st(), Q().p, Q().getx(), Q().lam(), Q().comp(), Q().nested(), Q().cell())
try: Q().bad()
except AttributeError as e: print(e)
try: super(Q, 5)
except TypeError as e: print(e)
try: super(5, 5)
except TypeError as e: print(e)
def f(self): return super().x
try: f(Q())
except RuntimeError as e: print(e)
def f(): return super()
try: f()
except RuntimeError as e: print(e)
class Z(P):
    def m(self):
        self2 = self
        self = None
        return super().x
try: print(Z().m())
except TypeError as e: print(e)
s = super(Q, Q()); print(repr(s)[:30], s.__thisclass__, s.__self_class__, type(s.__self__))
class R(P):
    def __setattr__(self, k, v):
        super().__setattr__(k, v * 2)
    def __getattribute__(self, k):
        return super().__getattribute__(k)
    def __eq__(self, o): return super().__eq__(o)
    __hash__ = None
r = R(); r.v = 4; print(r.v, r == r, r == 3)
class M(type):
    def __call__(cls, *a):
        print('call', cls.__name__, a)
        return super().__call__(*a)
    def __new__(m, n, b, d, **k):
        print('new', n, k); return super().__new__(m, n, b, d)
    def __init__(c, n, b, d, **k):
        print('init', n, k); super().__init__(n, b, d)
class W(metaclass=M, flag=1):
    def __init__(self, *a): print('W init', a)
W(1, 2)
class V(W): pass
print(type(V), V.__class__, isinstance(V, M))
class Sup:
    def __init_subclass__(cls, **k):
        super().__init_subclass__()
        print('sub', cls.__name__, k)
class T1(Sup, a=1): pass
class T2(T1): pass
try:
    class T3(A, a=1): pass
except TypeError as e: print(e)
# expect error: AttributeError: 'super' object has no attribute 'x'
# expect-output:
# D
# B
# C
# A
# DBCA ['D', 'B', 'C', 'A', 'object'] True
# CA BCA CA
# Cannot create a consistent method resolution order (MRO) for bases A, D
# duplicate base class A
# QQ QQ Qst QP.p 1 P.p [1, 1] P.p <class '__main__.Q'>
# 'super' object has no attribute 'nope'
# super(type, obj): obj (instance of int) is not an instance or subtype of type (Q).
# super() argument 1 must be a type, not int
# super(): __class__ cell not found
# super(): no arguments
