# fractions - numbers as ratios of two ints, always in lowest terms.

from math import gcd
import numbers

__all__ = ['Fraction']


def _from_text(text):
    import re
    match = re.fullmatch(r'\s*([-+]?)(?=\d|\.\d)(\d*|\d+(?:_\d+)*)'
                         r'(?:(?:\s*/\s*(\d+(?:_\d+)*))?|(?:\.(\d*|\d+(?:_\d+)*))?(?:[eE]([-+]?\d+))?)\s*', text)
    if match is None:
        raise ValueError(f'Invalid literal for Fraction: {text!r}')
    sign, top, bottom, decimals, power = match.groups()
    top = int(top or '0')
    if bottom:
        bottom = int(bottom)
    else:
        decimals = (decimals or '').replace('_', '')
        top = top * 10 ** len(decimals) + int(decimals or '0')
        bottom = 10 ** len(decimals)
        power = int(power or 0)
        if power >= 0:
            top *= 10 ** power
        else:
            bottom *= 10 ** -power
    return -top if sign == '-' else top, bottom


def _raw(top, bottom):
    made = object.__new__(Fraction)
    made._numerator, made._denominator = top, bottom
    return made


def _reduced(top, bottom):
    if bottom == 0:
        raise ZeroDivisionError(f'Fraction({top}, 0)')
    if bottom < 0:
        top, bottom = -top, -bottom
    common = gcd(top, bottom)
    return _raw(top // common, bottom // common)


# Both ways of an operator: with fractions and ints exactly, with floats as floats.
def _operators(exact, fallback):
    def forward(a, b):
        if isinstance(b, Fraction):
            return exact(a, b)
        if isinstance(b, int):
            return exact(a, _raw(int(b), 1))
        if isinstance(b, float):
            return fallback(float(a), b)
        return NotImplemented

    def reverse(b, a):
        if isinstance(a, int):
            return exact(_raw(int(a), 1), b)
        if isinstance(a, float):
            return fallback(a, float(b))
        return NotImplemented
    return forward, reverse


class Fraction(numbers.Rational):
    __slots__ = ('_numerator', '_denominator')

    def __new__(cls, numerator=0, denominator=None):
        self = object.__new__(cls)
        if denominator is None:
            if type(numerator) is int:
                pair = numerator, 1
            elif isinstance(numerator, (int, Fraction)):
                pair = numerator.numerator, numerator.denominator
            elif isinstance(numerator, float) or (hasattr(numerator, 'as_integer_ratio')
                                                  and not isinstance(numerator, type)):
                pair = numerator.as_integer_ratio()
            elif isinstance(numerator, str):
                pair = _from_text(numerator)
            else:
                raise TypeError('argument should be a string or a Rational instance')
        elif isinstance(numerator, (int, Fraction)) and isinstance(denominator, (int, Fraction)):
            pair = (numerator.numerator * denominator.denominator,
                    denominator.numerator * numerator.denominator)
        else:
            raise TypeError('both arguments should be Rational instances')
        top, bottom = pair
        if bottom == 0:
            raise ZeroDivisionError(f'Fraction({top}, 0)')
        if bottom < 0:
            top, bottom = -top, -bottom
        common = gcd(top, bottom)
        self._numerator, self._denominator = top // common, bottom // common
        return self

    @classmethod
    def from_float(cls, f):
        if not isinstance(f, (int, float)):
            raise TypeError(f'{cls.__name__}.from_float() only takes floats, not {f!r} ({type(f).__name__})')
        return cls(*f.as_integer_ratio())

    @classmethod
    def from_decimal(cls, dec):
        return cls(*dec.as_integer_ratio())

    @property
    def numerator(a):
        return a._numerator

    @property
    def denominator(a):
        return a._denominator

    def is_integer(self):
        return self._denominator == 1

    def as_integer_ratio(self):
        return self._numerator, self._denominator

    def limit_denominator(self, max_denominator=1000000):
        if max_denominator < 1:
            raise ValueError('max_denominator should be at least 1')
        if self._denominator <= max_denominator:
            return Fraction(self)
        # The continued fraction, as far as it goes; then the nearer of the last two candidates.
        p0, q0, p1, q1 = 0, 1, 1, 0
        n, d = self._numerator, self._denominator
        while True:
            whole = n // d
            if q0 + whole * q1 > max_denominator:
                break
            p0, q0, p1, q1 = p1, q1, p0 + whole * p1, q0 + whole * q1
            n, d = d, n - whole * d
        k = (max_denominator - q0) // q1
        if 2 * d * (q0 + k * q1) <= self._denominator:
            return _reduced(p1, q1)
        return _reduced(p0 + k * p1, q0 + k * q1)

    def __repr__(self):
        return f'{type(self).__name__}({self._numerator}, {self._denominator})'

    def __str__(self):
        if self._denominator == 1:
            return str(self._numerator)
        return f'{self._numerator}/{self._denominator}'

    def __format__(self, spec):
        if not spec:
            return str(self)
        if spec[-1] in 'eEfFgG%':
            from decimal import Decimal, localcontext
            with localcontext() as context:
                context.prec = 400
                return format(Decimal(self._numerator) / self._denominator, spec)
        return format(str(self), spec)

    def _add(a, b):
        return _reduced(a._numerator * b._denominator + b._numerator * a._denominator,
                        a._denominator * b._denominator)

    def _sub(a, b):
        return _reduced(a._numerator * b._denominator - b._numerator * a._denominator,
                        a._denominator * b._denominator)

    def _mul(a, b):
        return _reduced(a._numerator * b._numerator, a._denominator * b._denominator)

    def _div(a, b):
        return _reduced(a._numerator * b._denominator, a._denominator * b._numerator)

    def _floordiv(a, b):
        return (a._numerator * b._denominator) // (a._denominator * b._numerator)

    def _mod(a, b):
        return _reduced((a._numerator * b._denominator) % (b._numerator * a._denominator),
                        a._denominator * b._denominator)

    def _divmod(a, b):
        return Fraction._floordiv(a, b), Fraction._mod(a, b)

    __add__, __radd__ = _operators(_add, lambda a, b: a + b)
    __sub__, __rsub__ = _operators(_sub, lambda a, b: a - b)
    __mul__, __rmul__ = _operators(_mul, lambda a, b: a * b)
    __truediv__, __rtruediv__ = _operators(_div, lambda a, b: a / b)
    __floordiv__, __rfloordiv__ = _operators(_floordiv, lambda a, b: a // b)
    __mod__, __rmod__ = _operators(_mod, lambda a, b: a % b)
    __divmod__, __rdivmod__ = _operators(_divmod, divmod)

    def __pow__(a, b):
        if isinstance(b, (int, Fraction)):
            if b.denominator != 1:
                return float(a) ** float(b)
            power = b.numerator
            if power >= 0:
                return _raw(a._numerator ** power, a._denominator ** power)
            if a._numerator == 0:
                raise ZeroDivisionError(f'Fraction({a._denominator ** -power}, 0)')
            return _reduced(a._denominator ** -power, a._numerator ** -power)
        return float(a) ** b if isinstance(b, float) else NotImplemented

    def __rpow__(b, a):
        if b._denominator == 1 and b._numerator >= 0:
            return a ** b._numerator
        if isinstance(a, int):
            return Fraction(a) ** b
        return a ** float(b)

    def __pos__(a):
        return _raw(a._numerator, a._denominator)

    def __neg__(a):
        return _raw(-a._numerator, a._denominator)

    def __abs__(a):
        return _raw(abs(a._numerator), a._denominator)

    def __int__(a):
        return int(a.__trunc__())

    def __float__(a):
        return a._numerator / a._denominator

    def __trunc__(a):
        return -(-a._numerator // a._denominator) if a._numerator < 0 else a._numerator // a._denominator

    def __floor__(a):
        return a._numerator // a._denominator

    def __ceil__(a):
        return -(-a._numerator // a._denominator)

    def __round__(self, ndigits=None):
        if ndigits is None:
            whole, rest = divmod(self._numerator, self._denominator)
            twice = rest * 2
            return whole + (twice > self._denominator or (twice == self._denominator and whole % 2))
        shift = 10 ** abs(ndigits)
        if ndigits > 0:
            return Fraction(round(self * shift), shift)
        return Fraction(round(self / shift) * shift)

    def __hash__(self):
        try:
            inverse = pow(self._denominator, -1, 2 ** 61 - 1)
        except ValueError:
            value = 314159
        else:
            value = hash(hash(abs(self._numerator)) * inverse)
        value = value if self._numerator >= 0 else -value
        return -2 if value == -1 else value

    def __bool__(a):
        return a._numerator != 0

    def __eq__(a, b):
        if isinstance(b, int):
            return a._numerator == b and a._denominator == 1
        if isinstance(b, Fraction):
            return a._numerator == b._numerator and a._denominator == b._denominator
        if isinstance(b, float):
            return float(a) == b if b != b or b in (float('inf'), -float('inf')) else a == Fraction(b)
        return NotImplemented

    def _compare(sign):
        def compare(a, b):
            if isinstance(b, (int, Fraction)):
                return sign(a._numerator * b.denominator, b.numerator * a._denominator)
            if isinstance(b, float):
                if b != b or b in (float('inf'), -float('inf')):
                    return sign(0.0, b)
                return compare(a, Fraction(b))
            return NotImplemented
        return compare

    __lt__ = _compare(lambda x, y: x < y)
    __le__ = _compare(lambda x, y: x <= y)
    __gt__ = _compare(lambda x, y: x > y)
    __ge__ = _compare(lambda x, y: x >= y)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __reduce__(self):
        return type(self), (self._numerator, self._denominator)
