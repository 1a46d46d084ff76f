# Iterators and lengths that lie.
class Lies:
    def __len__(self): return 10 ** 6
    def __iter__(self): return iter([1, 2])
print(list(Lies()), tuple(Lies()))
class Hint:
    def __length_hint__(self): return -1
    def __iter__(self): return iter([1])
try:
    list(Hint())
except ValueError as e:
    print(e)
class Grow:
    def __init__(self): self.l = [1]
    def __iter__(self):
        for x in self.l:
            if len(self.l) < 5: self.l.append(x + 1)
            yield x
print(list(Grow()))
l = [1, 2, 3]
for x in l:
    if len(l) < 8: l.append(x)
print(l)
it = iter(l)
l.clear()
print(next(it, 'empty'), list(it))
class Raises:
    def __iter__(self): return self
    def __next__(self): raise KeyError('in next')
for f in (list, tuple, set, sum, sorted, dict, max, ''.join):
    try:
        f(Raises())
    except KeyError as e:
        print(f.__name__, e)
class Idx:
    def __index__(self): return 2 ** 100
for f in (lambda: [1][Idx()], lambda: 'a' * Idx(), lambda: [1][:Idx()], lambda: range(Idx())[0]):
    try:
        print(f())
    except (IndexError, OverflowError) as e:
        print(type(e).__name__, e)
# expect-output:
# [1, 2] (1, 2)
# __length_hint__() should return >= 0
# [1, 2, 3, 4, 5]
# [1, 2, 3, 1, 2, 3, 1, 2]
# empty []
# list 'in next'
# tuple 'in next'
# set 'in next'
# sum 'in next'
# sorted 'in next'
# dict 'in next'
# max 'in next'
# join 'in next'
# IndexError cannot fit 'Idx' into an index-sized integer
# OverflowError cannot fit 'Idx' into an index-sized integer
# [1]
# 0
