# Rich comparison, default equality, reflected operands, hash.
class C:
    def __init__(self, n): self.n = n
    def __eq__(self, o): return isinstance(o, C) and self.n == o.n
    def __lt__(self, o): return self.n < o.n
print(C(1) == C(1), C(1) != C(2), C(1) < C(2), C(2) > C(1), C(1) == 1)
try:
    hash(C(1))
except TypeError as e:
    print(e)
try:
    C(1) <= C(2)
except TypeError as e:
    print(e)
for f in (lambda: 1 < 'a', lambda: [] < {}, lambda: None < None, lambda: object() >= object(), lambda: {} > {}):
    try:
        f()
    except TypeError as e:
        print(e)
class N:
    def __eq__(self, o): return NotImplemented
n = N()
print(n == n, n == N(), n != N())
class W:
    def __eq__(self, o): return 'weird'
print(W() == 1, W() != 1, W() in [1], [W()] == [1])
print(sorted([C(3), C(1), C(2)], key=lambda c: c.n)[0].n, max(C(1), C(5)).n if 1 else 0)
class H:
    def __eq__(self, o): return True
    def __hash__(self): return 1
print(len({H(), H()}), {H(): 'v'}[H()])
class BadHash:
    def __hash__(self): return 'x'
try:
    hash(BadHash())
except TypeError as e:
    print(e)
# expect-output:
# True True True True False
# unhashable type: 'C'
# '<=' not supported between instances of 'C' and 'C'
# '<' not supported between instances of 'int' and 'str'
# '<' not supported between instances of 'list' and 'dict'
# '<' not supported between instances of 'NoneType' and 'NoneType'
# '>=' not supported between instances of 'object' and 'object'
# '>' not supported between instances of 'dict' and 'dict'
# True False True
# weird False True True
# 1 5
# 1 v
# __hash__ method should return an integer
