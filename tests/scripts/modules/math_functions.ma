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

# expect-output:
# acos (0.5,)  1.0471975511965979
# acos (1,)  0.0
# acos (-0.75,)  2.4188584057763776
# acos (0.0,)  1.5707963267948966
# acos (2.0,)  ValueError math domain error
# acosh (0.5,)  ValueError math domain error
# acosh (1,)  0.0
# acosh (-0.75,)  ValueError math domain error
# acosh (0.0,)  ValueError math domain error
# acosh (2.0,)  1.3169578969248166
# asin (0.5,)  0.5235987755982989
# asin (1,)  1.5707963267948966
# asin (-0.75,)  -0.848062078981481
# asin (0.0,)  0.0
# asin (2.0,)  ValueError math domain error
# asinh (0.5,)  0.48121182505960347
# asinh (1,)  0.881373587019543
# asinh (-0.75,)  -0.6931471805599453
# asinh (0.0,)  0.0
# asinh (2.0,)  1.4436354751788103
# atan (0.5,)  0.4636476090008061
# atan (1,)  0.7853981633974483
# atan (-0.75,)  -0.6435011087932844
# atan (0.0,)  0.0
# atan (2.0,)  1.1071487177940904
# atanh (0.5,)  0.5493061443340548
# atanh (1,)  ValueError math domain error
# atanh (-0.75,)  -0.9729550745276566
# atanh (0.0,)  0.0
# atanh (2.0,)  ValueError math domain error
# cbrt (0.5,)  0.7937005259840998
# cbrt (1,)  1.0
# cbrt (-0.75,)  -0.9085602964160697
# cbrt (0.0,)  0.0
# cbrt (2.0,)  1.2599210498948734
# ceil (0.5,)  1
# ceil (1,)  1
# ceil (-0.75,)  0
# ceil (0.0,)  0
# ceil (2.0,)  2
# cos (0.5,)  0.8775825618903728
# cos (1,)  0.5403023058681398
# cos (-0.75,)  0.7316888688738209
# cos (0.0,)  1.0
# cos (2.0,)  -0.4161468365471424
# cosh (0.5,)  1.1276259652063807
# cosh (1,)  1.5430806348152437
# cosh (-0.75,)  1.2946832846768448
# cosh (0.0,)  1.0
# cosh (2.0,)  3.7621956910836314
# degrees (0.5,)  28.64788975654116
# degrees (1,)  57.29577951308232
# degrees (-0.75,)  -42.97183463481174
# degrees (0.0,)  0.0
# degrees (2.0,)  114.59155902616465
# erf (0.5,)  0.5204998778130465
# erf (1,)  0.8427007929497149
# erf (-0.75,)  -0.7111556336535151
# erf (0.0,)  0.0
# erf (2.0,)  0.9953222650189527
# erfc (0.5,)  0.4795001221869535
# erfc (1,)  0.15729920705028513
# erfc (-0.75,)  1.7111556336535152
# erfc (0.0,)  1.0
# erfc (2.0,)  0.004677734981047265
# exp (0.5,)  1.6487212707001282
# exp (1,)  2.718281828459045
# exp (-0.75,)  0.4723665527410147
# exp (0.0,)  1.0
# exp (2.0,)  7.38905609893065
# exp2 (0.5,)  1.4142135623730951
# exp2 (1,)  2.0
# exp2 (-0.75,)  0.5946035575013605
# exp2 (0.0,)  1.0
# exp2 (2.0,)  4.0
# expm1 (0.5,)  0.6487212707001282
# expm1 (1,)  1.718281828459045
# expm1 (-0.75,)  -0.5276334472589853
# expm1 (0.0,)  0.0
# expm1 (2.0,)  6.38905609893065
# fabs (0.5,)  0.5
# fabs (1,)  1.0
# fabs (-0.75,)  0.75
# fabs (0.0,)  0.0
# fabs (2.0,)  2.0
# floor (0.5,)  0
# floor (1,)  1
# floor (-0.75,)  -1
# floor (0.0,)  0
# floor (2.0,)  2
# frexp (0.5,)  (0.5, 0)
# frexp (1,)  (0.5, 1)
# frexp (-0.75,)  (-0.75, 0)
# frexp (0.0,)  (0.0, 0)
# frexp (2.0,)  (0.5, 2)
# isfinite (0.5,)  True
# isfinite (1,)  True
# isfinite (-0.75,)  True
# isfinite (0.0,)  True
# isfinite (2.0,)  True
# isinf (0.5,)  False
# isinf (1,)  False
# isinf (-0.75,)  False
# isinf (0.0,)  False
# isinf (2.0,)  False
# isnan (0.5,)  False
# isnan (1,)  False
# isnan (-0.75,)  False
# isnan (0.0,)  False
# isnan (2.0,)  False
# log (0.5,)  -0.6931471805599453
# log (1,)  0.0
# log (-0.75,)  ValueError math domain error
# log (0.0,)  ValueError math domain error
# log (2.0,)  0.6931471805599453
# log10 (0.5,)  -0.3010299956639812
# log10 (1,)  0.0
# log10 (-0.75,)  ValueError math domain error
# log10 (0.0,)  ValueError math domain error
# log10 (2.0,)  0.3010299956639812
# log1p (0.5,)  0.4054651081081644
# log1p (1,)  0.6931471805599453
# log1p (-0.75,)  -1.3862943611198906
# log1p (0.0,)  0.0
# log1p (2.0,)  1.0986122886681096
# log2 (0.5,)  -1.0
# log2 (1,)  0.0
# log2 (-0.75,)  ValueError math domain error
# log2 (0.0,)  ValueError math domain error
# log2 (2.0,)  1.0
# modf (0.5,)  (0.5, 0.0)
# modf (1,)  (0.0, 1.0)
# modf (-0.75,)  (-0.75, -0.0)
# modf (0.0,)  (0.0, 0.0)
# modf (2.0,)  (0.0, 2.0)
# radians (0.5,)  0.008726646259971648
# radians (1,)  0.017453292519943295
# radians (-0.75,)  -0.013089969389957472
# radians (0.0,)  0.0
# radians (2.0,)  0.03490658503988659
# sin (0.5,)  0.479425538604203
# sin (1,)  0.8414709848078965
# sin (-0.75,)  -0.6816387600233341
# sin (0.0,)  0.0
# sin (2.0,)  0.9092974268256817
# sinh (0.5,)  0.5210953054937474
# sinh (1,)  1.1752011936438014
# sinh (-0.75,)  -0.82231673193583
# sinh (0.0,)  0.0
# sinh (2.0,)  3.626860407847019
# sqrt (0.5,)  0.7071067811865476
# sqrt (1,)  1.0
# sqrt (-0.75,)  ValueError math domain error
# sqrt (0.0,)  0.0
# sqrt (2.0,)  1.4142135623730951
# tan (0.5,)  0.5463024898437905
# tan (1,)  1.5574077246549023
# tan (-0.75,)  -0.9315964599440725
# tan (0.0,)  0.0
# tan (2.0,)  -2.185039863261519
# tanh (0.5,)  0.46211715726000974
# tanh (1,)  0.7615941559557649
# tanh (-0.75,)  -0.6351489523872873
# tanh (0.0,)  0.0
# tanh (2.0,)  0.9640275800758169
# trunc (0.5,)  0
# trunc (1,)  1
# trunc (-0.75,)  0
# trunc (0.0,)  0
# trunc (2.0,)  2
# ulp (0.5,)  1.1102230246251565e-16
# ulp (1,)  2.220446049250313e-16
# ulp (-0.75,)  1.1102230246251565e-16
# ulp (0.0,)  5e-324
# ulp (2.0,)  4.440892098500626e-16
# sqrt (-1,)  ValueError math domain error
# sqrt (inf,)  inf
# sqrt (-inf,)  ValueError math domain error
# sqrt (nan,)  nan
# sqrt (1e+308,)  1e+154
# sqrt ('x',)  TypeError must be real number, not str
# sqrt (None,)  TypeError must be real number, not NoneType
# log (-1,)  ValueError math domain error
# log (inf,)  inf
# log (-inf,)  ValueError math domain error
# log (nan,)  nan
# log (1e+308,)  709.1962086421661
# log ('x',)  TypeError must be real number, not str
# log (None,)  TypeError must be real number, not NoneType
# log2 (-1,)  ValueError math domain error
# log2 (inf,)  inf
# log2 (-inf,)  ValueError math domain error
# log2 (nan,)  nan
# log2 (1e+308,)  1023.1538532253076
# log2 ('x',)  TypeError must be real number, not str
# log2 (None,)  TypeError must be real number, not NoneType
# log10 (-1,)  ValueError math domain error
# log10 (inf,)  inf
# log10 (-inf,)  ValueError math domain error
# log10 (nan,)  nan
# log10 (1e+308,)  308.0
# log10 ('x',)  TypeError must be real number, not str
# log10 (None,)  TypeError must be real number, not NoneType
# acos (-1,)  3.141592653589793
# acos (inf,)  ValueError math domain error
# acos (-inf,)  ValueError math domain error
# acos (nan,)  nan
# acos (1e+308,)  ValueError math domain error
# acos ('x',)  TypeError must be real number, not str
# acos (None,)  TypeError must be real number, not NoneType
# exp (-1,)  0.36787944117144233
# exp (inf,)  inf
# exp (-inf,)  0.0
# exp (nan,)  nan
# exp (1e+308,)  OverflowError math range error
# exp ('x',)  TypeError must be real number, not str
# exp (None,)  TypeError must be real number, not NoneType
# cosh (-1,)  1.5430806348152437
# cosh (inf,)  inf
# cosh (-inf,)  inf
# cosh (nan,)  nan
# cosh (1e+308,)  OverflowError math range error
# cosh ('x',)  TypeError must be real number, not str
# cosh (None,)  TypeError must be real number, not NoneType
# atanh (-1,)  ValueError math domain error
# atanh (inf,)  ValueError math domain error
# atanh (-inf,)  ValueError math domain error
# atanh (nan,)  nan
# atanh (1e+308,)  ValueError math domain error
# atanh ('x',)  TypeError must be real number, not str
# atanh (None,)  TypeError must be real number, not NoneType
# log1p (-1,)  ValueError math domain error
# log1p (inf,)  inf
# log1p (-inf,)  ValueError math domain error
# log1p (nan,)  nan
# log1p (1e+308,)  709.1962086421661
# log1p ('x',)  TypeError must be real number, not str
# log1p (None,)  TypeError must be real number, not NoneType
# gamma (-1,)  ValueError math domain error
# gamma (inf,)  inf
# gamma (-inf,)  ValueError math domain error
# gamma (nan,)  nan
# gamma (1e+308,)  OverflowError math range error
# gamma ('x',)  TypeError must be real number, not str
# gamma (None,)  TypeError must be real number, not NoneType
# lgamma (-1,)  ValueError math domain error
# lgamma (inf,)  inf
# lgamma (-inf,)  inf
# lgamma (nan,)  nan
# lgamma (1e+308,)  OverflowError math range error
# lgamma ('x',)  TypeError must be real number, not str
# lgamma (None,)  TypeError must be real number, not NoneType
# sin (-1,)  -0.8414709848078965
# sin (inf,)  ValueError math domain error
# sin (-inf,)  ValueError math domain error
# sin (nan,)  nan
# sin (1e+308,)  0.4533964905016491
# sin ('x',)  TypeError must be real number, not str
# sin (None,)  TypeError must be real number, not NoneType
# atan2 (1, -1)  2.356194490192345
# copysign (3, -0.0)  -3.0
# fmod (7, 3)  1.0
# fmod (-7, 3)  -1.0
# fmod (1, 0)  ValueError math domain error
# remainder (7, 4)  -1.0
# remainder (1, 0)  ValueError math domain error
# pow (2, 0.5)  1.4142135623730951
# pow (-1, 0.5)  ValueError math domain error
# pow (0, -1)  ValueError math domain error
# pow (10, 400)  OverflowError math range error
# pow ('a', 1)  TypeError must be real number, not str
# ldexp (0.75, 4)  12.0
# ldexp (1, 5000)  OverflowError math range error
# ldexp (1, 1.5)  TypeError Expected an int as second argument to ldexp.
# ldexp (1, -2000)  0.0
# gcd ()  0
# gcd (12, 18)  6
# gcd (-12, 0)  12
# gcd (1267650600228229401496703205376, 808281277464764060643139600456536293376)  1125899906842624
# gcd (1.5, 2)  TypeError 'float' object cannot be interpreted as an integer
# lcm (4, 6)  12
# lcm ()  1
# lcm (0, 5)  0
# lcm (1180591620717411303424, 3)  3541774862152233910272
# isqrt (10000000000000000000000000000000000000000,)  100000000000000000000
# isqrt (-1,)  ValueError isqrt() argument must be nonnegative
# isqrt (2.0,)  TypeError 'float' object cannot be interpreted as an integer
# factorial (20,)  2432902008176640000
# factorial (30,)  265252859812191058636308480000000
# factorial (-1,)  ValueError factorial() not defined for negative values
# factorial (2.0,)  TypeError 'float' object cannot be interpreted as an integer
# comb (5, 2)  10
# comb (52, 5)  2598960
# comb (3, 5)  0
# comb (-1, 2)  ValueError n must be a non-negative integer
# comb (1, -2)  ValueError k must be a non-negative integer
# comb (200, 100)  90548514656103281165404177077484163874504589675413336841320
# perm (5,)  120
# perm (5, 2)  20
# perm (5, 6)  0
# perm (-5,)  ValueError factorial() not defined for negative values
# fsum ([0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1],)  1.0
# fsum ([1e+100, 1.0, -1e+100],)  1.0
# fsum ([inf, 1],)  inf
# fsum ([inf, -inf],)  ValueError -inf + inf in fsum
# fsum (['a'],)  TypeError must be real number, not str
# hypot (3, 4)  5.0
# hypot ()  0.0
# hypot (1e+300, 1e+300)  1.4142135623730952e+300
# hypot (1, inf, nan)  inf
# dist ((1, 2), (4, 6))  5.0
# dist ((1,), (2, 3))  ValueError both points must have the same number of dimensions
# prod ([1, 2, 3],)  6
# prod ([],) {'start': 5} 5
# prod ([1.5, 2],)  3.0
# sumprod ([1, 2, 3], [4, 5, 6])  32
# sumprod ([0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1], [10, 10, 10, 10, 10, 10, 10, 10, 10, 10])  10.0
# sumprod ([1], [1, 2])  ValueError Inputs are not the same length
# isclose (1, 1.0000000001)  True
# isclose (1, 2) {'rel_tol': -1} ValueError tolerances must be non-negative
# isclose (0, 1e-10) {'abs_tol': 1e-09} True
# nextafter (1, 2)  1.0000000000000002
# nextafter (1, 2) {'steps': 3} 1.0000000000000007
# nextafter (0, -1) {'steps': -1} ValueError steps must be a non-negative integer
# fma (2, 3, 4)  10.0
# fma (inf, 0, 1)  ValueError invalid operation in fma
# log (8, 2)  3.0
# log (10000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000,)  921.0340371976182
# log2 (10715086071862673209484250490600018105614048117055336074437503883703510511249361224931983788156958581275946729175531468251871452856923140435984577574698574803934567774824230985421074605062371141877954182153046474983581941267398767559165543946077062914571196477686542167660429831652624386837205668069376,)  1000.0
# log10 (100000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000,)  500.0
# log (0,)  ValueError math domain error
# log (2, 1)  ZeroDivisionError float division by zero
# ceil (2.1,)  3
# floor (-2.1,)  -3
# trunc (-2.9,)  -2
# ceil (nan,)  ValueError cannot convert float NaN to integer
# floor (inf,)  OverflowError cannot convert float infinity to integer
# ceil ('x',)  TypeError must be real number, not str
# trunc ('x',)  TypeError type str doesn't define __trunc__ method
# gamma (5,)  24.0
# gamma (0,)  ValueError math domain error
# gamma (200,)  OverflowError math range error
# lgamma (0,)  ValueError math domain error
# factorial ()  TypeError math.factorial() takes exactly one argument (0 given)
# sqrt (1, 2)  TypeError math.sqrt() takes exactly one argument (2 given)
# log ()  TypeError log expected at least 1 argument, got 0
# sqrt (2.25,)  1.5
# 1.5 ceil 2 720
# 3.141592653589793 2.718281828459045 6.283185307179586 inf nan
