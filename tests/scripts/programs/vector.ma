import math
from functools import total_ordering


@total_ordering
class Vector:
    typecode = 'd'
    __match_args__ = ('x', 'y', 'z')

    def __init__(self, *components):
        self._c = components

    def __iter__(self):
        return iter(self._c)

    def __repr__(self):
        return 'Vector({})'.format(', '.join(map(repr, self)))

    def __str__(self):
        return str(tuple(self))

    def __abs__(self):
        return math.hypot(*self)

    def __bool__(self):
        return bool(abs(self))

    def __len__(self):
        return len(self._c)

    def __getitem__(self, i):
        if isinstance(i, slice):
            return type(self)(*self._c[i])
        return self._c[i]

    def __getattr__(self, name):
        pos = 'xyzt'.find(name)
        if 0 <= pos < len(self._c) and len(name) == 1:
            return self._c[pos]
        raise AttributeError(f'{type(self).__name__!r} object has no attribute {name!r}')

    def __setattr__(self, name, value):
        if name in ('x', 'y', 'z', 't'):
            raise AttributeError(f'readonly attribute {name!r}')
        super().__setattr__(name, value)

    def __add__(self, other):
        try:
            return Vector(*(a + b for a, b in zip(self, other, strict=True)))
        except TypeError:
            return NotImplemented

    __radd__ = __add__

    def __mul__(self, k):
        return Vector(*(a * k for a in self)) if isinstance(k, (int, float)) else NotImplemented

    __rmul__ = __mul__

    def __matmul__(self, other):
        return sum(a * b for a, b in zip(self, other))

    def __eq__(self, other):
        return len(self) == len(other) and all(a == b for a, b in zip(self, other))

    def __lt__(self, other):
        return abs(self) < abs(other)

    def __hash__(self):
        return hash(self._c)

    def __format__(self, spec):
        if spec.endswith('p'):
            return '<{}, {}>'.format(format(abs(self), spec[:-1]), format(math.atan2(self.y, self.x), spec[:-1]))
        return '({})'.format(', '.join(format(c, spec) for c in self))

    def __neg__(self):
        return self * -1

    def __pos__(self):
        return Vector(*self)

    def __complex__(self):
        raise TypeError('not planar')


v, w = Vector(3, 4), Vector(1.5, -2)
print(v, repr(w), abs(v), bool(Vector(0, 0)), len(v))
print(v + w, v + [1, 1], (1, 2) + v, v * 3, 2 * w, v @ w, -v, +w)
print(v.x, v.y, Vector(1, 2, 3, 4)[1:3], v[-1])
print(f'{v:.2f} {v:.3fp} {w:e}')
print(v == Vector(3.0, 4.0), v > w, v <= w, sorted([v, w, Vector(9, 9)]))
print(len({v, Vector(3, 4), w}))
a, b = v
print(a, b, [*v, *w], max(v))
for f in (lambda: v.q, lambda: setattr(v, 'x', 1), lambda: v + 1, lambda: v * 'a', lambda: v + Vector(1, 2, 3), lambda: v[7]):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ':', e)
# expect-output:
# (3, 4) Vector(1.5, -2) 5.0 False 2
# (4.5, 2) (4, 5) (4, 6) (9, 12) (3.0, -4) -3.5 (-3, -4) (1.5, -2)
# 3 4 (2, 3) 4
# (3.00, 4.00) <5.000, 0.927> (1.500000e+00, -2.000000e+00)
# True True False [Vector(1.5, -2), Vector(3, 4), Vector(9, 9)]
# 2
# 3 4 [3, 4, 1.5, -2] 4
# AttributeError: 'Vector' object has no attribute 'q'
# AttributeError: readonly attribute 'x'
# TypeError: unsupported operand type(s) for +: 'Vector' and 'int'
# TypeError: can't multiply sequence by non-int of type 'Vector'
# ValueError: zip() argument 2 is longer than argument 1
# IndexError: tuple index out of range
