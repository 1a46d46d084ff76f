# Exceptions are hashable: the flags of two kinds of classes had one bit.
class E(Exception): pass
a, b = E(1), ValueError(2)
print({a: 'a', b: 'b'}[a], len({a, b, a}), a == E(1), hash(b) == hash(b), {OSError(1)} == set())
print(BaseException.__hash__ is object.__hash__, StopIteration.__hash__ is object.__hash__)
# expect-output:
# a 2 False True False
# True True
