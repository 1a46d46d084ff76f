# Attributes of functions and methods.
def f(a, b=2, *args, c, d=4, **kw) -> int:
    "doc"
    return a
print(f.__name__, f.__qualname__, f.__doc__, f.__defaults__, f.__kwdefaults__, f.__annotations__, f.__module__)
f.attr = 1
print(f.__dict__, f.attr)
f.__name__ = 'g'; print(f.__name__, f.__qualname__)
try: f.__name__ = 1
except TypeError as e: print(e)
f.__defaults__ = (7, 8)
print(f(c=1))
f.__kwdefaults__ = None
try: f(1, c=1)
except TypeError as e: print(e)
del f.attr
try: f.attr
except AttributeError as e: print(e)
def ann(x: int, y: 'str' = 'a', *z: list, k: 3 = 1, **q: dict) -> None: ...
print(ann.__annotations__)
print(f.__code__.co_argcount, f.__code__.co_kwonlyargcount, f.__code__.co_varnames, ann.__code__.co_posonlyargcount)
class A:
    def m(self): pass
a = A()
print(a.m == a.m, a.m is a.m, a.m.__self__ is a, a.m.__func__ is A.m, a.m.__name__, A.m.__qualname__)
try: a.m.x = 1
except AttributeError as e: print(e)
A.m.x = 5; print(a.m.x)
print(hash(a.m) == hash(a.m), {a.m: 1}[a.m])
print((lambda: 0).__name__, (lambda: 0).__qualname__)
def outer():
    def inner(): pass
    class C:
        def m(self): pass
    return inner, C, lambda: 1
i, C, l = outer()
print(i.__qualname__, C.__qualname__, C.m.__qualname__, l.__qualname__, i.__name__)
import types
print(isinstance(f, types.FunctionType), isinstance(a.m, types.MethodType), isinstance(len, types.BuiltinFunctionType))
m = types.MethodType(lambda self, x: (self, x), 5); print(m(6))
# expect-output:
# f f doc (2,) {'d': 4} {'return': <class 'int'>} __main__
# {'attr': 1} 1
# g f
# __name__ must be set to a string object
# 7
# f() missing 1 required keyword-only argument: 'd'
# 'function' object has no attribute 'attr'
# {'x': <class 'int'>, 'y': 'str', 'z': <class 'list'>, 'k': 3, 'q': <class 'dict'>, 'return': None}
# 2 2 ('a', 'b', 'c', 'd', 'args', 'kw') 0
# True False True True m A.m
# 'method' object has no attribute 'x' and no __dict__ for setting new attributes
# 5
# True 1
# <lambda> <lambda>
# outer.<locals>.inner outer.<locals>.C outer.<locals>.C.m outer.<locals>.<lambda> inner
# True True True
# (5, 6)
