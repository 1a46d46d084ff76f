# itertools.
from itertools import *
print(list(chain([1], 'a')), list(chain.from_iterable([[1], [2]])), list(islice(count(5, 2), 3)), list(islice('abcdef', 1, None, 2)), list(zip_longest('ab', [1], fillvalue='-')))
print(list(product('ab', [1, 2])), list(permutations([1, 2, 3], 2)), list(combinations('abc', 2)), list(combinations_with_replacement('ab', 2)), list(product([0, 1], repeat=2)))
print(list(accumulate([1, 2, 3])), list(accumulate([1, 2, 3], lambda a, b: a * b, initial=10)), list(takewhile(lambda x: x < 3, [1, 2, 3, 1])), list(dropwhile(lambda x: x < 3, [1, 3, 1])), list(filterfalse(lambda x: x % 2, range(4))), list(compress('abc', [1, 0, 1])), list(starmap(pow, [(2, 3)])), list(repeat('x', 2)), list(islice(cycle('ab'), 5)), list(pairwise([1, 2, 3])), list(batched('abcde', 2)))
print([(k, list(g)) for k, g in groupby('aabbc')], [(k, list(g)) for k, g in groupby([1, 3, 2, 4], key=lambda x: x % 2)])
a, b = tee(iter([1, 2]))
print(list(a), list(b), next(count()), list(zip(count(1), 'ab')))
# expect-output:
# [1, 'a'] [1, 2] [5, 7, 9] ['b', 'd', 'f'] [('a', 1), ('b', '-')]
# [('a', 1), ('a', 2), ('b', 1), ('b', 2)] [(1, 2), (1, 3), (2, 1), (2, 3), (3, 1), (3, 2)] [('a', 'b'), ('a', 'c'), ('b', 'c')] [('a', 'a'), ('a', 'b'), ('b', 'b')] [(0, 0), (0, 1), (1, 0), (1, 1)]
# [1, 3, 6] [10, 10, 20, 60] [1, 2] [3, 1] [0, 2] ['a', 'c'] [8] ['x', 'x'] ['a', 'b', 'a', 'b', 'a'] [(1, 2), (2, 3)] [('a', 'b'), ('c', 'd'), ('e',)]
# [('a', ['a', 'a']), ('b', ['b', 'b']), ('c', ['c'])] [(1, [1, 3]), (0, [2, 4])]
# [1, 2] [1, 2] 0 [(1, 'a'), (2, 'b')]
