# Many small checks; CPython prints the same.
import weakref, gc, copy
def t(f, *a, **k):
    try: print(repr(f(*a, **k)))
    except BaseException as e: print(type(e).__name__, e)
class Shape:
    count = 0
    registry = {}
    def __new__(cls, *a, **k):
        cls.count += 1
        return super().__new__(cls)
    def __init__(self, name='s', /, *, tag=None): self.name, self.tag = name, tag
    def __repr__(self): return f'{type(self).__name__}({self.name!r}, tag={self.tag!r})'
    def __eq__(self, o): return isinstance(o, Shape) and self.name == o.name
    def __hash__(self): return hash(self.name)
    def __init_subclass__(cls, **kw): super().__init_subclass__(**kw); cls.registry[cls.__name__] = cls
class Sq(Shape): pass
class Ci(Shape):
    def __init__(self, *a, r=1, **k): super().__init__(*a, **k); self.r = r
print(Sq('a'), Ci('b', r=3, tag=1), Shape.count, Sq.count, Ci.count, Shape.registry); t(lambda: Sq(name='x')); t(lambda: Sq('a', 'b')); t(lambda: Ci(zz=1))
print({Sq('q'), Sq('q')} == {Sq('q')}, len({Sq('q'), Ci('q')}), Sq('a') != Sq('b'))
# copying
class C:
    def __init__(self): self.l = [1, [2]]
    def __copy__(self): print('cp'); n = C(); n.l = self.l; return n
    def __deepcopy__(self, memo): print('dcp', len(memo)); return C()
c = C(); copy.copy(c); copy.deepcopy([c, c])
class D:
    def __init__(self): self.x = [1]; self.me = self
d = copy.deepcopy(D()); print(d.me is d, d.x)
# with slots copy
class Sl:
    __slots__ = ('a', 'b')
    def __init__(self): self.a = [1]; self.b = 2
s = copy.deepcopy(Sl()); print(s.a, s.b); s = copy.copy(s); print(s.a)
class G:
    def __getstate__(self): return {'k': 1}
    def __setstate__(self, st): self.__dict__.update(st, restored=True)
print(copy.copy(G()).__dict__)
class R:
    def __init__(self, a): self.a = a
    def __reduce__(self): return (R, (self.a * 2,))
print(copy.copy(R(4)).a)
# weakref
class W: pass
w = W(); r = weakref.ref(w, lambda _: print('gone')); print(r() is w); del w; gc.collect(); print(r())
wd = weakref.WeakValueDictionary(); k = W(); wd['a'] = k; print(list(wd)); del k; gc.collect(); print(list(wd))
wk = weakref.WeakKeyDictionary(); k = W(); wk[k] = 1; print(len(wk)); del k; gc.collect(); print(len(wk))
t(lambda: weakref.ref(5)); t(lambda: weakref.ref([])); ws = weakref.WeakSet(); k = W(); ws.add(k); print(len(ws), k in ws)
pr = weakref.proxy(k); k.v = 5; print(pr.v); f = weakref.finalize(k, print, 'finalised'); print(f.alive); del k, pr; gc.collect(); print(f.alive, len(ws))
# mixin chains and MRO printing
class A:
    def go(self): return ['A']
class B(A):
    def go(self): return ['B'] + super().go()
class Cc(A):
    def go(self): return ['C'] + super().go()
class E(B, Cc):
    def go(self): return ['E'] + super().go()
print(E().go(), [k.__name__ for k in E.__mro__], E.__bases__)
E.go = lambda self: 'patched'; print(E().go()); e = E(); e.go = lambda: 'inst'; print(e.go()); del e.go; print(e.go()); del E.go; print(e.go())
# __class__ assignment
class X: 
    def w(self): return 'X'
class Y:
    def w(self): return 'Y'
x = X(); x.__class__ = Y; print(x.w(), type(x).__name__, isinstance(x, Y))
# __dict__ manip
x.__dict__ = {'q': 1}; print(x.q, vars(x)); x.__dict__['z'] = 5; print(x.z); x.__dict__.clear(); t(lambda: x.q)
# dynamic
Dyn = type('Dyn', (X,), {'v': 1, 'm': lambda self: self.v + 1}); print(Dyn().m(), Dyn.__name__, Dyn.__module__, Dyn, Dyn.__qualname__)
class Outer:
    class Inner:
        def f(self): pass
    def mk(self):
        class Local: pass
        return Local
print(Outer.Inner, Outer.Inner.f, Outer().mk(), Outer.mk.__qualname__, Outer.Inner().f.__func__.__qualname__)
class Callable_:
    def __call__(self, *a, **k): return a, k
