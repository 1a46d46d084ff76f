# __del__ runs when the last reference goes, at the latest at a collection; in a cycle in no set order.
import gc
gone = []
class C:
    def __init__(self, n): self.n = n
    def __del__(self): gone.append(self.n)
c = C(1)
del c
gc.collect()
print(gone)
a, b = C('a'), C('b')
a.other, b.other = b, a
a = b = None
gc.collect()
print(sorted(gone[1:]))
# expect-output:
# [1]
# ['a', 'b']
