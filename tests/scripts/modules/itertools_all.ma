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
