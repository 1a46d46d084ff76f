# Functions are objects.
def f(a, b: int = 2) -> str:
    "doc of f"
    return a
f.x = 1
print(f.__name__, f.__qualname__, f.__doc__, f.__annotations__, f.x, f.__module__, f.__dict__)
print((lambda: 0).__name__, f.__code__.co_varnames, f.__code__.co_argcount)
def outer():
    def inner(): pass
    return inner
print(outer().__qualname__, repr(outer()).split(' at ')[0])
class C:
    def m(self): pass
    @staticmethod
    def s(): pass
print(C.m.__qualname__, C().m.__func__ is C.m, C().m == C().m, C().m is C().m)
try:
    f.nope
except AttributeError as e:
    print(e)
f.__name__ = 'renamed'
print(f.__name__)
# expect-output:
# f f doc of f {'b': <class 'int'>, 'return': <class 'str'>} 1 __main__ {'x': 1}
# <lambda> ('a', 'b') 2
# outer.<locals>.inner <function outer.<locals>.inner
# C.m True False False
# 'function' object has no attribute 'nope'
# renamed
