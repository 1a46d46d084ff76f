# __getattr__, __getattribute__, __setattr__, __class__, __dict__.
class A:
    def __init__(self): self.real = 1
    def __getattr__(self, n):
        if n.startswith('dyn'): return n.upper()
        raise AttributeError(n)
    def __setattr__(self, n, v):
        print('set', n, v); object.__setattr__(self, n, v)
    def __delattr__(self, n): print('del', n); object.__delattr__(self, n)
a = A(); a.x = 2; print(a.x, a.dynamic, a.real); del a.x
for n in ['x', 'q']:
    try: getattr(a, n)
    except AttributeError as e: print('AE', e)
try: del a.nope
except AttributeError as e: print(e)
class G:
    def __getattribute__(self, n):
        if n == 'secret': raise AttributeError('no')
        if n.startswith('v'): return 'got ' + n
        return super().__getattribute__(n)
    def __getattr__(self, n): return 'fallback ' + n
    def m(self): return 'm'
g = G(); print(g.secret, g.value, g.m(), g.zzz, G.m(g))
print(g.__class__, type(g), g.__dict__)
class L:
    def __len__(self): return 3
l = L(); l.__len__ = lambda: 99; print(len(l))
class Call: pass
c = Call(); c.__call__ = lambda: 1
try: c()
except TypeError as e: print(e)
class B: pass
b = B(); b.a = 1; b.b = 2; print(vars(b), b.__dict__ is b.__dict__)
b.__dict__['c'] = 3; print(b.c); b.__dict__ = {'z': 26}; print(b.z, vars(b))
try: b.a
except AttributeError as e: print(e, e.name, e.obj is b)
try: b.__dict__ = 5
except TypeError as e: print(e)
del b.z; print(vars(b))
class C1:
    def who(self): return 1
class C2:
    def who(self): return 2
o = C1(); o.k = 5; o.__class__ = C2; print(o.who(), o.k, isinstance(o, C2))
try: o.__class__ = int
except TypeError as e: print(e)
try: o.__class__ = 5
except TypeError as e: print(e)
try: (5).__class__ = C1
except TypeError as e: print(e)
C1.new = 'added'; print(C1().new); del C1.new
try: C1.new
except AttributeError as e: print(e)
try: del C1.new
except AttributeError as e: print(e)
try: int.x = 1
except TypeError as e: print(e)
try: del int.real
except TypeError as e: print(e)
try: None.x
except AttributeError as e: print(e)
try: (1).x = 1
except AttributeError as e: print(e)
try: [].x = 1
except AttributeError as e: print(e)
try: 'a'.upper = 1
except AttributeError as e: print(e)
try: len.x = 1
except AttributeError as e: print(e)
import math
try: math.zzz
except AttributeError as e: print(e)
setattr(b, 'with space', 1); print(getattr(b, 'with space'), vars(b))
try: getattr(b, 5)
except TypeError as e: print(e)
class Dir:
    def __dir__(self): return ['z', 'a']
print(dir(Dir()))
class Priv:
    __x = 1
    def __m(self): return self.__x
    def get(self): return self.__m()
    def __init__(self): self.__y = 2; self.__z__ = 3
p = Priv(); print(p.get(), sorted(p.__dict__), p._Priv__y, hasattr(p, '__y'))
for i in range(70): setattr(b, f'attr{i}', i)
print(len(vars(b)), b.attr69, b.attr3); del b.attr3; print(hasattr(b, 'attr3'), list(vars(b))[:4])
# expect-output:
# set real 1
# set x 2
# 2 DYNAMIC 1
# del x
# AE x
# AE q
# del nope
# 'A' object has no attribute 'nope'
# fallback secret got value m fallback zzz m
# <class '__main__.G'> <class '__main__.G'> {}
# 3
# 'Call' object is not callable
# {'a': 1, 'b': 2} True
# 3
# 26 {'z': 26}
# 'B' object has no attribute 'a' a True
# __dict__ must be set to a dictionary, not a 'int'
# {}
# 2 5 True
# __class__ assignment only supported for mutable types or ModuleType subclasses
# __class__ must be set to a class, not 'int' object
# __class__ assignment only supported for mutable types or ModuleType subclasses
# added
# type object 'C1' has no attribute 'new'
# type object 'C1' has no attribute 'new'
# cannot set 'x' attribute of immutable type 'int'
# cannot set 'real' attribute of immutable type 'int'
# 'NoneType' object has no attribute 'x'
# 'int' object has no attribute 'x' and no __dict__ for setting new attributes
# 'list' object has no attribute 'x' and no __dict__ for setting new attributes
# 'str' object attribute 'upper' is read-only
# 'builtin_function_or_method' object has no attribute 'x' and no __dict__ for setting new attributes
# module 'math' has no attribute 'zzz'
# 1 {'with space': 1}
# attribute name must be string, not 'int'
# ['a', 'z']
# 1 ['_Priv__y', '__z__'] 2 False
# 71 69 3
# False ['with space', 'attr0', 'attr1', 'attr2']
