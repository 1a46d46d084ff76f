# The first iterable is evaluated at once, everything else when asked.
def src():
    print('source')
    return [1, 2]
def f(x):
    print('f', x)
    return x * 10
g = (f(x) for x in src())
print('made')
print(next(g))
try:
    bad = (x for x in 5)
except TypeError as e:
    print(e)
lazy = (y for x in [1] for y in undefined)
try:
    next(lazy)
except NameError as e:
    print(e)
print(type(g).__name__, repr(g).split(' at ')[0])
# expect-output:
# source
# made
# f 1
# 10
# 'int' object is not iterable
# name 'undefined' is not defined
# generator <generator object <genexpr>
