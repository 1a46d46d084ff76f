# Each wrong call has CPython's text.
def show(f):
    try:
        f()
    except TypeError as e:
        print(e)
def f(a, b): pass
def g(a, b=1, *, c): pass
def h(a, /, b): pass
def v(*args): pass
def none(): pass
show(lambda: f())
show(lambda: f(1))
show(lambda: f(1, 2, 3))
show(lambda: f(1, a=2))
show(lambda: f(1, 2, c=3))
show(lambda: g())
show(lambda: g(1))
show(lambda: g(1, 2, 3))
show(lambda: g(1, 2, 3, c=1))
show(lambda: h(a=1, b=2))
show(lambda: h(1))
show(lambda: v(k=1))
show(lambda: none(1))
show(lambda: none(1, 2))
show(lambda: f(*3))
show(lambda: f(**3))
show(lambda: f(**{1: 2}))
show(lambda: f(1, **{'a': 1}))
def many(a, b, c, d): pass
show(lambda: many(1))
show(lambda: many())
def kw(*, x, y): pass
show(lambda: kw())
show(lambda: kw(x=1))
show(lambda: kw(1, x=1, y=2))
class C:
    def m(self, a): pass
    def __init__(self, q): pass
show(lambda: C())
show(lambda: C(1).m())
show(lambda: C(1).m(1, 2))
show(lambda: C(1).m(b=1))
show(lambda: f(1, 2, **{'a': 3}))
def dd(x, **kw): pass
show(lambda: dd(**{'x': 1}, x=2))
show(lambda: dd(x=1, **{'x': 1}))
show(lambda: 3())
show(lambda: None())
show(lambda: 'a'(1))
# expect-output:
# f() missing 2 required positional arguments: 'a' and 'b'
# f() missing 1 required positional argument: 'b'
# f() takes 2 positional arguments but 3 were given
# f() got multiple values for argument 'a'
# f() got an unexpected keyword argument 'c'
# g() missing 1 required positional argument: 'a'
# g() missing 1 required keyword-only argument: 'c'
# g() takes from 1 to 2 positional arguments but 3 were given
# g() takes from 1 to 2 positional arguments but 3 positional arguments (and 1 keyword-only argument) were given
# h() got some positional-only arguments passed as keyword arguments: 'a'
# h() missing 1 required positional argument: 'b'
# v() got an unexpected keyword argument 'k'
# none() takes 0 positional arguments but 1 was given
# none() takes 0 positional arguments but 2 were given
# __main__.f() argument after * must be an iterable, not int
# __main__.f() argument after ** must be a mapping, not int
# keywords must be strings
# f() got multiple values for argument 'a'
# many() missing 3 required positional arguments: 'b', 'c', and 'd'
# many() missing 4 required positional arguments: 'a', 'b', 'c', and 'd'
# kw() missing 2 required keyword-only arguments: 'x' and 'y'
# kw() missing 1 required keyword-only argument: 'y'
# kw() takes 0 positional arguments but 1 positional argument (and 2 keyword-only arguments) were given
# C.__init__() missing 1 required positional argument: 'q'
# C.m() missing 1 required positional argument: 'a'
# C.m() takes 2 positional arguments but 3 were given
# C.m() got an unexpected keyword argument 'b'
# f() got multiple values for argument 'a'
# __main__.dd() got multiple values for keyword argument 'x'
# __main__.dd() got multiple values for keyword argument 'x'
# 'int' object is not callable
# 'NoneType' object is not callable
# 'str' object is not callable
