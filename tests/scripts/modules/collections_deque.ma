# collections.deque: every method, its limits and its errors.
from collections import deque


def t(f, *args):
    try:
        print(repr(f(*args)))
    except Exception as e:
        print(type(e).__name__, e)


d = deque([1, 2, 3], maxlen=4)
print(d, len(d), d.maxlen, deque().maxlen, deque('abc'), bool(deque()), bool(d))
d.append(4), d.append(5), print(d)
d.appendleft(0), print(d)
d.extend([7, 8, 9]), print(d)
d.extendleft([7, 8, 9]), print(d)
d.rotate(1), print(d)
d.rotate(-2), print(d)
d.rotate(0), d.rotate(400), d.rotate(-7), print(d)
print(d.pop(), d.popleft(), d)
d = deque('hello')
print(d.count('l'), d.index('l'), d.index('l', 3), d[1], d[-1], d[0])
t(d.index, 'z'), t(d.index, 'l', 4), t(d.index, 'h', 1, 2), t(d.remove, 'z'), t(lambda: d[9]), t(lambda: d[-9])
t(lambda: d['a']), t(lambda: d[1:2]), t(deque().pop), t(deque().popleft), t(deque, 3), t(deque, [], -1)
t(deque, [], 'a'), t(lambda: deque([1], maxlen=1).insert(0, 2)), t(lambda: deque() + [1]), t(lambda: hash(d))
d.remove('l'), print(d)
d.insert(1, 'X'), d.insert(-1, 'Y'), d.insert(100, 'Z'), d.insert(-100, 'A'), print(d)
d[0] = 'q'
del d[1]
print(d, 'X' in d, 'nope' in d)
d.reverse(), print(d, list(reversed(d)))
e = d.copy()
e.clear(), print(e, d == e, d != e, d == deque(d), deque([1, 2]) < deque([1, 3]), deque([1]) == [1])
print(deque([1, 2]) + deque([3]), deque([1, 2]) * 2, 3 * deque('a'), deque([1, 2], 3) * 2)
e = deque([1])
e += [2, 3]
e *= 2
print(e, e * 0, e * -1)
e.extend(e), print(len(e), e)
e = deque([1, 2, 3])
try:
    for x in e:
        e.append(x)
except RuntimeError as error:
    print(error)
it = iter(deque([1, 2]))
print(next(it), next(it), next(it, 'end'), next(it, 'end'))
e.append(e), print(e)
big = deque()
for i in range(1000):
    big.append(i)
    if i % 3:
        big.popleft()
print(len(big), big[0], big[-1], sum(big))


class Sub(deque):
    def __init__(self, *args):
        super().__init__(*args)
        self.extra = 1


s = Sub([1, 2])
print(s, s.extra, isinstance(s, deque), s.copy(), type(s.copy()).__name__)
z = deque(maxlen=0)
z.append(1), z.extend([1, 2]), print(z)
print(deque(range(5), 3), deque(iterable=[1], maxlen=None), max(deque([3, 9, 2])), sorted(deque([3, 1])))

# expect-output:
# deque([1, 2, 3], maxlen=4) 3 4 None deque(['a', 'b', 'c']) False True
# deque([2, 3, 4, 5], maxlen=4)
# deque([0, 2, 3, 4], maxlen=4)
# deque([4, 7, 8, 9], maxlen=4)
# deque([9, 8, 7, 4], maxlen=4)
# deque([4, 9, 8, 7], maxlen=4)
# deque([8, 7, 4, 9], maxlen=4)
# deque([9, 8, 7, 4], maxlen=4)
# 4 9 deque([8, 7], maxlen=4)
# 2 2 3 e o h
# ValueError 'z' is not in deque
# ValueError 'l' is not in deque
# ValueError 'h' is not in deque
# ValueError 'z' is not in deque
# IndexError deque index out of range
# IndexError deque index out of range
# TypeError sequence index must be integer, not 'str'
# TypeError sequence index must be integer, not 'slice'
# IndexError pop from an empty deque
# IndexError pop from an empty deque
# TypeError 'int' object is not iterable
# ValueError maxlen must be non-negative
# TypeError an integer is required
# IndexError deque already at its maximum size
# TypeError can only concatenate deque (not "list") to deque
# TypeError unhashable type: 'collections.deque'
# deque(['h', 'e', 'l', 'o'])
# deque(['A', 'h', 'X', 'e', 'l', 'Y', 'o', 'Z'])
# deque(['q', 'X', 'e', 'l', 'Y', 'o', 'Z']) True False
# deque(['Z', 'o', 'Y', 'l', 'e', 'X', 'q']) ['q', 'X', 'e', 'l', 'Y', 'o', 'Z']
# deque([]) False True True True False
# deque([1, 2, 3]) deque([1, 2, 1, 2]) deque(['a', 'a', 'a']) deque([2, 1, 2], maxlen=3)
# deque([1, 2, 3, 1, 2, 3]) deque([]) deque([])
# 12 deque([1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2, 3])
# deque mutated during iteration
# 1 2 end end
# deque([1, 2, 3, 1, [...]])
# 334 666 999 278055
# Sub([1, 2]) 1 True Sub([1, 2]) Sub
# deque([], maxlen=0)
# deque([2, 3, 4], maxlen=3) deque([1]) 9 [1, 3]
