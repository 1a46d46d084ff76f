# copy and deepcopy.
import copy
a = [1, [2, {'k': (3, [4])}]]
b, c = copy.copy(a), copy.deepcopy(a)
print(b[1] is a[1], c[1] is a[1], c == a, c[1][1]['k'][1] is a[1][1]['k'][1])
l = []; l.append(l); d = copy.deepcopy(l); print(d[0] is d, d is l)
class P:
    def __init__(self): self.x = [1]
p = P(); q = copy.deepcopy(p); print(q.x, q.x is p.x, copy.copy(p).x is p.x)
class Q:
    def __copy__(self): return 'c'
    def __deepcopy__(self, memo): return 'd'
print(copy.copy(Q()), copy.deepcopy([Q()]))
# expect-output:
# True False True False
# True False
# [1] False True
# c ['d']
