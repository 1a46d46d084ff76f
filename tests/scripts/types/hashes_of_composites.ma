# Hashes of numbers, and of tuples, ranges and frozensets of them, are CPython's: a program may print them.
print(hash(()), hash((1, 2)), hash((1, (2, 3))), hash((1.5, None, True)))
print(hash(frozenset()), hash(frozenset([1, 2])), hash(range(3)), hash(None))
print(hash(2**61), hash(-1), hash(10**30), hash(0.5), hash(float('inf')))

# expect-output:
# 5740354900026072187 -3550055125485641917 7267574591690527098 -5590730492151869419
# 133146708735736 -1826646154956904602 -8338477496398685190 4238894112
# 1 -2 465258685558744706 1152921504606846976 314159
