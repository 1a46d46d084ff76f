from math import gcd


class Frac:
    __slots__ = ('n', 'd')

    def __init__(self, n, d=1):
        if d == 0:
            raise ZeroDivisionError(f'Frac({n}, 0)')
        g = gcd(n, d) * (1 if d > 0 else -1)
        self.n, self.d = n // g, d // g

    def __add__(self, o):
        o = self._coerce(o)
        if o is NotImplemented:
            return o
        return Frac(self.n * o.d + o.n * self.d, self.d * o.d)

    __radd__ = __add__

    def __sub__(self, o):
        return self + -self._coerce(o)

    def __rsub__(self, o):
        return self._coerce(o) - self

    def __neg__(self):
        return Frac(-self.n, self.d)

    def __mul__(self, o):
        o = self._coerce(o)
        return Frac(self.n * o.n, self.d * o.d)

    __rmul__ = __mul__

    def __truediv__(self, o):
        o = self._coerce(o)
        return Frac(self.n * o.d, self.d * o.n)

    def __rtruediv__(self, o):
        return self._coerce(o) / self

    @staticmethod
    def _coerce(x):
        if isinstance(x, int):
            return Frac(x)
        if isinstance(x, Frac):
            return x
        return NotImplemented

    def __eq__(self, o):
        o = self._coerce(o)
        return o is not NotImplemented and (self.n, self.d) == (o.n, o.d)

    def __hash__(self):
        return hash((self.n, self.d))

    def __lt__(self, o):
        o = self._coerce(o)
        return self.n * o.d < o.n * self.d

    def __float__(self):
        return self.n / self.d

    def __int__(self):
        return int(self.n / self.d)

    def __bool__(self):
        return self.n != 0

    def __abs__(self):
        return Frac(abs(self.n), self.d)

    def __round__(self, ndigits=None):
        return round(float(self), ndigits)

    def __format__(self, spec):
        return format(float(self), spec) if spec else str(self)

    def __str__(self):
        return f'{self.n}/{self.d}' if self.d != 1 else str(self.n)

    def __repr__(self):
        return f'Frac({self.n}, {self.d})'


h, t = Frac(1, 2), Frac(1, 3)
print(h + t, h - t, h * t, h / t, 1 + h, 1 - h, 2 * h, 1 / t)
print(sum([Frac(1, n) for n in range(1, 11)]))
print(sorted([h, t, Frac(-3, 4), Frac(5, -8)]), max(h, t))
print(float(h), int(Frac(7, 2)), bool(Frac(0)), abs(Frac(-1, 4)), round(t, 3), round(Frac(5, 2)))
print(f'{t:.4f} {h} {h!r:>12}|')
print({Frac(2, 4): 'x'}[h], h == 0.5, Frac(4, 2) == 2)
for f in (lambda: Frac(1, 0), lambda: h + 'x', lambda: h / 0, lambda: setattr(h, 'z', 1)):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
# expect-output:
# 5/6 1/6 1/6 3/2 3/2 1/2 1 3
# 7381/2520
# [Frac(-3, 4), Frac(-5, 8), Frac(1, 3), Frac(1, 2)] 1/2
# 0.5 3 False 1/4 0.333 2
# 0.3333 1/2   Frac(1, 2)|
# x False True
# ZeroDivisionError Frac(1, 0)
# TypeError unsupported operand type(s) for +: 'Frac' and 'str'
# ZeroDivisionError Frac(1, 0)
# AttributeError 'Frac' object has no attribute 'z' and no __dict__ for setting new attributes
