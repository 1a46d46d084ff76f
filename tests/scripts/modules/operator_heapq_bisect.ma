# operator, heapq, bisect.
import operator, heapq, bisect
print(operator.add(1, 2), operator.itemgetter(1, 0)('ab'), operator.attrgetter('real')(5), operator.methodcaller('upper')('a'), operator.contains([1], 1), operator.not_(0))
h = [5, 1, 4, 2]
heapq.heapify(h); heapq.heappush(h, 0)
print([heapq.heappop(h) for _ in range(5)], heapq.nlargest(2, [1, 5, 3]), heapq.nsmallest(2, [3, 1, 2]), list(heapq.merge([1, 3], [2])))
try:
    heapq.heappop([])
except IndexError as e:
    print(e)
l = [1, 3]; bisect.insort(l, 2); print(l, bisect.bisect_left(l, 2), bisect.bisect(l, 2))
# expect-output:
# 3 ('b', 'a') 5 A True True
# [0, 1, 2, 4, 5] [5, 3] [1, 2] [1, 2, 3]
# index out of range
# [1, 2, 3] 1 2
