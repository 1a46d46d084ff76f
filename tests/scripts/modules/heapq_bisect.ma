# heapq and bisect: order of equal items, keys, errors.
import heapq
import bisect


def t(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__, e)


h = []
for n in [5, 3, 8, 1, 9, 2, 7]:
    heapq.heappush(h, n)
print(h, [heapq.heappop(h) for _ in range(7)], h)
h = [9, 8, 7, 6, 5, 4, 3, 2, 1]
heapq.heapify(h)
print(h, heapq.heapreplace(h, 10), h, heapq.heappushpop(h, 0), heapq.heappushpop(h, 5), h)
t(heapq.heappop, []), t(heapq.heapreplace, [], 1), t(heapq.heappushpop, [], 1), t(heapq.heappush, (), 1)
t(heapq.heappop, 3), t(heapq.heapify, 'abc'), t(heapq.heappush, [1, 'a'], 2), t(heapq.heapify, [1, 'a', 2])
print(heapq.nsmallest(3, [5, 1, 4, 2]), heapq.nlargest(2, [5, 1, 4, 2]), heapq.nsmallest(0, [1]), heapq.nlargest(9, [1, 2]))
words = ['pear', 'fig', 'apple', 'kiwi']
print(heapq.nsmallest(2, words, key=len), heapq.nlargest(2, words, key=len), list(heapq.merge([1, 4], [2, 3], [0])))
jobs = []
for i, priority in enumerate([2, 1, 2, 1]):
    heapq.heappush(jobs, (priority, i, 'job%d' % i))
print([heapq.heappop(jobs)[2] for _ in range(4)])


class Item:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        return self.n < other.n

    def __repr__(self):
        return f'I{self.n}'


h = [Item(n) for n in (3, 1, 2, 5, 4)]
heapq.heapify(h)
print(h)


class Evil(Item):
    def __lt__(self, other):
        h.clear()
        return True


h = [Evil(1), Evil(2), Evil(3)]
t(heapq.heapify, h)
a = [1, 2, 2, 2, 5]
print(bisect.bisect_left(a, 2), bisect.bisect_right(a, 2), bisect.bisect(a, 9), bisect.bisect(a, 0), bisect.bisect(a, 2, 2, 3))
bisect.insort(a, 3), bisect.insort_left(a, 2), print(a)
t(bisect.bisect, a, 1, -1), t(bisect.bisect, 3, 1), t(bisect.bisect, a, 'x')
rows = [('a', 1), ('b', 5), ('c', 9)]
print(bisect.bisect_left(rows, 5, key=lambda r: r[1]), bisect.bisect(rows, 6, key=lambda r: r[1]))
bisect.insort(rows, ('x', 6), key=lambda r: r[1]), print(rows)
print(bisect.bisect((1, 2, 3), 2), bisect.bisect('abc', 'b'), bisect.bisect(range(100), 50.5))

# expect-output:
# [] [1, 2, 3, 5, 7, 8, 9] []
# [3, 5, 4, 6, 10, 5, 7, 8, 9] 1 [3, 5, 4, 6, 10, 5, 7, 8, 9] 0 2 [3, 5, 4, 6, 10, 5, 7, 8, 9]
# IndexError index out of range
# IndexError index out of range
# 1
# TypeError heappush() argument 1 must be list, not tuple
# TypeError heappop() argument must be list, not int
# TypeError heapify() argument must be list, not str
# None
# TypeError '<' not supported between instances of 'str' and 'int'
# [1, 2, 4] [5, 4] [] [2, 1]
# ['fig', 'pear'] ['apple', 'pear'] [0, 1, 2, 3, 4]
# ['job1', 'job3', 'job0', 'job2']
# [I1, I3, I2, I5, I4]
# RuntimeError list changed size during iteration
# 1 4 5 0 3
# [1, 2, 2, 2, 2, 3, 5]
# ValueError lo must be non-negative
# TypeError object of type 'int' has no len()
# TypeError '<' not supported between instances of 'str' and 'int'
# 1 2
# [('a', 1), ('b', 5), ('x', 6), ('c', 9)]
# 2 2 51
