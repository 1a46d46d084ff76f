# iter, next with default, iter with a sentinel.
class Count:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n == 0: raise StopIteration
        self.n -= 1
        return self.n
print(list(Count(3)), next(Count(0), 'default'))
it = iter([1, 2])
print(next(it), next(it), next(it, None))
try:
    next(it)
except StopIteration as e:
    print(repr(e))
vals = iter('abcd')
print(list(iter(lambda: next(vals), 'c')))
try:
    next(3)
except TypeError as e:
    print(e)
a, b = Count(2)
print(a, b, max(Count(4)), sum(Count(4)), sorted(Count(3)), list(zip(Count(2), Count(5))))
# expect-output:
# [2, 1, 0] default
# 1 2 None
# StopIteration()
# ['a', 'b']
# 'int' object is not an iterator
# 1 0 3 6 [0, 1, 2] [(1, 4), (0, 3)]
