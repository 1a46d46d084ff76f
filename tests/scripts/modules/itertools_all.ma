# itertools: every function, its repr and its errors.
import itertools
from itertools import *


def t(f, *args, **kw):
    try:
        r = f(*args, **kw)
        print(list(islice(r, 12)) if hasattr(r, '__next__') else r)
    except Exception as e:
        print(type(e).__name__, e)


print(count(3), count(3, 2), count(1.5), repeat(1, 2), repeat('a'), count(step=2))
c = count(10**15)
print(next(c), next(c), c)
t(count), t(count, 5, -2), t(count, 1.5, 0.5), t(count, 'a'), t(cycle, 'ab'), t(cycle, []), t(cycle, 3)
t(repeat, 1, 3), t(repeat, 1, -1), t(repeat, 1, times=2), t(repeat)
t(accumulate, [1, 2, 3]), t(accumulate, 'abc'), t(accumulate, [1, 2, 3], lambda a, b: a * b)
t(accumulate, [1, 2], initial=10), t(accumulate, [], initial=10), t(accumulate, []), t(accumulate, [1, 'a'])
t(batched, 'abcdefg', 3), t(batched, [], 3), t(batched, 'ab', 0), t(batched, 'abc', 2, strict=True)
t(chain, 'ab', [1], ()), t(chain), t(chain, 1), t(chain.from_iterable, ['ab', 'cd']), t(chain, 'a', 1)
t(combinations, 'abcd', 2), t(combinations, 'ab', 3), t(combinations, 'ab', 0), t(combinations, 'ab', -1)
t(combinations_with_replacement, 'abc', 2), t(combinations_with_replacement, '', 2)
t(compress, 'abcdef', [1, 0, 1, 0, 1]), t(dropwhile, lambda x: x < 3, [1, 2, 3, 1]), t(dropwhile, None, [1])
t(filterfalse, lambda x: x % 2, range(6)), t(filterfalse, None, [0, 1, '', 'a']), t(filterfalse, 1, [1])
t(islice, range(10), 3), t(islice, range(10), 2, 5), t(islice, range(10), 1, 9, 3), t(islice, range(10), None)
t(islice, range(10), 2, None), t(islice, range(5), -1), t(islice, range(5), 'a'), t(islice, range(5), 0, 3, 0)
t(islice, range(5)), t(islice, range(5), -1, 3), t(islice, range(5), 0, 3, -1), t(islice, range(5), 1, 2, 3, 4)
t(pairwise, 'abcd'), t(pairwise, 'a'), t(permutations, 'abc'), t(permutations, 'abc', 2), t(permutations, 'ab', 3)
t(permutations, 'ab', 0), t(permutations, 'abc', -1), t(permutations, 'abc', 1.5)
t(product, 'ab', [1, 2]), t(product, 'ab', repeat=2), t(product), t(product, 'ab', []), t(product, 'a', repeat=-1)
t(product, 'ab', repeat=0), t(starmap, pow, [(2, 3), (3, 2)]), t(starmap, pow, [1]), t(takewhile, bool, [1, 2, 0, 3])
t(zip_longest, 'abc', [1]), t(zip_longest, 'abc', [1], fillvalue='-'), t(zip_longest), t(zip_longest, 'a', 1)
for key, group in groupby('aabbbc'):
    print(key, list(group))
for key, group in groupby([1, 3, 2, 4, 5], key=lambda x: x % 2):
    print(key, next(group))
groups = [g for k, g in groupby('aab')]
print([list(g) for g in groups])
a, b = tee(iter([1, 2, 3]))
print(next(a), next(a), next(b), list(a), list(b))
t(tee, [1], 0), t(tee, [1], -1), t(tee, 1)
x, = tee('ab', 1)
y, z = tee(x)
print(next(y), next(x), list(z), list(y))
it = islice(iter([1, 2, 3, 4, 5]), 1, 4, 2)
print(next(it), next(it))
source = iter(range(10))
print(list(islice(source, 2)), list(takewhile(lambda x: x < 5, source)), list(source))
print(sum(islice(count(), 1000)), len(list(product(range(4), repeat=4))), len(list(permutations(range(6)))))
try:
    next(iter(chain()))
except StopIteration as e:
    print('stop', e.value)
