# __del__ runs when the last reference goes, at the latest at a collection.
import gc
class C:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
c = C(1)
del c
gc.collect()
a, b = C('a'), C('b')
a.other, b.other = b, a
a = b = None
gc.collect()
print('end')
# expect-output:
# del 1
# del a
# del b
# end
