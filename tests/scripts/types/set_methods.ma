# Sets and frozensets.
a, b = {1, 2, 3}, {2, 3, 4}
print(sorted(a | b), sorted(a & b), sorted(a - b), sorted(a ^ b), a <= {1, 2, 3, 4}, a < a, a >= {1}, a.isdisjoint({9}), 1 in a, len(a))
a.add(5); a.discard(99); a.remove(1); a.update([7], (8,)); print(sorted(a))
a &= {5, 7}; print(sorted(a)); a |= {1}; a -= {7}; a ^= {5, 6}; print(sorted(a))
print(set(), {1}, frozenset({1}), frozenset(), sorted({1}.union([2], [3])), sorted({1, 2}.intersection([2])), {1, 2}.issubset([1, 2, 3]), {1} == frozenset([1]), hash(frozenset([1, 2])) == hash(frozenset([2, 1])), {frozenset(): 1}, sorted({1, 2}.symmetric_difference([2, 3])))
for f in (lambda: set().remove(1), lambda: set().pop(), lambda: {[]}, lambda: {1} | [2], lambda: set(5), lambda: hash(set()), lambda: {1} < 5, lambda: frozenset().add(1)):
    try:
        f()
    except (KeyError, TypeError, AttributeError) as e:
        print(type(e).__name__, e)
s = {1, 2}
try:
    for x in s:
        s.add(x + 10)
except RuntimeError as e:
    print(e)
# expect-output:
# [1, 2, 3, 4] [2, 3] [1] [1, 4] True False True True True 3
# [2, 3, 5, 7, 8]
# [5, 7]
# [1, 6]
# set() {1} frozenset({1}) frozenset() [1, 2, 3] [2] True True True {frozenset(): 1} [1, 3]
# KeyError 1
# KeyError 'pop from an empty set'
# TypeError unhashable type: 'list'
# TypeError unsupported operand type(s) for |: 'set' and 'list'
# TypeError 'int' object is not iterable
# TypeError unhashable type: 'set'
# TypeError '<' not supported between instances of 'set' and 'int'
# AttributeError 'frozenset' object has no attribute 'add'
# Set changed size during iteration