print(type(count()).__name__, isinstance(count(), itertools.count), iter(c) is c)
print([''.join(p) for p in permutations('abcd', 3)][:8], list(combinations(range(5), 3))[-3:])


class Mine(chain):
    pass


print(list(Mine('ab', 'c')), type(Mine()).__name__)

# expect-output:
# count(3) count(3, 2) count(1.5) repeat(1, 2) repeat('a') count(0, 2)
# 1000000000000000 1000000000000001 count(1000000000000002)
# [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]
# [5, 3, 1, -1, -3, -5, -7, -9, -11, -13, -15, -17]
# [1.5, 2.0, 2.5, 3.0, 3.5, 4.0, 4.5, 5.0, 5.5, 6.0, 6.5, 7.0]
# TypeError a number is required
# ['a', 'b', 'a', 'b', 'a', 'b', 'a', 'b', 'a', 'b', 'a', 'b']
# []
# TypeError 'int' object is not iterable
# [1, 1, 1]
# []
# [1, 1]
# TypeError repeat() missing required argument 'object' (pos 1)
# [1, 3, 6]
# ['a', 'ab', 'abc']
# [1, 2, 6]
# [10, 11, 13]
# [10]
# []
# TypeError unsupported operand type(s) for +: 'int' and 'str'
# [('a', 'b', 'c'), ('d', 'e', 'f'), ('g',)]
# []
# ValueError n must be at least one
# ValueError batched(): incomplete batch
# ['a', 'b', 1]
# []
# TypeError 'int' object is not iterable
# ['a', 'b', 'c', 'd']
# TypeError 'int' object is not iterable
# [('a', 'b'), ('a', 'c'), ('a', 'd'), ('b', 'c'), ('b', 'd'), ('c', 'd')]
# []
# [()]
# ValueError r must be non-negative
# [('a', 'a'), ('a', 'b'), ('a', 'c'), ('b', 'b'), ('b', 'c'), ('c', 'c')]
# []
# ['a', 'c', 'e']
# [3, 1]
# TypeError 'NoneType' object is not callable
# [0, 2, 4]
# [0, '']
# TypeError 'int' object is not callable
# [0, 1, 2]
# [2, 3, 4]
# [1, 4, 7]
# [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
# [2, 3, 4, 5, 6, 7, 8, 9]
# ValueError Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.
# ValueError Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.
# ValueError Step for islice() must be a positive integer or None.
# TypeError islice expected at least 2 arguments, got 1
# ValueError Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.
# ValueError Step for islice() must be a positive integer or None.
# TypeError islice expected at most 4 arguments, got 5
# [('a', 'b'), ('b', 'c'), ('c', 'd')]
# []
# [('a', 'b', 'c'), ('a', 'c', 'b'), ('b', 'a', 'c'), ('b', 'c', 'a'), ('c', 'a', 'b'), ('c', 'b', 'a')]
# [('a', 'b'), ('a', 'c'), ('b', 'a'), ('b', 'c'), ('c', 'a'), ('c', 'b')]
# []
# [()]
# ValueError r must be non-negative
# TypeError Expected int as r
# [('a', 1), ('a', 2), ('b', 1), ('b', 2)]
# [('a', 'a'), ('a', 'b'), ('b', 'a'), ('b', 'b')]
# [()]
# []
# ValueError repeat argument cannot be negative
# [()]
# [8, 9]
# TypeError 'int' object is not iterable
# [1, 2]
# [('a', 1), ('b', None), ('c', None)]
# [('a', 1), ('b', '-'), ('c', '-')]
# []
# TypeError 'int' object is not iterable
# a ['a', 'a']
# b ['b', 'b', 'b']
# c ['c']
# 1 1
# 0 2
# 1 5
# [[], []]
# 1 2 1 [3] [2, 3]
# ()
# ValueError n must be >= 0
# TypeError 'int' object is not iterable
# a b ['a', 'b'] []
# 2 4
# [0, 1] [2, 3, 4] [6, 7, 8, 9]
# 499500 256 720
# stop None
# count True True
# ['abc', 'abd', 'acb', 'acd', 'adb', 'adc', 'bac', 'bad'] [(1, 2, 4), (1, 3, 4), (2, 3, 4)]
# ['a', 'b', 'c'] Mine
