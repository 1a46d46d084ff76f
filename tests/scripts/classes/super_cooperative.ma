# super() follows the mro of the instance, not of the class.
class Base:
    def f(self): return ['Base']
class L(Base):
    def f(self): return ['L'] + super().f()
class R(Base):
    def f(self): return ['R'] + super().f()
class D(L, R):
    def f(self): return ['D'] + super().f()
print(D().f())
class S(Base):
    @classmethod
    def make(cls): return cls.__name__
    @staticmethod
    def st(): return 'st'
class T(S):
    @classmethod
    def make(cls): return 'T+' + super().make()
    def g(self): return super(T, self).f()
print(T.make(), T().g())
class N:
    def f(self):
        return super().nothing()
try:
    N().f()
except AttributeError as e:
    print(e)
def outside():
    super()
try:
    outside()
except RuntimeError as e:
    print(e)
try:
    super(D, 3).f
except TypeError as e:
    print(e)
class P:
    x = 'class attribute'
    @property
    def p(self): return 'prop P'
class Q(P):
    x = 'other'
    @property
    def p(self): return super().p + '!' + super().x
print(Q().p)
# expect-output:
# ['D', 'L', 'R', 'Base']
# T+T ['Base']
# 'super' object has no attribute 'nothing'
# super(): no arguments
# super(type, obj): obj (instance of int) is not an instance or subtype of type (D).
# prop P!class attribute
