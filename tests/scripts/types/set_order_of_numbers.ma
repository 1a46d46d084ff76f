# Sets of numbers are walked in the order of CPython's table: programs print them.
print({3, 1, 2}, set([5, 3, 9, 1]), set(range(10, 0, -1)), {10, 20, 5}, {1.5, 2}, frozenset([3, 2, 1]), {True, 0}, {-1, -2, 5})
print(set([100, 1, 50]) | {7}, {1, 2, 3} & {3, 2}, {1, 2, 3} - {2}, {x * x % 17 for x in range(17)})
for x in {30, 10, 20}:
    print(x)
s = set()
for i in [5, 1, 4, 2, 3]:
    s.add(i)
print(s, s.pop(), list(s), {30, 10, 20, 40, 50})
print(set([64, 0, 8, 1]))
seen = set()
for x in [7, 3, 7, 1, 3, 12, 25]:
    if x in seen:
        print('again', x, seen)
    seen.add(x)
print(sorted(seen), seen, min(seen), [x for x in seen if x > 3])
# expect-output:
# {1, 2, 3} {9, 3, 5, 1} {1, 2, 3, 4, 5, 6, 7, 8, 9, 10} {10, 20, 5} {1.5, 2} frozenset({1, 2, 3}) {0, True} {5, -1, -2}
# {1, 50, 100, 7} {2, 3} {1, 3} {0, 1, 2, 4, 8, 9, 13, 15, 16}
# 10
# 20
# 30
# {2, 3, 4, 5} 1 [2, 3, 4, 5] {50, 20, 40, 10, 30}
# {64, 0, 8, 1}
# again 7 {3, 7}
# again 3 {1, 3, 7}
# [1, 3, 7, 12, 25] {1, 3, 7, 12, 25} 1 [7, 12, 25]
