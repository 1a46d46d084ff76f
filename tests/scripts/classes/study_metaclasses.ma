# Many small checks; CPython prints the same.
# metaclasses
def t(f, *a, **k):
    try: print(repr(f(*a, **k)))
    except BaseException as e: print(type(e).__name__, e)
class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kw):
        print('prepare', name, bases, kw)
        return {'_order': []}
    def __new__(mcs, name, bases, ns, **kw):
        print('new', name, sorted(ns), kw)
        c = super().__new__(mcs, name, bases, dict(ns))
        return c
    def __init__(cls, name, bases, ns, **kw):
        print('init', name, kw)
        super().__init__(name, bases, ns)
    def __call__(cls, *a, **k):
        print('call', cls.__name__, a, k)
        return super().__call__(*a, **k)
    def __instancecheck__(cls, x):
        return x == 42 or super().__instancecheck__(x)
    def __subclasscheck__(cls, x):
        return x is int or super().__subclasscheck__(x)
    def __len__(cls): return 7
    def __iter__(cls): return iter('ab')
    def __getitem__(cls, k): return ('item', k)
    def __contains__(cls, k): return k == 'z'
    def __repr__(cls): return f'<M {cls.__name__}>'
    def __getattr__(cls, n):
        if n.startswith('dyn'): return n.upper()
        raise AttributeError(f'no {n}')
    @property
    def kind(cls): return 'kind-' + cls.__name__
    def __add__(cls, o): return (cls, o)
    def __eq__(cls, o): return cls is o
    def __hash__(cls): return id(cls)
    def __bool__(cls): return False
class A(metaclass=Meta, flag=3):
    x = 1
    def __init__(self, v=0): self.v = v
class B(A, other='q'): pass
print(A, B, len(A), list(A), A['k'], 'z' in A, A.dynamo, A.kind, A + 1, bool(A))
t(lambda: A.nope)
t(lambda: A().kind)
t(lambda: A().dynx)
print(isinstance(42, A), isinstance(41, A), issubclass(int, B), issubclass(str, A))
print(type(A), type(type(A)), A.__class__, A(3).v)
t(lambda: type('X', (A,), {}, k=1))
t(lambda: type('X', (int, str), {}))
t(lambda: type('X', (bool,), {}))
t(lambda: type('X', (None,), {}))
t(lambda: type('X', (object, A), {}))
t(lambda: type('X', (A, A), {}))
t(lambda: type(1, (), {}))
t(lambda: type('X', [], {}))
t(lambda: type('X', (), 3))
t(lambda: type())
t(lambda: type(1, 2))
class M1(type): pass
class M2(type): pass
class C1(metaclass=M1): pass
class C2(metaclass=M2): pass
def mk():
    class C(C1, C2): pass
t(mk)
def mk2():
    class C(metaclass=print): pass
    return C
t(mk2)
def mk3():
    class C(foo=1): pass
t(mk3)
class P:
    def __mro_entries__(self, bases): return (dict,)
class Q(P()): pass
print(Q.__mro__, Q.__orig_bases__)
class BadPrep(type):
    @classmethod
    def __prepare__(m, n, b): return 5
def mk4():
    class C(metaclass=BadPrep): pass
t(mk4)
def mk5():
    class A: pass
    class B(A): pass
    class C(A, B): pass
t(mk5)
class Single(type):
    _i = {}
    def __call__(cls, *a, **k):
        if cls not in cls._i: cls._i[cls] = super().__call__(*a, **k)
        return cls._i[cls]
class Conf(metaclass=Single):
    def __init__(self, n): self.n = n
print(Conf(1) is Conf(2), Conf(3).n)
class Reg(type):
    registry = {}
    def __init__(cls, name, bases, ns):
        super().__init__(name, bases, ns)
        Reg.registry[name.lower()] = cls
class Base(metaclass=Reg): pass
class Foo(Base): pass
print(sorted(Reg.registry))
import types
def body(ns): ns['y'] = 9; ns['f'] = lambda self: self.y
D = types.new_class('D', (A,), {'z': 1}, body)
print(D.y, D().f(), D.__module__)
print(types.resolve_bases((P(), int)), types.prepare_class('E', (A,), {'metaclass': Meta})[0])
class Tracker(dict):
    def __setitem__(self, k, v):
        if not k.startswith('__'): print('set', k)
        super().__setitem__(k, v)
class TM(type):
    @classmethod
    def __prepare__(m, n, b): return Tracker()
class T(metaclass=TM):
    a = 1
    def f(self): pass
    for i in range(2): b = i
    del b
    class N: pass
print([k for k in T.__dict__ if not k.startswith('__')])
# expect-output:
# prepare A () {'flag': 3}
# new A ['__firstlineno__', '__init__', '__module__', '__qualname__', '__static_attributes__', '_order', 'x'] {'flag': 3}
# init A {'flag': 3}
# prepare B (<M A>,) {'other': 'q'}
# new B ['__firstlineno__', '__module__', '__qualname__', '__static_attributes__', '_order'] {'other': 'q'}
# init B {'other': 'q'}
# <M A> <M B> 7 ['a', 'b'] ('item', 'k') True DYNAMO kind-A (<M A>, 1) False
# AttributeError no nope
# call A () {}
# AttributeError 'A' object has no attribute 'kind'
# call A () {}
# AttributeError 'A' object has no attribute 'dynx'
# True False True False
# call A (3,) {}
# <class '__main__.Meta'> <class 'type'> <class '__main__.Meta'> 3
# new X [] {'k': 1}
# init X {'k': 1}
# <M X>
# TypeError multiple bases have instance lay-out conflict
# TypeError type 'bool' is not an acceptable base type
# TypeError metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases
# new X [] {}
# TypeError Cannot create a consistent method resolution order (MRO) for bases object, A
# new X [] {}
# TypeError duplicate base class A
# TypeError type.__new__() argument 1 must be str, not int
# TypeError type.__new__() argument 2 must be tuple, not list
# TypeError type.__new__() argument 3 must be dict, not int
# TypeError type() takes 1 or 3 arguments
# TypeError type() takes 1 or 3 arguments
# TypeError metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases
# C () {'__module__': '__main__', '__qualname__': 'mk2.<locals>.C', '__firstlineno__': 68, '__static_attributes__': ()}
# None
# TypeError mk3.<locals>.C.__init_subclass__() takes no keyword arguments
# (<class '__main__.Q'>, <class 'dict'>, <class 'object'>) (<__main__.P object at 0x7ff326afecf0>,)
# TypeError BadPrep.__prepare__() must return a mapping, not int
# TypeError Cannot create a consistent method resolution order (MRO) for bases A, B
# True 1
# ['base', 'foo']
# prepare D (<M A>,) {'z': 1}
# new D ['_order', 'f', 'y'] {'z': 1}
# init D {'z': 1}
# call D () {}
# 9 9 __main__
# prepare E (<M A>,) {}
# (<class 'dict'>, <class 'int'>) <class '__main__.Meta'>
# set a
# set f
# set i
# set b
# set i
# set b
# set N
# ['a', 'f', 'i', 'N']
