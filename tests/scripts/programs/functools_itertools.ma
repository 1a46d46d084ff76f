from functools import partial, reduce, cmp_to_key
from itertools import (chain, count, cycle, repeat, accumulate, combinations, permutations, product, groupby, tee,
                       starmap, islice, dropwhile, takewhile, zip_longest, compress, filterfalse, pairwise, combinations_with_replacement, batched)
from operator import itemgetter, attrgetter, methodcaller, add, mul
from collections import Counter, defaultdict, deque, ChainMap, OrderedDict, namedtuple

words = '春 眠 不 觉 晓 处 处 闻 啼 鸟 不 不'.split()
c = Counter(words)
print(c.most_common(2), c['不'], c['无'], sum(c.values()), c)
print(Counter('abca') + Counter('ab'), Counter('aab') - Counter('ab'), Counter('aab') & Counter('abb'), list(Counter('aab').elements()))
c.update('不')
c.subtract({'处': 1})
print(c['不'], c['处'], c.total())
dd = defaultdict(list)
for w in ('apple', 'bob', 'avocado', 'berry', 'cat'):
    dd[w[0]].append(w)
print(dict(dd), dd)
q = deque(range(5), maxlen=4)
q.append(9)
q.appendleft(-1)
q.rotate(1)
print(q, q.pop(), q.popleft(), len(q), q[0])
print(ChainMap({'a': 1}, {'a': 2, 'b': 3})['b'], dict(ChainMap({'a': 1}, {'a': 2, 'b': 3})))
print(reduce(lambda a, b: a * b, range(1, 6)), reduce(add, [[1], [2]], []), partial(int, base=2)('1010'))
print(partial(print, 'a', sep='-'))if False else None
print(list(accumulate([1, 2, 3, 4])), list(accumulate([1, 2, 3, 4], mul)), list(accumulate([1, 2], initial=10)))
print(list(combinations('abc', 2)), list(permutations([1, 2, 3], 2))[:4], list(product('ab', [1, 2])), len(list(product([0, 1], repeat=4))))
data = [('a', 3), ('b', 1), ('a', 1), ('c', 2)]
for k, g in groupby(sorted(data), key=itemgetter(0)):
    print(k, [v for _, v in g], end='; ')
print()
print(list(chain([1], 'ab', (2,))), list(chain.from_iterable([[1], [2, 3]])), list(islice(cycle('xy'), 5)), list(islice(count(10, 5), 3)), list(repeat('z', 2)))
a, b = tee(iter([1, 2, 3]))
print(list(a), list(b), list(starmap(pow, [(2, 3), (3, 2)])), list(zip_longest('ab', [1], fillvalue='-')))
print(list(dropwhile(lambda x: x < 3, [1, 3, 2])), list(takewhile(lambda x: x < 3, [1, 3, 2])), list(compress('abcd', [1, 0, 1])), list(filterfalse(None, [0, 1, ''])))
print(list(pairwise([1, 2, 3])), list(combinations_with_replacement('ab', 2)), list(batched('abcdefg', 3)))
people = [{'n': '王', 'a': 30}, {'n': '丁', 'a': 25}, {'n': '马', 'a': 30}]
print(sorted(people, key=itemgetter('a')), sorted(people, key=lambda p: (-p['a'], p['n'])))
print(sorted([3, 1, 2], reverse=True), sorted('bAc', key=str.lower), sorted(data, key=itemgetter(1, 0)))
print(sorted(['10', '9', '2'], key=cmp_to_key(lambda x, y: int(x) - int(y))), max(data, key=itemgetter(1)), min('hello', default=None), max([], default=0))
P = namedtuple('P', ['x', 'y'], defaults=[0])
print(P(1), P(1, 2)._asdict(), P._fields, P(3) == (3, 0), sorted([P(2), P(1, 5)], key=attrgetter('y')), list(map(methodcaller('upper'), 'ab')))
x, *rest = [1, 2, 3]
first, *mid, last = 'abcde'
print(x, rest, first, mid, last)
print(list(zip(*[(1, 2), (3, 4)])), dict(zip('ab', [1, 2])), any([]), all([]), sum([[1], [2]], []), [*range(3)], {**{'a': 1}, 'b': 2})
print(list(map(lambda a, b: a + b, [1, 2], [3, 4])), list(reversed([1, 2])), list(enumerate('ab', 1)), abs(-3), pow(2, 10, 1000))
od = OrderedDict(a=1, b=2)
od.move_to_end('a')
print(od, list(od), od == {'a': 1, 'b': 2}, od.popitem())
# expect-output:
# [('不', 3), ('处', 2)] 3 0 12 Counter({'不': 3, '处': 2, '春': 1, '眠': 1, '觉': 1, '晓': 1, '闻': 1, '啼': 1, '鸟': 1})
# Counter({'a': 3, 'b': 2, 'c': 1}) Counter({'a': 1}) Counter({'a': 1, 'b': 1}) ['a', 'a', 'b']
# 4 1 12
# {'a': ['apple', 'avocado'], 'b': ['bob', 'berry'], 'c': ['cat']} defaultdict(<class 'list'>, {'a': ['apple', 'avocado'], 'b': ['bob', 'berry'], 'c': ['cat']})
# deque([-1, 2], maxlen=4) 3 4 2 -1
# 3 {'a': 1, 'b': 3}
# 120 [1, 2] 10
# [1, 3, 6, 10] [1, 2, 6, 24] [10, 11, 13]
# [('a', 'b'), ('a', 'c'), ('b', 'c')] [(1, 2), (1, 3), (2, 1), (2, 3)] [('a', 1), ('a', 2), ('b', 1), ('b', 2)] 16
# a [1, 3]; b [1]; c [2];
# [1, 'a', 'b', 2] [1, 2, 3] ['x', 'y', 'x', 'y', 'x'] [10, 15, 20] ['z', 'z']
# [1, 2, 3] [1, 2, 3] [8, 9] [('a', 1), ('b', '-')]
# [3, 2] [1] ['a', 'c'] [0, '']
# [(1, 2), (2, 3)] [('a', 'a'), ('a', 'b'), ('b', 'b')] [('a', 'b', 'c'), ('d', 'e', 'f'), ('g',)]
# [{'n': '丁', 'a': 25}, {'n': '王', 'a': 30}, {'n': '马', 'a': 30}] [{'n': '王', 'a': 30}, {'n': '马', 'a': 30}, {'n': '丁', 'a': 25}]
# [3, 2, 1] ['A', 'b', 'c'] [('a', 1), ('b', 1), ('c', 2), ('a', 3)]
# ['2', '9', '10'] ('a', 3) e 0
# P(x=1, y=0) {'x': 1, 'y': 2} ('x', 'y') True [P(x=2, y=0), P(x=1, y=5)] ['A', 'B']
# 1 [2, 3] a ['b', 'c', 'd'] e
# [(1, 3), (2, 4)] {'a': 1, 'b': 2} False True [1, 2] [0, 1, 2] {'a': 1, 'b': 2}
# [4, 6] [2, 1] [(1, 'a'), (2, 'b')] 3 24
# OrderedDict({'b': 2}) ['b', 'a'] True ('a', 1)
