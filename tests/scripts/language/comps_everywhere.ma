# comps: every form and its errors.
print([x * y for x in range(3) for y in range(x)], {x: x ** 2 for x in range(3)}, {x % 2 for x in range(5)} == {0, 1}, [[j for j in range(i)] for i in range(3)], [x for x in range(10) if x % 2 if x > 3], [(lambda: x)() for x in range(2)], [f() for f in [lambda: x for x in range(3)]])
x = 'outer'
print([x for x in 'ab'], x)
class K:
    n = 3
    a = [i for i in range(n)]
    try: b = [n for i in range(1)]
    except NameError as e: print(e)
    c = [i * 2 for i in a]
print(K.a, K.c)
def f():
    y = 1
    return [y + z for z in (1, 2)]
print(f())
def g():
    r = [(i, j) for i in range(3) if i for j in range(i) if not (i == 2 and j == 1)]
    return r, [w := i * 2 for i in range(3)], w
print(g())
gen = (print('lazy', i) or i for i in range(2)); print('made'); print(list(gen))
it = iter(range(5)); print([(a, b) for a, b in zip(it, it)])
print([a for a, *b in [(1, 2), (3,)]], [b for a, *b in [(1, 2), (3,)]], {k: v for k, v in zip('ab', range(2))}, {v: k for k, v in {'a': 1}.items()}, sum(i for i in range(4)), [i for i in [1, 2, 3] if (lambda q: q > 1)(i)])
print([i for i in range(5) if i == 0 or i % 2], [None for _ in 'ab'], [[*r] for r in ['ab']], ['yes' if i else 'no' for i in range(2)], [not i for i in (0, 1)])
try: [i for i in 5]
except TypeError as e: print(e)
try: [1 / i for i in range(2)]
except ZeroDivisionError as e: print(e, e.__traceback__.tb_frame.f_code.co_name)
def h():
    return [locals_ for locals_ in [1]], sorted(locals())
print(h())
print([[(i, j, k) for k in range(2)] for i in range(2) for j in range(i + 1)])
def nest(): return {a: {b: [c for c in range(b)] for b in range(a)} for a in range(3)}
print(nest())
matrix = [[1, 2], [3, 4]]; print([list(r) for r in zip(*matrix)], [v for row in matrix for v in row], max(matrix, key=lambda r: r[0]))
i = 10
fs = [lambda n=i: n + i for i in range(3)]; print([f() for f in fs], i)
def cellcomp():
    fns = []
    for i in range(2):
        fns += [lambda: (i, j) for j in range(2)]
    return [f() for f in fns]
print(cellcomp())
def yielder():
    r = [(yield 1)] if 0 else []
    x = [y for y in [(yield 'a'), (yield 'b')]]
    return x
gg = yielder(); next(gg); gg.send(1)
try: gg.send(2)
except StopIteration as e: print(e.value)
# expect-output:
# [0, 0, 2] {0: 0, 1: 1, 2: 4} True [[], [0], [0, 1]] [5, 7, 9] [0, 1] [2, 2, 2]
# ['a', 'b'] outer
# name 'n' is not defined
# [0, 1, 2] [0, 2, 4]
# [2, 3]
# ([(1, 0), (2, 0)], [0, 2, 4], 4)
# made
# lazy 0
# lazy 1
# [0, 1]
# [(0, 1), (2, 3)]
# [1, 3] [[2], []] {'a': 0, 'b': 1} {1: 'a'} 6 [2, 3]
# [0, 1, 3] [None, None] [['a', 'b']] ['no', 'yes'] [True, False]
# 'int' object is not iterable
# division by zero <module>
# ([1], [])
# [[(0, 0, 0), (0, 0, 1)], [(1, 0, 0), (1, 0, 1)], [(1, 1, 0), (1, 1, 1)]]
# {0: {}, 1: {0: []}, 2: {0: [], 1: [0]}}
# [[1, 3], [2, 4]] [1, 2, 3, 4] [3, 4]
# [2, 3, 4] 10
# [(1, 1), (1, 1), (1, 1), (1, 1)]
# [1, 2]
