# Binding of the three kinds of methods.
class C:
    def i(self, *a): return (self is not None, a)
    @classmethod
    def c(cls, *a): return (cls.__name__, a)
    @staticmethod
    def s(*a): return a
class D(C): pass
print(C().i(1), D.c(1), D().c(1), C.s(1), C().s(1), C.i('self', 2))
print(repr(C.c).split(' at ')[0], repr(C().i).split(' object')[0])
f = C().i
print(f.__self__.__class__.__name__, f.__func__ is C.i, f.__name__)
class E:
    @classmethod
    def a(cls): return cls
    b = classmethod(lambda cls: cls.__name__)
    t = staticmethod(len)
print(E.b(), E.t('abc'), E.__dict__['a'].__func__.__name__)
# expect-output:
# (True, (1,)) ('D', (1,)) ('D', (1,)) (1,) (1,) (True, (2,))
# <bound method C.c of <class '__main__.C'>> <bound method C.i of <__main__.C
# C True i
# E 3 a
