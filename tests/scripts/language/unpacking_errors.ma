# Too many, too few, not iterable.
def show(f):
    try:
        f()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
def a(): x, y = [1]
def b(): x, y = [1, 2, 3]
def c(): x, *y, z = [1]
def d(): x, y = 3
def e(): x, y = None
def f(): (x, y), z = [1, 2]
def g(): x, y = {1: 2}
def h(): x, y, z = 'ab'
def i(): x, y = iter(range(10))
def j():
    for x, y in [(1, 2, 3)]:
        pass
for fn in (a, b, c, d, e, f, g, h, i, j):
    show(fn)
# expect-output:
# ValueError not enough values to unpack (expected 2, got 1)
# ValueError too many values to unpack (expected 2)
# ValueError not enough values to unpack (expected at least 2, got 1)
# TypeError cannot unpack non-iterable int object
# TypeError cannot unpack non-iterable NoneType object
# TypeError cannot unpack non-iterable int object
# ValueError not enough values to unpack (expected 2, got 1)
# ValueError not enough values to unpack (expected 3, got 2)
# ValueError too many values to unpack (expected 2)
# ValueError too many values to unpack (expected 2)
