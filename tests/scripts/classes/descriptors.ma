# Descriptors, property, __set_name__.
class D:
    def __set_name__(self, owner, name): print('set_name', owner.__name__, name); self.n = name
    def __get__(self, obj, owner=None):
        if obj is None: return self
        return ('get', self.n, type(obj).__name__, owner.__name__)
    def __set__(self, obj, v): print('set', v)
    def __delete__(self, obj): print('del')
class N:
    def __get__(self, obj, owner): return 'nondata'
class C:
    d = D()
    n = N()
c = C(); print(c.d, C.d.n); c.d = 5; del c.d; print(c.n, C.n)
c.__dict__['d'] = 1; c.__dict__['n'] = 2; print(c.d, c.n, c.__dict__)
class S(C): pass
print(S().d)
class Bad:
    def __set_name__(self, o, n): raise ValueError('x')
try:
    class E: b = Bad()
except Exception as e: print(type(e).__name__, e, e.__notes__ if hasattr(e, '__notes__') else None, repr(e.__cause__))
class SetOnly:
    def __set__(self, o, v): o.__dict__['q'] = v * 2
class F: q = SetOnly()
f = F(); f.q = 4; print(f.q); print(type(F().q).__name__)
try: del f.q
except AttributeError as e: print(e)
class P:
    def __init__(self): self._x = 1
    @property
    def x(self):
        "the x"
        return self._x
    @x.setter
    def x(self, v): self._x = v
    @x.deleter
    def x(self): del self._x
    ro = property(lambda self: 42)
    wo = property(None, lambda self, v: print('wo', v))
    e = property()
p = P(); p.x = 5; print(p.x, P.x.__doc__, P.x.fget.__name__); del p.x
for code in ['p.x', 'p.ro = 1', 'del p.ro', 'p.wo', 'p.e', 'p.e = 1', 'P.x.fget(p)']:
    try: exec(code)
    except Exception as e: print(code, type(e).__name__, e)
p.wo = 3
class Q(P):
    @P.x.getter
    def x(self): return 'sub'
print(Q().x); q = Q(); q.x = 3; print(q._x)
class cached:
    def __init__(self, f): self.f = f; self.__name__ = f.__name__
    def __get__(self, o, t=None):
        if o is None: return self
        v = o.__dict__[self.__name__] = self.f(o); return v
class T:
    @cached
    def val(self): print('once'); return 7
t = T(); print(t.val, t.val)
class Meta(type):
    @property
    def mp(cls): return 'mp ' + cls.__name__
    def mm(cls): return 'mm ' + cls.__name__
class U(metaclass=Meta): pass
print(U.mp, U.mm())
try: U().mp
except AttributeError as e: print(e)
try: U.mp = 1
except AttributeError as e: print(e)
class Cm:
    @classmethod
    @property
    def cp(cls): return cls.__name__
class Fn:
    def __init__(self, f): self.f = f
    def __get__(self, o, t): return lambda *a: self.f(o, *a)
class Use:
    @Fn
    def m(self, a): return (type(self).__name__, a)
print(Use().m(3))
class Raises:
    @property
    def x(self): raise AttributeError('inner')
    def __getattr__(self, n): return 'fallback ' + n
print(Raises().x, Raises().y)
class R2:
    @property
    def x(self): raise AttributeError('inner')
try: R2().x
except AttributeError as e: print(e)
print(hasattr(R2(), 'x'), getattr(R2(), 'x', 'dflt'))
# expect-output:
# set_name C d
# ('get', 'd', 'C', 'C') d
# set 5
# del
# nondata nondata
# ('get', 'd', 'C', 'C') 2 {'d': 1, 'n': 2}
# ('get', 'd', 'S', 'S')
# ValueError x ["Error calling __set_name__ on 'Bad' instance 'b' in 'E'"] None
# 8
# SetOnly
# __delete__
# 5 the x x
# p.x AttributeError 'P' object has no attribute '_x'
# p.ro = 1 AttributeError property 'ro' of 'P' object has no setter
# del p.ro AttributeError property 'ro' of 'P' object has no deleter
# p.wo AttributeError property 'wo' of 'P' object has no getter
# p.e AttributeError property 'e' of 'P' object has no getter
# p.e = 1 AttributeError property 'e' of 'P' object has no setter
# P.x.fget(p) AttributeError 'P' object has no attribute '_x'
# wo 3
# sub
# 3
# once
# 7 7
# mp U mm U
# 'U' object has no attribute 'mp'
# property 'mp' of 'Meta' object has no setter
# ('Use', 3)
# fallback x fallback y
# inner
# False dflt
