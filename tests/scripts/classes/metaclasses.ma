# Metaclasses: __prepare__, __call__, __new__, checks, conflicts.
class M(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kw):
        print('prepare', name, bases, kw)
        return {'injected': 1}
    def __new__(mcs, name, bases, ns, **kw):
        cls = super().__new__(mcs, name, bases, ns)
        cls.tag = name.lower()
        return cls
    def __init__(cls, name, bases, ns, **kw):
        super().__init__(name, bases, ns)
    def __instancecheck__(cls, o): return o == 42
    def __subclasscheck__(cls, o): return o is int
    def __len__(cls): return 99
    def __iter__(cls): return iter('abc')
    def __getitem__(cls, k): return k
    def __contains__(cls, k): return k == 1
    def __repr__(cls): return f'<M {cls.__name__}>'
    def __add__(cls, o): return 'add'
    def __eq__(cls, o): return cls is o
    def __hash__(cls): return 5
    def __call__(cls, *a, **k):
        if a == ('raw',): return 'raw!'
        return super().__call__(*a, **k)
    def __getattr__(cls, n): return 'dyn ' + n
    def __bool__(cls): return False
class A(metaclass=M, opt=3):
    z = injected
    def __init__(self, v=0): self.v = v
print(A.z, A.tag, isinstance(42, A), isinstance(A(), A), issubclass(int, A), issubclass(str, A), len(A), list(A), A[3], 1 in A, 2 in A, A, A + 1, hash(A), A('raw'), A(3).v, A.foo, bool(A))
class B(A): pass
print(B.tag, type(B), B.injected)
X = M('X', (), {'q': 1}); print(X.q, X.tag)
Y = type('Y', (A,), {}); print(type(Y), Y.tag)
Z = type('Z', (), {'f': lambda self: 1, '__module__': 'mm'}); print(Z().f(), Z.__module__, Z)
class M2(type): pass
class C2(metaclass=M2): pass
try:
    class D(A, C2): pass
except TypeError as e: print(e)
def func_meta(name, bases, ns, **kw):
    print('fm', name, bases, sorted(k for k in ns if not k.startswith('__')), kw); return 'notaclass'
class E(metaclass=func_meta, a=1): x = 1
print(E)
class Sing(type):
    _i = {}
    def __call__(cls, *a):
        if cls not in cls._i: cls._i[cls] = super().__call__(*a)
        return cls._i[cls]
class S(metaclass=Sing): pass
print(S() is S())
class Reg(type):
    reg = []
    def __init__(cls, n, b, d): super().__init__(n, b, d); cls.reg.append(n)
class R1(metaclass=Reg): pass
class R3(R1): pass
print(Reg.reg, R1.__class__.__name__)
class OD(dict):
    def __setitem__(self, k, v): 
        if k in self and not k.startswith('__'): raise TypeError('dup ' + k)
        super().__setitem__(k, v)
class NoDup(type):
    @classmethod
    def __prepare__(m, n, b): return OD()
try:
    class Dup(metaclass=NoDup):
        a = 1
        a = 2
except TypeError as e: print(e)
class Attr(type):
    def __setattr__(cls, k, v): print('setattr', k); super().__setattr__(k, v)
    def __delattr__(cls, k): print('delattr', k); super().__delattr__(k)
    def __getattribute__(cls, k): return super().__getattribute__(k)
class At(metaclass=Attr): pass
At.x = 1; print(At.x); del At.x
try: type('a', (), {}, 3)
except TypeError as e: print(e)
try: type('a', (1,), {})
except TypeError as e: print(e)
try: type(1, (), {})
except TypeError as e: print(e)
try: type('a', [], {})
except TypeError as e: print(e)
try:
    class BB(bool): pass
except TypeError as e: print(e)
try:
    class BB(type(None)): pass
except TypeError as e: print(e)
try:
    class BB(int, str): pass
except TypeError as e: print(e)
try:
    class BB(5): pass
except TypeError as e: print(e)
class ME:
    def __mro_entries__(self, bases): return (int,)
class Im(ME()): pass
print(Im.__bases__, Im.__orig_bases__[0].__class__.__name__, Im(5) + 1)
# expect-output:
# prepare A () {'opt': 3}
# 1 a True True True False 99 ['a', 'b', 'c'] 3 True False <M A> add 5 raw! 3 dyn foo False
# prepare B (<M A>,) {}
# b <class '__main__.M'> 1
# 1 x
# <class '__main__.M'> y
# 1 mm <class 'mm.Z'>
# metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases
# fm E () ['x'] {'a': 1}
# notaclass
# True
# ['R1', 'R3'] Reg
# dup a
# setattr x
# 1
# delattr x
# type() takes 1 or 3 arguments
# metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases
# type.__new__() argument 1 must be str, not int
# type.__new__() argument 2 must be tuple, not list
# type 'bool' is not an acceptable base type
# type 'NoneType' is not an acceptable base type
# multiple bases have instance lay-out conflict
# int expected at most 2 arguments, got 3
# (<class 'int'>,) ME 6
