import inspect
import asyncio
import functools


def f(a, b: int = 2, *args, c, d=4, **kw) -> str:
    """doc"""


class K:
    def m(self, x, /): ...
    @classmethod
    def c(cls, y=None): ...
    @staticmethod
    def s(): ...


sig = inspect.signature(f)
print(sig, sig.return_annotation, [(n, p.kind.name, p.default is p.empty) for n, p in sig.parameters.items()])
b = sig.bind(1, 5, 6, c=3, z=9)
b.apply_defaults()
print(b.arguments, b.args, b.kwargs)
try:
    sig.bind(1)
except TypeError as e:
    print(e)
print(inspect.signature(K.m), inspect.signature(K().m), inspect.signature(K.c), inspect.signature(K), inspect.signature(functools.partial(f, 1)))
print(inspect.getdoc(f), inspect.isclass(K), inspect.isfunction(K.m), inspect.ismethod(K().m), inspect.isbuiltin(len), inspect.ismodule(asyncio), inspect.isgenerator((i for i in '')))
print([n for n, _ in inspect.getmembers(K, inspect.isfunction)])
def g():
    yield
x = g()
print(inspect.getgeneratorstate(x), next(x), inspect.getgeneratorstate(x), x.gi_frame.f_lineno)
x.close()
print(inspect.getgeneratorstate(x), inspect.isgeneratorfunction(g), inspect.iscoroutinefunction(g))


def inject(**deps):
    def deco(fn):
        names = [n for n in inspect.signature(fn).parameters if n in deps]
        @functools.wraps(fn)
        def w(*a, **k):
            return fn(*a, **{n: deps[n] for n in names}, **k)
        return w
    return deco


@inject(db='DB', log='LOG')
def handler(req, db):
    return req, db


print(handler('r'), inspect.signature(handler), f.__kwdefaults__, f.__defaults__, f.__code__.co_varnames, f.__code__.co_argcount, f.__annotations__)
# expect-output:
# (a, b: int = 2, *args, c, d=4, **kw) -> str <class 'str'> [('a', 'POSITIONAL_OR_KEYWORD', True), ('b', 'POSITIONAL_OR_KEYWORD', False), ('args', 'VAR_POSITIONAL', True), ('c', 'KEYWORD_ONLY', True), ('d', 'KEYWORD_ONLY', False), ('kw', 'VAR_KEYWORD', True)]
# {'a': 1, 'b': 5, 'args': (6,), 'c': 3, 'd': 4, 'kw': {'z': 9}} (1, 5, 6) {'c': 3, 'd': 4, 'z': 9}
# missing a required argument: 'c'
# (self, x, /) (x, /) (y=None) () (b: int = 2, *args, c, d=4, **kw) -> str
# doc True True True True True True
# ['m', 's']
# GEN_CREATED None GEN_SUSPENDED 31
# GEN_CLOSED True False
# ('r', 'DB') (req, db) {'d': 4} (2,) ('a', 'b', 'c', 'd', 'args', 'kw') 2 {'b': <class 'int'>, 'return': <class 'str'>}
