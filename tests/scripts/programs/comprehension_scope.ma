x = 'outer'
print([x for x in range(3)], x)
print({i: j for i, j in zip('ab', range(2))}, {c for c in 'hello'} == set('helo'), [(i, j) for i in range(3) for j in range(i)], [[c * 2 for c in r] for r in ['ab', 'cd']])
print([y := 1, y ** 2], y, [z for v in range(6) if (z := v * 2) > 4], z)


class A:
    n = 3
    items = [i for i in range(n)]
    total = sum(items)
    try:
        bad = [n for _ in range(2)]
    except NameError as e:
        print(e)

    def f(self):
        return [self.n * i for i in range(2)]


print(A.items, A.total, A().f())
g = (print('lazy', i) or i for i in range(3))
print(next(g))
print(list(g))
print(sum(x for x in range(5)), max((len(w), w) for w in ['a', 'bbb', 'cc']), any(v > 3 for v in [1, 5]), all(v for v in []))
matrix = [[1, 2, 3], [4, 5, 6]]
print([[row[i] for row in matrix] for i in range(3)], [v for row in matrix for v in row if v % 2])
if (n := len('abc')) > 2:
    print('walrus', n)
a, (b, *c), d = 1, (2, 3, 4), 5
print(a, b, c, d)
for i, (p, q) in enumerate([(1, 2), (3, 4)]):
    print(i, p + q, end=';')
else:
    print('done')
*h, t = range(4)
print(h, t, [*h, *'xy'], (*h,), {**{'a': 1}, **{'a': 2}})


def f(a, b=2, /, c=3, *args, d, e=5, **kw):
    return a, b, c, args, d, e, kw


print(f(1, d=4), f(1, 2, 3, 4, 5, d=6, z=7), f(*[1, 2], **{'d': 3, 'a': 9}))
for call in (lambda: f(), lambda: f(1), lambda: f(1, b=2, d=3), lambda: f(1, d=2, **{'d': 3}), lambda: (lambda: 0)(1), lambda: (lambda *, k: 0)(), lambda: (lambda a: 0)(a=1, b=2), lambda: (lambda a: 0)(1, a=2)):
    try:
        print(call())
    except TypeError as e:
        print(e)
i = 0
while True:
    i += 1
    if i == 2:
        continue
    if i > 4:
        break
    print(i, end=' ')
else:
    print('no')
print()
print(1 if i > 3 else 2, not i == 5, i and 'yes' or 'no', None or [] or 0 or 'last', 1 < i < 10, i in (1, 5), i is not None)
print(*map(lambda s: s.upper(), 'abc'), sep='-', end='!\n')
assert i == 5, 'i is five'
del i
try:
    i
except NameError as e:
    print(e)
lst = [1, 2, 3, 4, 5]
lst[::2] = [10, 30, 50]
print(lst, lst[-2:], lst[5:], lst[::-2])
del lst[1:3]
lst += 'ab'
lst *= 2
print(lst)
s = slice(1, None, 2)
print(lst[s], s, s.indices(4), 'abc'[s])
print(type(...), NotImplemented, __name__, type(None).__name__, type(type), type(lambda: 0), type(print))
print(isinstance(True, int), issubclass(bool, int), id(a) == id(a), callable(f), hash('a') == hash('a'), repr('x'), eval('1 + 2'), dir(A)[-3:])
exec('q = 5\nprint(q * 2)')
print(globals()['x'], locals() is globals(), vars(A)['n'], sorted(k for k in vars(A) if k[0] != '_'))
print(bool(''), int(), str(), list(), float(), tuple('ab'), dict(a=1), set(), bytes(2), frozenset(), sorted('hello'), round(3.14159, 2), divmod(7, 2), hex(10), len('x'), ord('a'))
# expect-output:
# [0, 1, 2] outer
# {'a': 0, 'b': 1} True [(1, 0), (2, 0), (2, 1)] [['aa', 'bb'], ['cc', 'dd']]
# [1, 1] 1 [6, 8, 10] 10
# name 'n' is not defined
# [0, 1, 2] 3 [0, 3]
# lazy 0
# 0
# lazy 1
# lazy 2
# [1, 2]
# 10 (3, 'bbb') True True
# [[1, 4], [2, 5], [3, 6]] [1, 3, 5]
# walrus 3
# 1 2 [3, 4] 5
# 0 3;1 7;done
# [0, 1, 2] 3 [0, 1, 2, 'x', 'y'] (0, 1, 2) {'a': 2}
# (1, 2, 3, (), 4, 5, {}) (1, 2, 3, (4, 5), 6, 5, {'z': 7}) (1, 2, 3, (), 3, 5, {'a': 9})
# f() missing 1 required positional argument: 'a'
# f() missing 1 required keyword-only argument: 'd'
# (1, 2, 3, (), 3, 5, {'b': 2})
# __main__.f() got multiple values for keyword argument 'd'
# <lambda>.<locals>.<lambda>() takes 0 positional arguments but 1 was given
# <lambda>.<locals>.<lambda>() missing 1 required keyword-only argument: 'k'
# <lambda>.<locals>.<lambda>() got an unexpected keyword argument 'b'
# <lambda>.<locals>.<lambda>() got multiple values for argument 'a'
# 1 3 4
# 1 False yes last True True True
# A-B-C!
# name 'i' is not defined
# [10, 2, 30, 4, 50] [4, 50] [] [50, 30, 10]
# [10, 4, 50, 'a', 'b', 10, 4, 50, 'a', 'b']
# [4, 'a', 10, 50, 'b'] slice(1, None, 2) (1, 4, 2) b
# <class 'ellipsis'> NotImplemented __main__ NoneType <class 'type'> <class 'function'> <class 'builtin_function_or_method'>
# True True True True True 'x' 3 ['items', 'n', 'total']
# 10
# outer True 3 ['f', 'items', 'n', 'total']
# False 0  [] 0.0 ('a', 'b') {'a': 1} set() b'\x00\x00' frozenset() ['e', 'h', 'l', 'l', 'o'] 3.14 (3, 1) 0xa 1 97
