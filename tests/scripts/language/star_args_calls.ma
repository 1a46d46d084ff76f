# Unpacking in calls, in order of evaluation.
def f(*args, **kw):
    return args, kw
print(f(*[1, 2], 3, *(4,), a=1, **{'b': 2}, c=3))
print(f(*'ab', **{}))
def g(a, b=2, *c, d, e=5, **k):
    return a, b, c, d, e, k
print(g(1, d=4))
print(g(1, 2, 3, 4, d=5, z=6))
print((lambda *a, k=1: (a, k))(*range(3), k=9))
print([*range(3), *'ab'], (*[1],), {*[1, 1]}, {**{'a': 1}, 'a': 2})
print(dict(**{'x': 1}, y=2))
# expect-output:
# ((1, 2, 3, 4), {'a': 1, 'b': 2, 'c': 3})
# (('a', 'b'), {})
# (1, 2, (), 4, 5, {})
# (1, 2, (3, 4), 5, 5, {'z': 6})
# ((0, 1, 2), 9)
# [0, 1, 2, 'a', 'b'] (1,) {1} {'a': 2}
# {'x': 1, 'y': 2}
