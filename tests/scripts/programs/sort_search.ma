import bisect
import heapq
import random


def bubble(a):
    a = a[:]
    for i in range(len(a)):
        for j in range(len(a) - 1 - i):
            if a[j] > a[j + 1]:
                a[j], a[j + 1] = a[j + 1], a[j]
    return a


def merge_sort(a):
    if len(a) <= 1:
        return a
    m = len(a) // 2
    l, r = merge_sort(a[:m]), merge_sort(a[m:])
    out = []
    while l and r:
        out.append((l if l[0] <= r[0] else r).pop(0))
    return out + l + r


def heap_sort(a):
    h = list(a)
    heapq.heapify(h)
    return [heapq.heappop(h) for _ in range(len(h))]


def binary_search(a, x):
    lo, hi = 0, len(a) - 1
    while lo <= hi:
        mid = (lo + hi) // 2
        if a[mid] == x:
            return mid
        if a[mid] < x:
            lo = mid + 1
        else:
            hi = mid - 1
    return -1


def dijkstra(graph, start):
    dist, prev, heap = {start: 0}, {}, [(0, start)]
    while heap:
        d, u = heapq.heappop(heap)
        if d > dist.get(u, float('inf')):
            continue
        for v, w in graph.get(u, {}).items():
            if d + w < dist.get(v, float('inf')):
                dist[v] = d + w
                prev[v] = u
                heapq.heappush(heap, (d + w, v))
    return dist, prev


def lcs(a, b):
    t = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            t[i + 1][j + 1] = t[i][j] + 1 if x == y else max(t[i][j + 1], t[i + 1][j])
    out, i, j = [], len(a), len(b)
    while i and j:
        if a[i - 1] == b[j - 1]:
            out.append(a[i - 1])
            i, j = i - 1, j - 1
        elif t[i - 1][j] >= t[i][j - 1]:
            i -= 1
        else:
            j -= 1
    return ''.join(reversed(out))


random.seed(7)
data = [random.randint(0, 99) for _ in range(20)]
print(data)
assert bubble(data) == merge_sort(data) == heap_sort(data) == sorted(data)
s = sorted(data)
print(s, binary_search(s, s[7]), binary_search(s, 1000), bisect.bisect(s, 50), bisect.bisect_left(s, s[3]))
bisect.insort(s, 42)
print(s.index(42), heapq.nlargest(3, data), heapq.nsmallest(2, data, key=lambda x: -x), list(heapq.merge([1, 4], [2, 3])))
print(dijkstra({'A': {'B': 7, 'C': 3}, 'C': {'B': 1, 'D': 8}, 'B': {'D': 2}}, 'A'))
print(lcs('动态规划算法ABCBDAB', '动规算BDCABA'))
h = []
for item in [(3, 'c'), (1, 'a'), (2, 'b')]:
    heapq.heappush(h, item)
print(heapq.heappushpop(h, (0, 'z')), heapq.heapreplace(h, (9, 'q')), h[0])


def topo(g):
    seen, out = set(), []

    def visit(n, path=()):
        if n in path:
            raise ValueError('环: ' + '→'.join(path + (n,)))
        if n not in seen:
            for m in g.get(n, []):
                visit(m, path + (n,))
            seen.add(n)
            out.append(n)
    for n in g:
        visit(n)
    return out


print(topo({'app': ['db', 'log'], 'db': ['log'], 'log': []}))
try:
    topo({'a': ['b'], 'b': ['a']})
except ValueError as e:
    print(e)
# expect-output:
# [41, 19, 50, 83, 6, 9, 68, 12, 46, 74, 7, 64, 27, 4, 11, 55, 53, 8, 30, 11]
# [4, 6, 7, 8, 9, 11, 11, 12, 19, 27, 30, 41, 46, 50, 53, 55, 64, 68, 74, 83] 7 -1 14 3
# 12 [83, 74, 68] [83, 74] [1, 2, 3, 4]
# ({'A': 0, 'B': 4, 'C': 3, 'D': 6}, {'B': 'C', 'C': 'A', 'D': 'B'})
# 动规算BCBA
# (0, 'z') (1, 'a') (2, 'b')
# ['log', 'db', 'app']
# 环: a→b→a
