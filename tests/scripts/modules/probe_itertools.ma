# itertools at its edges.
import itertools as it
print(list(it.islice(it.count(5, 3), 4)), list(it.islice('abcdef', 1, None, 2)), list(it.chain('ab', [1]), ), list(it.chain.from_iterable(['ab', 'c'])))
print(list(it.accumulate([1,2,3,4])), list(it.accumulate([3,1,4], max)), list(it.accumulate([1,2], initial=10)))
print(list(it.combinations('abc', 2)), list(it.permutations([1,2,3], 2)), list(it.product('ab', repeat=2)), list(it.combinations_with_replacement('ab', 2)))
print([(k, list(g)) for k, g in it.groupby('aabbbc')], list(it.takewhile(lambda x: x < 3, [1,2,3,1])), list(it.dropwhile(lambda x: x < 3, [1,2,3,1])))
print(list(it.zip_longest('ab', 'c', fillvalue='-')), list(it.starmap(pow, [(2,3),(3,2)])), list(it.compress('abcd', [1,0,1,0])), list(it.filterfalse(lambda x: x % 2, range(6))))
print(list(it.pairwise('abcd')), list(it.batched('abcdefg', 3)), list(it.repeat('x', 3)))
a, b, c = it.tee([1,2,3], 3); print(next(a), list(b), list(a), list(c))
cy = it.cycle('ab'); print([next(cy) for _ in range(5)])
try: it.batched('a', 0)
except ValueError as e: print(e)
try: list(it.batched('abc', 2, strict=True))
except ValueError as e: print(e)
try: it.islice('a', -1)
except ValueError as e: print(e)
try: list(zip([1], [1, 2], strict=True))
except ValueError as e: print(e)
try: list(zip([1,2], [1], strict=True))
except ValueError as e: print(e)
g = it.groupby([1,1,2]); k1, g1 = next(g); k2, g2 = next(g); print(list(g1), list(g2))
print(repr(it.count(3)), repr(it.count(1.5, 2)), repr(it.repeat(1, 2)), it.count(2**70).__next__())
print(list(map(lambda *a: a, 'ab', [1,2,3])), list(filter(None, [0,1,'',2])), list(enumerate('ab', 5)), list(reversed(range(3))))
print(list(it.permutations(range(2), 0)), list(it.combinations([1], 2)), list(it.product()), list(it.permutations('ab', 3)))
print(next(iter([]), 'd'), sum([[1],[2]], []), max([], default=3), min('b','a'), max([1,3,2], key=lambda x: -x), all([]), any([]))
try: sum(['a'])
except TypeError as e: print(e)
try: sum(['a'], '')
except TypeError as e: print(e)
try: max([])
except ValueError as e: print(e)
try: max(1)
except TypeError as e: print(e)
class It:
    def __init__(s): s.n = 0
    def __getitem__(s, i):
        if i > 2: raise IndexError
        return i * 10
print(list(It()), 20 in It(), list(reversed([1,2])), [*It()])
l = [1,2,3]
for x in l:
    if x < 3: l.append(x + 10) if len(l) < 6 else None
print(l)
d = {1: 1}
try:
    for k in d: d[k + 1] = 1
except RuntimeError as e: print(e)
s = {1}
try:
    for k in s: s.add(k + 1)
except RuntimeError as e: print(e)

# expect-output:
# [5, 8, 11, 14] ['b', 'd', 'f'] ['a', 'b', 1] ['a', 'b', 'c']
# [1, 3, 6, 10] [3, 3, 4] [10, 11, 13]
# [('a', 'b'), ('a', 'c'), ('b', 'c')] [(1, 2), (1, 3), (2, 1), (2, 3), (3, 1), (3, 2)] [('a', 'a'), ('a', 'b'), ('b', 'a'), ('b', 'b')] [('a', 'a'), ('a', 'b'), ('b', 'b')]
# [('a', ['a', 'a']), ('b', ['b', 'b', 'b']), ('c', ['c'])] [1, 2] [3, 1]
# [('a', 'c'), ('b', '-')] [8, 9] ['a', 'c'] [0, 2, 4]
# [('a', 'b'), ('b', 'c'), ('c', 'd')] [('a', 'b', 'c'), ('d', 'e', 'f'), ('g',)] ['x', 'x', 'x']
# 1 [1, 2, 3] [2, 3] [1, 2, 3]
# ['a', 'b', 'a', 'b', 'a']
# n must be at least one
# batched(): incomplete batch
# Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.
# zip() argument 2 is longer than argument 1
# zip() argument 2 is shorter than argument 1
# [] [2]
# count(3) count(1.5, 2) repeat(1, 2) 1180591620717411303424
# [('a', 1), ('b', 2)] [1, 2] [(5, 'a'), (6, 'b')] [2, 1, 0]
# [()] [] [()] []
# d [1, 2] 3 a 1 True False
# unsupported operand type(s) for +: 'int' and 'str'
# sum() can't sum strings [use ''.join(seq) instead]
# max() iterable argument is empty
# 'int' object is not iterable
# [0, 10, 20] True [2, 1] [0, 10, 20]
# [1, 2, 3, 11, 12]
# dictionary changed size during iteration
# Set changed size during iteration
