# Binary operators, NotImplemented and the reflected forms.
class V:
    def __init__(self, n): self.n = n
    def __add__(self, o):
        if isinstance(o, V): return V(self.n + o.n)
        return NotImplemented
    def __radd__(self, o): return ('radd', o)
    def __mul__(self, o): return ('mul', o)
    def __rmul__(self, o): return ('rmul', o)
    def __matmul__(self, o): return 'matmul'
    def __neg__(self): return 'neg'
    def __invert__(self): return 'inv'
    def __pos__(self): return 'pos'
    def __abs__(self): return 'abs'
    def __divmod__(self, o): return 'divmod'
    def __rpow__(self, o): return ('rpow', o)
    def __lshift__(self, o): return 'lshift'
print((V(1) + V(2)).n, 5 + V(1), V(1) * 2, 2 * V(1), V(1) @ 1, -V(1), ~V(1), +V(1), abs(V(1)))
print(divmod(V(1), 2), 2 ** V(1), V(1) << 1, sum([V(1)], 5), [1] + [2])
for f in (lambda: V(1) + 's', lambda: V(1) - 1, lambda: 1 - V(1), lambda: V(1) % 2, lambda: V(1) >> 1, lambda: -object(), lambda: ~1.5, lambda: [] + (), lambda: 'a' + 1, lambda: 1 + 'a', lambda: {} | 1, lambda: 'a' * 'b', lambda: None + 1, lambda: [1] * 1.5, lambda: 'a' - 'b', lambda: pow(2, 'x'), lambda: 1 @ 2, lambda: divmod(1, 'a')):
    try:
        print(f())
    except TypeError as e:
        print(e)
class A:
    def __add__(self, o): return 'A.add'
class B(A):
    def __radd__(self, o): return 'B.radd first'
print(A() + B(), A() + A())
# expect-output:
# 3 ('radd', 5) ('mul', 2) ('rmul', 2) matmul neg inv pos abs
# divmod ('rpow', 2) lshift ('radd', 5) [1, 2]
# unsupported operand type(s) for +: 'V' and 'str'
# unsupported operand type(s) for -: 'V' and 'int'
# unsupported operand type(s) for -: 'int' and 'V'
# unsupported operand type(s) for %: 'V' and 'int'
# unsupported operand type(s) for >>: 'V' and 'int'
# bad operand type for unary -: 'object'
# bad operand type for unary ~: 'float'
# can only concatenate list (not "tuple") to list
# can only concatenate str (not "int") to str
# unsupported operand type(s) for +: 'int' and 'str'
# unsupported operand type(s) for |: 'dict' and 'int'
# can't multiply sequence by non-int of type 'str'
# unsupported operand type(s) for +: 'NoneType' and 'int'
# can't multiply sequence by non-int of type 'float'
# unsupported operand type(s) for -: 'str' and 'str'
# unsupported operand type(s) for ** or pow(): 'int' and 'str'
# unsupported operand type(s) for @: 'int' and 'int'
# unsupported operand type(s) for divmod(): 'int' and 'str'
# B.radd first A.add
