# functools.partial and reduce.
from functools import partial, reduce


def t(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__, e)


def f(a, b=2, *args, **kw):
    return a, b, args, kw


p = partial(f, 1)
print(p(), p(5), p(5, 6, z=1), p.func is f, p.args, p.keywords)
q = partial(p, b=9)
print(q(), q(b=3, c=4), q.args, q.keywords, q.func is f)
print(repr(partial(print, 1, sep='-')), partial(int, base=2)('101'))
t(partial), t(partial, 3), t(lambda: partial(f)()), t(lambda: p(1, b=2))
print(reduce(lambda a, b: a * b, range(1, 6)), reduce(lambda a, b: a + b, [], 7), reduce(max, [3, 9, 2]))
t(reduce, lambda a, b: a, []), t(reduce, lambda a, b: a, 3), t(reduce, 3, [1, 2]), t(reduce, 3, [1])


class P(partial):
    pass


print(type(P(f, 1)).__name__, P(f, 1)(2), isinstance(P(f), partial), callable(p))
p.note = 'kept'
print(p.note, p.__dict__)
print(list(map(partial(pow, 2), range(5))), sorted([3, 1, 2], key=partial(int.__mul__, -1)))


class Recursive:
    def __call__(self):
        return 1

    def __repr__(self):
        return 'R()'


r = Recursive()
print(partial(r, 1, k=r))


def boom():
    raise KeyError('inside')


t(partial(boom))

# expect-output:
# (1, 2, (), {}) (1, 5, (), {}) (1, 5, (6,), {'z': 1}) True (1,) {}
# (1, 9, (), {}) (1, 3, (), {'c': 4}) (1,) {'b': 9} True
# functools.partial(<built-in function print>, 1, sep='-') 5
# TypeError type 'partial' takes at least one argument
# TypeError the first argument must be callable
# TypeError f() missing 1 required positional argument: 'a'
# TypeError f() got multiple values for argument 'b'
# 120 7 9
# TypeError reduce() of empty iterable with no initial value
# TypeError reduce() arg 2 must support iteration
# TypeError 'int' object is not callable
# 1
# P (1, 2, (), {}) True True
# kept {'note': 'kept'}
# [1, 2, 4, 8, 16] [3, 2, 1]
# functools.partial(R(), 1, k=R())
# KeyError 'inside'
