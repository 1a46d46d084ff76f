import functools
import time


def repeat(times):
    def deco(fn):
        @functools.wraps(fn)
        def wrapper(*a, **k):
            return [fn(*a, **k) for _ in range(times)]
        return wrapper
    return deco


def log(fn=None, *, prefix='LOG'):
    if fn is None:
        return functools.partial(log, prefix=prefix)

    @functools.wraps(fn)
    def wrapper(*args, **kwargs):
        sig = ', '.join([repr(a) for a in args] + [f'{k}={v!r}' for k, v in kwargs.items()])
        print(f'[{prefix}] {fn.__name__}({sig})')
        result = fn(*args, **kwargs)
        print(f'[{prefix}] -> {result!r}')
        return result
    return wrapper


class CountCalls:
    def __init__(self, fn):
        functools.update_wrapper(self, fn)
        self.fn = fn
        self.n = 0

    def __call__(self, *a, **k):
        self.n += 1
        return self.fn(*a, **k)

    def __get__(self, obj, cls=None):
        return self if obj is None else functools.partial(self, obj)


@repeat(3)
@log
def hello(name, greeting='你好'):
    """Say hello."""
    return f'{greeting} {name}'


@log(prefix='DEBUG')
def add(a, b=2, *args, c, **kw):
    return a + b + c


class K:
    @CountCalls
    def m(self, x):
        return self, x

    @log
    def meth(self):
        return 1

    @functools.cached_property
    def slow(self):
        print('computing')
        return 42

    def __repr__(self):
        return 'K()'


print(hello('世界', greeting='hi'))
print(hello.__name__, hello.__doc__, hello.__wrapped__.__wrapped__.__defaults__)
add(1, c=5, z=0)
k = K()
print(k.m(1), k.m(2), K.m.n)
k.meth()
print(k.slow, k.slow, k.__dict__)


def validate(**types):
    def deco(fn):
        names = fn.__code__.co_varnames[:fn.__code__.co_argcount]

        @functools.wraps(fn)
        def wrapper(*args, **kw):
            for name, value in {**dict(zip(names, args)), **kw}.items():
                want = types.get(name)
                if want and not isinstance(value, want):
                    raise TypeError(f'{name} must be {want.__name__}, got {type(value).__name__}')
            return fn(*args, **kw)
        return wrapper
    return deco


@validate(x=int, name=str)
def g(x, name='n', other=None):
    return x, name, other


print(g(1), g(2, name='b'))
try:
    g('1')
except TypeError as e:
    print(e)


@functools.singledispatch
def show(x):
    return f'object {x}'


@show.register
def _(x: int):
    return f'int {x}'


@show.register(list)
def _(x):
    return f'list of {len(x)}'


print(show(1), show([1, 2]), show('s'), show(True))


def timer(fn):
    @functools.wraps(fn)
    def w(*a):
        t = time.perf_counter()
        try:
            return fn(*a)
        finally:
            print(f'{fn.__name__} {round(time.perf_counter() - t, 1)}')
    return w


@timer
def nap(s):
    time.sleep(s)


nap(0.1)
for bad in (lambda: add(1), lambda: add(), lambda: hello(), lambda: g(), lambda: g(1, 2, 3, 4), lambda: add(1, a=2, c=1)):
    try:
        bad()
    except TypeError as e:
        print(e)
# expect-output:
# [LOG] hello('世界', greeting='hi')
# [LOG] -> 'hi 世界'
# [LOG] hello('世界', greeting='hi')
# [LOG] -> 'hi 世界'
# [LOG] hello('世界', greeting='hi')
# [LOG] -> 'hi 世界'
# ['hi 世界', 'hi 世界', 'hi 世界']
# hello Say hello. ('你好',)
# [DEBUG] add(1, c=5, z=0)
# [DEBUG] -> 8
# (K(), 1) (K(), 2) 2
# [LOG] meth(K())
# [LOG] -> 1
# computing
# 42 42 {'slow': 42}
# (1, 'n', None) (2, 'b', None)
# x must be int, got str
# int 1 list of 2 object s int True
# nap 0.1
# [DEBUG] add(1)
# add() missing 1 required keyword-only argument: 'c'
# [DEBUG] add()
# add() missing 1 required positional argument: 'a'
# [LOG] hello()
# hello() missing 1 required positional argument: 'name'
# g() missing 1 required positional argument: 'x'
# name must be str, got int
# [DEBUG] add(1, a=2, c=1)
# add() got multiple values for argument 'a'
