# Tuples and ranges.
t = (1, 2, 3)
print(t + (4,), t * 2, t[1:], t.index(2), t.count(1), (), (1,), tuple('ab'), t < (1, 3), hash(t) == hash((1, 2, 3)), 2 in t, t[-1])
r = range(0, 10, 3)
print(r, list(r), r[1], r[-1], len(r), 6 in r, 7 in r, r[1:], range(5, 0, -2), list(range(5, 0, -2)), r.index(9), r.count(3), range(0) == range(5, 5), r == range(0, 12, 3), list(reversed(r)), range(10 ** 20)[10 ** 19], len(range(-5, 5)), r.start, r.stop, r.step, hash(range(3)) == hash(range(0, 3)), 1.0 in range(3))
for f in (lambda: range(1, 2, 0), lambda: range(1.5), lambda: r[10], lambda: t[5], lambda: t.index(9), lambda: r.index(1), lambda: len(range(10 ** 30)), lambda: (1, 2) + [3]):
    try:
        f()
    except (ValueError, TypeError, IndexError, OverflowError) as e:
        print(type(e).__name__, e)
try:
    t[0] = 1
except TypeError as e:
    print(e)
# expect-output:
# (1, 2, 3, 4) (1, 2, 3, 1, 2, 3) (2, 3) 1 1 () (1,) ('a', 'b') True True True 3
# range(0, 10, 3) [0, 3, 6, 9] 3 9 4 True False range(3, 12, 3) range(5, 0, -2) [5, 3, 1] 3 1 True True [9, 6, 3, 0] 10000000000000000000 10 0 10 3 True True
# ValueError range() arg 3 must not be zero
# TypeError 'float' object cannot be interpreted as an integer
# IndexError range object index out of range
# IndexError tuple index out of range
# ValueError tuple.index(x): x not in tuple
# ValueError 1 is not in range
# OverflowError Python int too large to convert to C ssize_t
# TypeError can only concatenate tuple (not "list") to tuple
# 'tuple' object does not support item assignment
