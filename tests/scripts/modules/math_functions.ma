# math: values, exactness and errors of every function.
import math


def t(f, *args, **kw):
    try:
        print(f.__name__, args, kw or '', repr(f(*args, **kw)))
    except Exception as e:
        print(f.__name__, args, kw or '', type(e).__name__, e)


for name in ('acos', 'acosh', 'asin', 'asinh', 'atan', 'atanh', 'cbrt', 'ceil', 'cos', 'cosh', 'degrees', 'erf',
             'erfc', 'exp', 'exp2', 'expm1', 'fabs', 'floor', 'frexp', 'isfinite', 'isinf', 'isnan', 'log', 'log10',
             'log1p', 'log2', 'modf', 'radians', 'sin', 'sinh', 'sqrt', 'tan', 'tanh', 'trunc', 'ulp'):
    f = getattr(math, name)
    for x in (0.5, 1, -0.75, 0.0, 2.0):
        t(f, x)
for name in ('sqrt', 'log', 'log2', 'log10', 'acos', 'exp', 'cosh', 'atanh', 'log1p', 'gamma', 'lgamma', 'sin'):
    f = getattr(math, name)
    for x in (-1, float('inf'), float('-inf'), float('nan'), 1e308, 'x', None):
        t(f, x)
t(math.atan2, 1, -1), t(math.copysign, 3, -0.0), t(math.fmod, 7, 3), t(math.fmod, -7, 3), t(math.fmod, 1, 0)
t(math.remainder, 7, 4), t(math.remainder, 1, 0), t(math.pow, 2, 0.5), t(math.pow, -1, 0.5), t(math.pow, 0, -1)
t(math.pow, 10, 400), t(math.pow, 'a', 1), t(math.ldexp, 0.75, 4), t(math.ldexp, 1, 5000), t(math.ldexp, 1, 1.5)
t(math.ldexp, 1, -2000), t(math.gcd), t(math.gcd, 12, 18), t(math.gcd, -12, 0), t(math.gcd, 2**100, 6**50)
t(math.gcd, 1.5, 2), t(math.lcm, 4, 6), t(math.lcm), t(math.lcm, 0, 5), t(math.lcm, 2**70, 3)
t(math.isqrt, 10**40), t(math.isqrt, -1), t(math.isqrt, 2.0), t(math.factorial, 20), t(math.factorial, 30)
t(math.factorial, -1), t(math.factorial, 2.0), t(math.comb, 5, 2), t(math.comb, 52, 5), t(math.comb, 3, 5)
t(math.comb, -1, 2), t(math.comb, 1, -2), t(math.comb, 200, 100), t(math.perm, 5), t(math.perm, 5, 2)
t(math.perm, 5, 6), t(math.perm, -5), t(math.fsum, [.1] * 10), t(math.fsum, [1e100, 1.0, -1e100])
t(math.fsum, [float('inf'), 1]), t(math.fsum, [float('inf'), float('-inf')]), t(math.fsum, ['a'])
t(math.hypot, 3, 4), t(math.hypot), t(math.hypot, 1e300, 1e300), t(math.hypot, 1, float('inf'), float('nan'))
t(math.dist, (1, 2), (4, 6)), t(math.dist, (1,), (2, 3)), t(math.prod, [1, 2, 3]), t(math.prod, [], start=5)
t(math.prod, [1.5, 2]), t(math.sumprod, [1, 2, 3], [4, 5, 6]), t(math.sumprod, [.1] * 10, [10] * 10)
t(math.sumprod, [1], [1, 2]), t(math.isclose, 1, 1 + 1e-10), t(math.isclose, 1, 2, rel_tol=-1)
t(math.isclose, 0, 1e-10, abs_tol=1e-9), t(math.nextafter, 1, 2), t(math.nextafter, 1, 2, steps=3)
t(math.nextafter, 0, -1, steps=-1), t(math.fma, 2, 3, 4), t(math.fma, float('inf'), 0, 1), t(math.log, 8, 2)
t(math.log, 10**400), t(math.log2, 2**1000), t(math.log10, 10**500), t(math.log, 0), t(math.log, 2, 1)
t(math.ceil, 2.1), t(math.floor, -2.1), t(math.trunc, -2.9), t(math.ceil, float('nan')), t(math.floor, float('inf'))
t(math.ceil, 'x'), t(math.trunc, 'x'), t(math.gamma, 5), t(math.gamma, 0), t(math.gamma, 200), t(math.lgamma, 0)
t(math.factorial), t(math.sqrt, 1, 2), t(math.log)


class F:
    def __float__(self):
        return 2.25

    def __ceil__(self):
        return 'ceil'

    def __index__(self):
        return 6


t(math.sqrt, 2.25), print(math.sqrt(F()), math.ceil(F()), math.gcd(F(), 4), math.factorial(F()))
print(math.pi, math.e, math.tau, math.inf, math.nan)
