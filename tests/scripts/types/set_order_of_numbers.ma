# Sets of numbers are walked in the order of CPython's table: programs print them.
print({3, 1, 2}, set([5, 3, 9, 1]), set(range(10, 0, -1)), {10, 20, 5}, {1.5, 2}, frozenset([3, 2, 1]), {True, 0}, {-1, -2, 5})
print(set([100, 1, 50]) | {7}, {1, 2, 3} & {3, 2}, {1, 2, 3} - {2}, {x * x % 17 for x in range(17)})
for x in {30, 10, 20}:
    print(x)
s = set()
for i in [5, 1, 4, 2, 3]:
    s.add(i)
print(s, s.pop(), list(s), {30, 10, 20, 40, 50})
print(set([64, 0, 8, 1]), {1000, 1, 500, 33, 77, 12, 9, 8, 64, 128})
seen = set()
for x in [7, 3, 7, 1, 3, 12, 25]:
    if x in seen:
        print('again', x, seen)
    seen.add(x)
print(sorted(seen), seen, min(seen), [x for x in seen if x > 3])
