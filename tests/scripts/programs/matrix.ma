from functools import reduce
from operator import mul


class Matrix:
    def __init__(self, rows):
        self.rows = [list(r) for r in rows]
        if len({len(r) for r in self.rows}) != 1:
            raise ValueError('ragged matrix')

    @property
    def shape(self):
        return len(self.rows), len(self.rows[0])

    @classmethod
    def identity(cls, n):
        return cls([[int(i == j) for j in range(n)] for i in range(n)])

    def __getitem__(self, key):
        if isinstance(key, tuple):
            i, j = key
            return self.rows[i][j]
        return self.rows[key]

    def __setitem__(self, key, value):
        i, j = key
        self.rows[i][j] = value

    def __add__(self, other):
        return Matrix([[a + b for a, b in zip(r, s)] for r, s in zip(self.rows, other.rows)])

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -other

    def __mul__(self, k):
        if isinstance(k, (int, float)):
            return Matrix([[a * k for a in r] for r in self.rows])
        return NotImplemented

    __rmul__ = __mul__

    def __matmul__(self, other):
        if self.shape[1] != other.shape[0]:
            raise ValueError(f'shapes {self.shape} and {other.shape} do not fit')
        cols = list(zip(*other.rows))
        return Matrix([[sum(map(mul, r, c)) for c in cols] for r in self.rows])

    def __pow__(self, n):
        return reduce(lambda a, b: a @ b, [self] * n, Matrix.identity(self.shape[0]))

    def __eq__(self, other):
        return isinstance(other, Matrix) and self.rows == other.rows

    def __iter__(self):
        return iter(self.rows)

    def __len__(self):
        return len(self.rows)

    def __str__(self):
        width = max(len(f'{x:g}') for r in self.rows for x in r)
        return '\n'.join('[' + ' '.join(f'{x:>{width}g}' for x in r) + ']' for r in self.rows)

    def __repr__(self):
        return f'Matrix({self.rows!r})'

    @property
    def T(self):
        return Matrix(zip(*self.rows))

    def det(self):
        if len(self) == 1:
            return self[0, 0]
        total = 0
        for j, a in enumerate(self.rows[0]):
            minor = Matrix([r[:j] + r[j + 1:] for r in self.rows[1:]])
            total += (-1) ** j * a * minor.det()
        return total


A = Matrix([[1, 2], [3, 4]])
B = Matrix([[0, 1], [1, 0]])
print(A)
print(A @ B)
print(A + B, A - B, sep='\n--\n')
print(repr(2 * A), repr(A * 0.5), A.T)
print(A ** 10)
print(A.det(), Matrix([[2, 0, 1], [1, 3, 2], [1, 1, 4]]).det())
A[0, 1] = 9
print(A[0, 1], A[1], A == Matrix([[1, 9], [3, 4]]))
for bad in (lambda: A @ Matrix([[1, 2, 3]]), lambda: A * 'x', lambda: Matrix([[1], [1, 2]]), lambda: A[5, 5], lambda: 'x' @ A):
    try:
        bad()
    except (ValueError, TypeError, IndexError) as e:
        print(type(e).__name__, e)
# expect-output:
# [1 2]
# [3 4]
# [2 1]
# [4 3]
# [1 3]
# [4 4]
# --
# [1 1]
# [2 4]
# Matrix([[2, 4], [6, 8]]) Matrix([[0.5, 1.0], [1.5, 2.0]]) [1 3]
# [2 4]
# [4.78381e+06 6.97205e+06]
# [1.04581e+07 1.52419e+07]
# -2 18
# 9 [3, 4] True
# ValueError shapes (2, 2) and (1, 3) do not fit
# TypeError can't multiply sequence by non-int of type 'Matrix'
# ValueError ragged matrix
# IndexError list index out of range
# TypeError unsupported operand type(s) for @: 'str' and 'Matrix'