print(callable(Callable_()), Callable_()(1, b=2), callable(3), callable(X))
# __getattr__ delegation
class Proxy:
    def __init__(self, o): object.__setattr__(self, '_o', o)
    def __getattr__(self, n): print('get', n); return getattr(self._o, n)
    def __setattr__(self, n, v): print('set', n); setattr(self._o, n, v)
p = Proxy(Sq('z')); print(p.name); p.name = 'y'; print(p._o); t(lambda: p.nothing); t(lambda: len(p))
# private
class Pv:
    def __init__(self): self.__x = 1; self._y = 2
    def __m(self): return self.__x
    def call(self): return self.__m()
pv = Pv(); print(pv.__dict__, pv.call(), pv._Pv__x); t(lambda: pv.__x)
# class attrs shared
class Sh: items = []; n = 0
a, b = Sh(), Sh(); a.items.append(1); a.n += 1; print(b.items, b.n, a.n, Sh.n, a.__dict__)
# del
class Del:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
def f(): Del('temp')
f(); gc.collect()
l = [Del(1)]; l.clear(); gc.collect(); print('end')
class Cnt:
    def __init__(self): self.d = {}
    def __getitem__(self, k): return self.d[k]
    def __setitem__(self, k, v): self.d[k] = v
    def __delitem__(self, k): del self.d[k]
    def __len__(self): return len(self.d)
    def __iter__(self): return iter(self.d)
    def __contains__(self, k): return k in self.d
cc = Cnt(); cc['a'] = 1; cc['b'] = 2; cc['a'] += 5; del cc['b']; print(cc['a'], len(cc), list(cc), 'a' in cc, bool(cc), bool(Cnt())); t(lambda: cc['zz'])
class CM:
    def __enter__(self): print('in'); return self
    def __exit__(self, *a): print('out', a[0]); return a[0] is ValueError
with CM() as m: raise ValueError
t(lambda: exec('with CM(): raise KeyError(1)', globals()))
def s():
    with 5: pass
t(s)
class NoExit:
    def __enter__(self): pass
def s():
    with NoExit(): pass
t(s)
print(object().__eq__(1), object.__lt__(1, 2), (1).__add__('a'), int.__add__(1, 2), 'a'.__len__(), [].__class__, type.__call__(list, 'ab'), object.__repr__(5)[:15], (5).__class__.__mro__)
# expect-output:
# Sq('a', tag=None) Ci('b', tag=1) 0 1 1 {'Sq': <class '__main__.Sq'>, 'Ci': <class '__main__.Ci'>}
# TypeError Shape.__init__() got some positional-only arguments passed as keyword arguments: 'name'
# TypeError Shape.__init__() takes from 1 to 2 positional arguments but 3 were given
# TypeError Shape.__init__() got an unexpected keyword argument 'zz'
# True 1 True
# cp
# dcp 1
# True [1]
# [1] 2
# [1]
# {'k': 1, 'restored': True}
# 8
# True
# gone
# None
# ['a']
# []
# 1
# 0
# TypeError cannot create weak reference to 'int' object
# TypeError cannot create weak reference to 'list' object
# 1 True
# 5
# True
# finalised
# False 0
# ['E', 'B', 'C', 'A'] ['E', 'B', 'Cc', 'A', 'object'] (<class '__main__.B'>, <class '__main__.Cc'>)
# patched
# inst
# patched
# ['B', 'C', 'A']
# Y Y True
# 1 {'q': 1}
# 5
# AttributeError 'Y' object has no attribute 'q'
# 2 Dyn __main__ <class '__main__.Dyn'> Dyn
# <class '__main__.Outer.Inner'> <function Outer.Inner.f at 0x7f62d66b3a60> <class '__main__.Outer.mk.<locals>.Local'> Outer.mk Outer.Inner.f
# True ((1,), {'b': 2}) False True
# get name
# z
# set name
# Sq('y', tag=None)
# get nothing
# AttributeError 'Sq' object has no attribute 'nothing'
# TypeError object of type 'Proxy' has no len()
# {'_Pv__x': 1, '_y': 2} 1 1
# AttributeError 'Pv' object has no attribute '__x'
# [1] 0 1 0 {'n': 1}
# del temp
# del 1
# end
# 6 1 ['a'] True True False
# KeyError 'zz'
# in
# out <class 'ValueError'>
# in
# out <class 'KeyError'>
# KeyError 1
# TypeError 'int' object does not support the context manager protocol
# TypeError 'NoExit' object does not support the context manager protocol (missed __exit__ method)
# NotImplemented NotImplemented NotImplemented 3 1 <class 'list'> ['a', 'b'] <int object at  (<class 'int'>, <class 'object'>)
