def counter(start=0):
    n = start

    def inc(step=1):
        nonlocal n
        n += step
        return n

    def reset():
        nonlocal n
        n = start
    inc.reset = reset
    return inc


c1, c2 = counter(), counter(10)
print(c1(), c1(), c2(5), c1())
c1.reset()
print(c1(), c1.__closure__[0].cell_contents, c1.__code__.co_freevars)
fs = [lambda: i for i in range(3)]
print([f() for f in fs])
fs = [lambda i=i: i for i in range(3)]
print([f() for f in fs])


def bad_default(x, acc=[]):
    acc.append(x)
    return acc


print(bad_default(1), bad_default(2), bad_default.__defaults__)
x = 'global'


def outer():
    x = 'outer'

    def inner():
        global x
        x = 'changed'
        return x
    return inner(), x


print(outer(), x)


def f():
    try:
        print(y)
        y = 1
    except UnboundLocalError as e:
        print(e)
    try:
        return undefined_name
    except NameError as e:
        print(e)


f()


def compose(*fns):
    def composed(v):
        for fn in reversed(fns):
            v = fn(v)
        return v
    return composed


print(compose(str, lambda v: v + 1, abs)(-41))


def curry(fn, n):
    def go(args):
        return lambda a: fn(*args, a) if len(args) + 1 == n else go(args + (a,))
    return go(())


print(curry(lambda a, b, c: a + b * c, 3)(1)(2)(3))


def hanoi(n, a='A', b='B', c='C'):
    if n:
        yield from hanoi(n - 1, a, c, b)
        yield a, c
        yield from hanoi(n - 1, b, a, c)


print(' '.join(map('→'.join, hanoi(3))), sum(1 for _ in hanoi(10)))


def permute(xs):
    return [[x, *p] for i, x in enumerate(xs) for p in permute(xs[:i] + xs[i + 1:])] if xs else [[]]


print(permute([1, 2, 3]))


def queens(n, row=0, cols=()):
    if row == n:
        yield cols
        return
    for c in range(n):
        if all(c != cc and abs(c - cc) != row - r for r, cc in enumerate(cols)):
            yield from queens(n, row + 1, cols + (c,))


print(len(list(queens(6))), next(queens(8)))
Y = lambda f: (lambda x: x(x))(lambda x: f(lambda *a: x(x)(*a)))
print(Y(lambda self: lambda n: 1 if n == 0 else n * self(n - 1))(6))


def quicksort(a):
    if len(a) < 2:
        return a
    p, *rest = a
    return quicksort([v for v in rest if v < p]) + [p] + quicksort([v for v in rest if v >= p])


print(quicksort([3, 6, 1, 8, 2, 9, 2]))


def depth(n):
    return depth(n + 1)


try:
    depth(0)
except RecursionError as e:
    print('RecursionError:', e)
# expect-output:
# 1 2 15 3
# 1 1 ('n',)
# [2, 2, 2]
# [0, 1, 2]
# [1, 2] [1, 2] ([1, 2],)
# ('changed', 'outer') changed
# cannot access local variable 'y' where it is not associated with a value
# name 'undefined_name' is not defined
# 42
# 7
# A→C A→B C→B A→C B→A B→C A→C 1023
# [[1, 2, 3], [1, 3, 2], [2, 1, 3], [2, 3, 1], [3, 1, 2], [3, 2, 1]]
# 4 (0, 4, 7, 5, 2, 6, 1, 3)
# 720
# [1, 2, 2, 3, 6, 8, 9]
# RecursionError: maximum recursion depth exceeded
