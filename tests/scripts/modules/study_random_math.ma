# Many small checks; CPython prints the same.
def t(f, *a, **k):
    try: print(repr(f(*a, **k)))
    except BaseException as e: print(type(e).__name__, e)
import random, math, statistics, string
random.seed(42); print(random.random(), random.randint(1, 100), random.uniform(1, 2), random.choice('abc'), random.sample(range(100), 5), random.choices('abc', k=4), random.choices([1, 2], weights=[1, 9], k=5), random.gauss(0, 1), random.normalvariate(0, 1), random.expovariate(2), random.betavariate(1, 2), random.gammavariate(2, 1), random.triangular(0, 1, .5), random.vonmisesvariate(0, 1), random.paretovariate(3), random.weibullvariate(1, 2), random.lognormvariate(0, 1), random.getrandbits(70), random.randrange(10, 100, 7), random.randbytes(5), random.binomialvariate(10, .3))
l = list(range(10)); random.shuffle(l); print(l)
for s in ('str', b'bytes', 3.7, -5, 10**30, None and 0, 0, True, bytearray(b'x')):
    random.seed(s) if s is not None else random.seed(0); print(s, random.random(), random.randint(0, 10**12))
r = random.Random(7); st = r.getstate(); a = [r.random() for _ in range(3)]; r.setstate(st); print(a == [r.random() for _ in range(3)], len(st), st[0], r.randrange(5), r.sample(['a', 'b', 'c'], 2), r.sample('abc', k=2), r.sample([1, 2], counts=[3, 2], k=4), r.choices(range(5), cum_weights=[1, 2, 3, 4, 5], k=3))
for f in (lambda: random.choice([]), lambda: random.sample([1], 2), lambda: random.sample({1}, 1), lambda: random.randint(5, 1), lambda: random.randrange(0), lambda: random.randrange(1.5), lambda: random.choices([], k=1), lambda: random.choices([1], weights=[0]), lambda: random.choices([1, 2], weights=[1]), lambda: random.seed([1]), lambda: random.getrandbits(-1), lambda: random.shuffle((1,)), lambda: random.randint(1.5, 2), lambda: random.choice({1: 2}), lambda: random.choice(5), lambda: random.sample([1, 2], -1), lambda: random.randrange(3, 1), lambda: random.randrange(1, 5, 0), lambda: random.uniform('a', 1)): t(f)
for f in dir(math):
    if f.startswith('_'): continue
    g = getattr(math, f)
    if not callable(g): print(f, g); continue
    for args in ((), (2,), (0.5,), (-1,), (10, 3), (2.5, 1.5), (float('inf'),), (float('nan'),), ('a',), ([3, 4],), (0,), (1e308, 10), (5, 2, 3), (10**30,), (True,), ([1, 2], [3, 4]), (None,), (-0.0, 0.0)):
        try: r = g(*args); print(f, args, repr(round(r, 9) if isinstance(r, float) and r == r and abs(r) < 1e15 else r))
        except Exception as e: print(f, args, type(e).__name__, e)
for f in ('mean fmean geometric_mean harmonic_mean median median_low median_high median_grouped mode multimode pstdev pvariance stdev variance quantiles'.split()):
    g = getattr(statistics, f)
    for d in ([1, 2, 3, 4], [1.5, 2.5, 2.5, 10], [5], [], ['a', 'b', 'a'], [1, 1, 2, 2], (x for x in [3, 1, 2]), [-1, 2]):
        try: print(f, repr(g(d)))
        except Exception as e: print(f, type(e).__name__, e)
print(statistics.quantiles(range(100), n=10), statistics.correlation([1, 2, 3], [1, 2, 4]), statistics.covariance([1, 2, 3], [1, 2, 4]), statistics.linear_regression([1, 2, 3], [2, 4, 6]), statistics.fmean([1, 2], [3, 1])); 
t(lambda: statistics.NormalDist(0, 1).cdf(1)); t(lambda: statistics.NormalDist(5, 2)); t(lambda: statistics.NormalDist(0, 1) + 5); t(lambda: round(statistics.NormalDist.from_samples([1, 2, 3]).stdev, 5)); t(lambda: statistics.mean([10**20, 1])); t(lambda: statistics.StatisticsError.__mro__)
T = string.Template; print(T('$a ${b}c $$').substitute(a=1, b=2), T('$a $z').safe_substitute(a=1), T('$x').template, T('$a').substitute({'a': 5}), T('$a').get_identifiers(), T('$1').is_valid()); t(lambda: T('$z').substitute()); t(lambda: T('$').substitute()); t(lambda: T('a\n $!').substitute())
class MyT(T): delimiter = '%'; idpattern = '[a-z]+'
print(MyT('%a $b').substitute(a=1), string.ascii_letters, string.digits, string.punctuation, repr(string.whitespace), string.hexdigits, string.octdigits, len(string.printable), string.capwords('a  b c'), string.capwords('a-b', '-'))
# expect-output:
# 0.6394267984578837 4 1.7415504997598328 a [28, 17, 94, 13, 86] ['c', 'b', 'b', 'a'] [1, 2, 2, 2, 2] -0.31402841611565563 -0.12071511485707893 1.0174265563884044 0.6497345036970129 1.1522904155032196 0.656120754483877 6.126140606961009 1.1508594357550364 0.5542861272132352 0.23483534207139053 1106308717726399765368 52 b'\xe8?,\x14\x8d' 4
# [5, 7, 4, 9, 8, 2, 6, 3, 0, 1]
# str 0.07093048757645559 627704245129
# b'bytes' 0.37075677971469856 567563871782
# 3.7 0.4517496291795998 936955478597
# -5 0.6229016948897019 394027974809
# 1000000000000000000000000000000 0.9341508484568806 135400162077
# None 0.8444218515250481 978212965548
# 0 0.8444218515250481 978212965548
# True 0.13436424411240122 884107995871
# bytearray(b'x') 0.6307877176639078 659693744067
# True 3 3 0 ['c', 'a'] ['b', 'a'] [2, 1, 1, 1] [2, 0, 0]
# IndexError Cannot choose from an empty sequence
# ValueError Sample larger than population or is negative
# TypeError Population must be a sequence.  For dicts or sets, use sorted(d).
# ValueError empty range in randrange(5, 2)
# ValueError empty range for randrange()
# TypeError 'float' object cannot be interpreted as an integer
# IndexError list index out of range
# ValueError Total of weights must be greater than zero
# ValueError The number of weights does not match the population
# TypeError The only supported seed types are:
# None, int, float, str, bytes, and bytearray.
# ValueError number of bits must be non-negative
# None
# TypeError 'float' object cannot be interpreted as an integer
# KeyError 0
# TypeError object of type 'int' has no len()
# ValueError Sample larger than population or is negative
# ValueError empty range in randrange(3, 1)
# ValueError zero step for randrange()
# TypeError unsupported operand type(s) for -: 'int' and 'str'
# acos () TypeError math.acos() takes exactly one argument (0 given)
# acos (2,) ValueError math domain error
# acos (0.5,) 1.047197551
# acos (-1,) 3.141592654
# acos (10, 3) TypeError math.acos() takes exactly one argument (2 given)
# acos (2.5, 1.5) TypeError math.acos() takes exactly one argument (2 given)
# acos (inf,) ValueError math domain error
# acos (nan,) nan
# acos ('a',) TypeError must be real number, not str
# acos ([3, 4],) TypeError must be real number, not list
# acos (0,) 1.570796327
# acos (1e+308, 10) TypeError math.acos() takes exactly one argument (2 given)
# acos (5, 2, 3) TypeError math.acos() takes exactly one argument (3 given)
# acos (1000000000000000000000000000000,) ValueError math domain error
# acos (True,) 0.0
# acos ([1, 2], [3, 4]) TypeError math.acos() takes exactly one argument (2 given)
# acos (None,) TypeError must be real number, not NoneType
# acos (-0.0, 0.0) TypeError math.acos() takes exactly one argument (2 given)
# acosh () TypeError math.acosh() takes exactly one argument (0 given)
# acosh (2,) 1.316957897
# acosh (0.5,) ValueError math domain error
# acosh (-1,) ValueError math domain error
# acosh (10, 3) TypeError math.acosh() takes exactly one argument (2 given)
# acosh (2.5, 1.5) TypeError math.acosh() takes exactly one argument (2 given)
# acosh (inf,) inf
# acosh (nan,) nan
# acosh ('a',) TypeError must be real number, not str
# acosh ([3, 4],) TypeError must be real number, not list
# acosh (0,) ValueError math domain error
# acosh (1e+308, 10) TypeError math.acosh() takes exactly one argument (2 given)
# acosh (5, 2, 3) TypeError math.acosh() takes exactly one argument (3 given)
# acosh (1000000000000000000000000000000,) 69.77069997
# acosh (True,) 0.0
# acosh ([1, 2], [3, 4]) TypeError math.acosh() takes exactly one argument (2 given)
# acosh (None,) TypeError must be real number, not NoneType
# acosh (-0.0, 0.0) TypeError math.acosh() takes exactly one argument (2 given)
# asin () TypeError math.asin() takes exactly one argument (0 given)
# asin (2,) ValueError math domain error
# asin (0.5,) 0.523598776
# asin (-1,) -1.570796327
# asin (10, 3) TypeError math.asin() takes exactly one argument (2 given)
# asin (2.5, 1.5) TypeError math.asin() takes exactly one argument (2 given)
# asin (inf,) ValueError math domain error
# asin (nan,) nan
# asin ('a',) TypeError must be real number, not str
# asin ([3, 4],) TypeError must be real number, not list
# asin (0,) 0.0
# asin (1e+308, 10) TypeError math.asin() takes exactly one argument (2 given)
# asin (5, 2, 3) TypeError math.asin() takes exactly one argument (3 given)
# asin (1000000000000000000000000000000,) ValueError math domain error
# asin (True,) 1.570796327
# asin ([1, 2], [3, 4]) TypeError math.asin() takes exactly one argument (2 given)
# asin (None,) TypeError must be real number, not NoneType
# asin (-0.0, 0.0) TypeError math.asin() takes exactly one argument (2 given)
# asinh () TypeError math.asinh() takes exactly one argument (0 given)
# asinh (2,) 1.443635475
# asinh (0.5,) 0.481211825
# asinh (-1,) -0.881373587
# asinh (10, 3) TypeError math.asinh() takes exactly one argument (2 given)
# asinh (2.5, 1.5) TypeError math.asinh() takes exactly one argument (2 given)
# asinh (inf,) inf
# asinh (nan,) nan
# asinh ('a',) TypeError must be real number, not str
# asinh ([3, 4],) TypeError must be real number, not list
# asinh (0,) 0.0
# asinh (1e+308, 10) TypeError math.asinh() takes exactly one argument (2 given)
# asinh (5, 2, 3) TypeError math.asinh() takes exactly one argument (3 given)
# asinh (1000000000000000000000000000000,) 69.77069997
# asinh (True,) 0.881373587
# asinh ([1, 2], [3, 4]) TypeError math.asinh() takes exactly one argument (2 given)
# asinh (None,) TypeError must be real number, not NoneType
# asinh (-0.0, 0.0) TypeError math.asinh() takes exactly one argument (2 given)
# atan () TypeError math.atan() takes exactly one argument (0 given)
# atan (2,) 1.107148718
# atan (0.5,) 0.463647609
# atan (-1,) -0.785398163
# atan (10, 3) TypeError math.atan() takes exactly one argument (2 given)
# atan (2.5, 1.5) TypeError math.atan() takes exactly one argument (2 given)
# atan (inf,) 1.570796327
# atan (nan,) nan
# atan ('a',) TypeError must be real number, not str
# atan ([3, 4],) TypeError must be real number, not list
# atan (0,) 0.0
# atan (1e+308, 10) TypeError math.atan() takes exactly one argument (2 given)
# atan (5, 2, 3) TypeError math.atan() takes exactly one argument (3 given)
# atan (1000000000000000000000000000000,) 1.570796327
# atan (True,) 0.785398163
# atan ([1, 2], [3, 4]) TypeError math.atan() takes exactly one argument (2 given)
# atan (None,) TypeError must be real number, not NoneType
# atan (-0.0, 0.0) TypeError math.atan() takes exactly one argument (2 given)
# atan2 () TypeError atan2 expected 2 arguments, got 0
# atan2 (2,) TypeError atan2 expected 2 arguments, got 1
# atan2 (0.5,) TypeError atan2 expected 2 arguments, got 1
# atan2 (-1,) TypeError atan2 expected 2 arguments, got 1
# atan2 (10, 3) 1.279339532
# atan2 (2.5, 1.5) 1.030376827
# atan2 (inf,) TypeError atan2 expected 2 arguments, got 1
# atan2 (nan,) TypeError atan2 expected 2 arguments, got 1
# atan2 ('a',) TypeError atan2 expected 2 arguments, got 1
# atan2 ([3, 4],) TypeError atan2 expected 2 arguments, got 1
# atan2 (0,) TypeError atan2 expected 2 arguments, got 1
# atan2 (1e+308, 10) 1.570796327
# atan2 (5, 2, 3) TypeError atan2 expected 2 arguments, got 3
# atan2 (1000000000000000000000000000000,) TypeError atan2 expected 2 arguments, got 1
# atan2 (True,) TypeError atan2 expected 2 arguments, got 1
# atan2 ([1, 2], [3, 4]) TypeError must be real number, not list
# atan2 (None,) TypeError atan2 expected 2 arguments, got 1
# atan2 (-0.0, 0.0) -0.0
# atanh () TypeError math.atanh() takes exactly one argument (0 given)
# atanh (2,) ValueError math domain error
# atanh (0.5,) 0.549306144
# atanh (-1,) ValueError math domain error
# atanh (10, 3) TypeError math.atanh() takes exactly one argument (2 given)
# atanh (2.5, 1.5) TypeError math.atanh() takes exactly one argument (2 given)
# atanh (inf,) ValueError math domain error
# atanh (nan,) nan
# atanh ('a',) TypeError must be real number, not str
# atanh ([3, 4],) TypeError must be real number, not list
# atanh (0,) 0.0
# atanh (1e+308, 10) TypeError math.atanh() takes exactly one argument (2 given)
# atanh (5, 2, 3) TypeError math.atanh() takes exactly one argument (3 given)
# atanh (1000000000000000000000000000000,) ValueError math domain error
# atanh (True,) ValueError math domain error
# atanh ([1, 2], [3, 4]) TypeError math.atanh() takes exactly one argument (2 given)
# atanh (None,) TypeError must be real number, not NoneType
# atanh (-0.0, 0.0) TypeError math.atanh() takes exactly one argument (2 given)
# cbrt () TypeError math.cbrt() takes exactly one argument (0 given)
# cbrt (2,) 1.25992105
# cbrt (0.5,) 0.793700526
# cbrt (-1,) -1.0
# cbrt (10, 3) TypeError math.cbrt() takes exactly one argument (2 given)
# cbrt (2.5, 1.5) TypeError math.cbrt() takes exactly one argument (2 given)
# cbrt (inf,) inf
# cbrt (nan,) nan
# cbrt ('a',) TypeError must be real number, not str
# cbrt ([3, 4],) TypeError must be real number, not list
# cbrt (0,) 0.0
# cbrt (1e+308, 10) TypeError math.cbrt() takes exactly one argument (2 given)
# cbrt (5, 2, 3) TypeError math.cbrt() takes exactly one argument (3 given)
# cbrt (1000000000000000000000000000000,) 9999999999.999998
# cbrt (True,) 1.0
# cbrt ([1, 2], [3, 4]) TypeError math.cbrt() takes exactly one argument (2 given)
# cbrt (None,) TypeError must be real number, not NoneType
# cbrt (-0.0, 0.0) TypeError math.cbrt() takes exactly one argument (2 given)
# ceil () TypeError math.ceil() takes exactly one argument (0 given)
# ceil (2,) 2
# ceil (0.5,) 1
# ceil (-1,) -1
# ceil (10, 3) TypeError math.ceil() takes exactly one argument (2 given)
# ceil (2.5, 1.5) TypeError math.ceil() takes exactly one argument (2 given)
# ceil (inf,) OverflowError cannot convert float infinity to integer
# ceil (nan,) ValueError cannot convert float NaN to integer
# ceil ('a',) TypeError must be real number, not str
# ceil ([3, 4],) TypeError must be real number, not list
# ceil (0,) 0
# ceil (1e+308, 10) TypeError math.ceil() takes exactly one argument (2 given)
# ceil (5, 2, 3) TypeError math.ceil() takes exactly one argument (3 given)
# ceil (1000000000000000000000000000000,) 1000000000000000000000000000000
# ceil (True,) 1
# ceil ([1, 2], [3, 4]) TypeError math.ceil() takes exactly one argument (2 given)
# ceil (None,) TypeError must be real number, not NoneType
# ceil (-0.0, 0.0) TypeError math.ceil() takes exactly one argument (2 given)
# comb () TypeError comb expected 2 arguments, got 0
# comb (2,) TypeError comb expected 2 arguments, got 1
# comb (0.5,) TypeError comb expected 2 arguments, got 1
# comb (-1,) TypeError comb expected 2 arguments, got 1
# comb (10, 3) 120
# comb (2.5, 1.5) TypeError 'float' object cannot be interpreted as an integer
# comb (inf,) TypeError comb expected 2 arguments, got 1
# comb (nan,) TypeError comb expected 2 arguments, got 1
# comb ('a',) TypeError comb expected 2 arguments, got 1
# comb ([3, 4],) TypeError comb expected 2 arguments, got 1
# comb (0,) TypeError comb expected 2 arguments, got 1
# comb (1e+308, 10) TypeError 'float' object cannot be interpreted as an integer
# comb (5, 2, 3) TypeError comb expected 2 arguments, got 3
# comb (1000000000000000000000000000000,) TypeError comb expected 2 arguments, got 1
# comb (True,) TypeError comb expected 2 arguments, got 1
# comb ([1, 2], [3, 4]) TypeError 'list' object cannot be interpreted as an integer
# comb (None,) TypeError comb expected 2 arguments, got 1
# comb (-0.0, 0.0) TypeError 'float' object cannot be interpreted as an integer
# copysign () TypeError copysign expected 2 arguments, got 0
# copysign (2,) TypeError copysign expected 2 arguments, got 1
# copysign (0.5,) TypeError copysign expected 2 arguments, got 1
# copysign (-1,) TypeError copysign expected 2 arguments, got 1
# copysign (10, 3) 10.0
# copysign (2.5, 1.5) 2.5
# copysign (inf,) TypeError copysign expected 2 arguments, got 1
# copysign (nan,) TypeError copysign expected 2 arguments, got 1
# copysign ('a',) TypeError copysign expected 2 arguments, got 1
# copysign ([3, 4],) TypeError copysign expected 2 arguments, got 1
# copysign (0,) TypeError copysign expected 2 arguments, got 1
# copysign (1e+308, 10) 1e+308
# copysign (5, 2, 3) TypeError copysign expected 2 arguments, got 3
# copysign (1000000000000000000000000000000,) TypeError copysign expected 2 arguments, got 1
# copysign (True,) TypeError copysign expected 2 arguments, got 1
# copysign ([1, 2], [3, 4]) TypeError must be real number, not list
# copysign (None,) TypeError copysign expected 2 arguments, got 1
# copysign (-0.0, 0.0) 0.0
# cos () TypeError math.cos() takes exactly one argument (0 given)
# cos (2,) -0.416146837
# cos (0.5,) 0.877582562
# cos (-1,) 0.540302306
# cos (10, 3) TypeError math.cos() takes exactly one argument (2 given)
# cos (2.5, 1.5) TypeError math.cos() takes exactly one argument (2 given)
# cos (inf,) ValueError math domain error
# cos (nan,) nan
# cos ('a',) TypeError must be real number, not str
# cos ([3, 4],) TypeError must be real number, not list
# cos (0,) 1.0
# cos (1e+308, 10) TypeError math.cos() takes exactly one argument (2 given)
# cos (5, 2, 3) TypeError math.cos() takes exactly one argument (3 given)
# cos (1000000000000000000000000000000,) -0.999956461
# cos (True,) 0.540302306
# cos ([1, 2], [3, 4]) TypeError math.cos() takes exactly one argument (2 given)
# cos (None,) TypeError must be real number, not NoneType
# cos (-0.0, 0.0) TypeError math.cos() takes exactly one argument (2 given)
# cosh () TypeError math.cosh() takes exactly one argument (0 given)
# cosh (2,) 3.762195691
# cosh (0.5,) 1.127625965
# cosh (-1,) 1.543080635
# cosh (10, 3) TypeError math.cosh() takes exactly one argument (2 given)
# cosh (2.5, 1.5) TypeError math.cosh() takes exactly one argument (2 given)
# cosh (inf,) inf
# cosh (nan,) nan
# cosh ('a',) TypeError must be real number, not str
# cosh ([3, 4],) TypeError must be real number, not list
# cosh (0,) 1.0
# cosh (1e+308, 10) TypeError math.cosh() takes exactly one argument (2 given)
# cosh (5, 2, 3) TypeError math.cosh() takes exactly one argument (3 given)
# cosh (1000000000000000000000000000000,) OverflowError math range error
# cosh (True,) 1.543080635
# cosh ([1, 2], [3, 4]) TypeError math.cosh() takes exactly one argument (2 given)
# cosh (None,) TypeError must be real number, not NoneType
# cosh (-0.0, 0.0) TypeError math.cosh() takes exactly one argument (2 given)
# degrees () TypeError math.degrees() takes exactly one argument (0 given)
# degrees (2,) 114.591559026
# degrees (0.5,) 28.647889757
# degrees (-1,) -57.295779513
# degrees (10, 3) TypeError math.degrees() takes exactly one argument (2 given)
# degrees (2.5, 1.5) TypeError math.degrees() takes exactly one argument (2 given)
# degrees (inf,) inf
# degrees (nan,) nan
# degrees ('a',) TypeError must be real number, not str
# degrees ([3, 4],) TypeError must be real number, not list
# degrees (0,) 0.0
# degrees (1e+308, 10) TypeError math.degrees() takes exactly one argument (2 given)
# degrees (5, 2, 3) TypeError math.degrees() takes exactly one argument (3 given)
# degrees (1000000000000000000000000000000,) 5.729577951308233e+31
# degrees (True,) 57.295779513
# degrees ([1, 2], [3, 4]) TypeError math.degrees() takes exactly one argument (2 given)
# degrees (None,) TypeError must be real number, not NoneType
# degrees (-0.0, 0.0) TypeError math.degrees() takes exactly one argument (2 given)
# dist () TypeError dist expected 2 arguments, got 0
# dist (2,) TypeError dist expected 2 arguments, got 1
# dist (0.5,) TypeError dist expected 2 arguments, got 1
# dist (-1,) TypeError dist expected 2 arguments, got 1
# dist (10, 3) TypeError 'int' object is not iterable
# dist (2.5, 1.5) TypeError 'float' object is not iterable
# dist (inf,) TypeError dist expected 2 arguments, got 1
# dist (nan,) TypeError dist expected 2 arguments, got 1
# dist ('a',) TypeError dist expected 2 arguments, got 1
# dist ([3, 4],) TypeError dist expected 2 arguments, got 1
# dist (0,) TypeError dist expected 2 arguments, got 1
# dist (1e+308, 10) TypeError 'float' object is not iterable
# dist (5, 2, 3) TypeError dist expected 2 arguments, got 3
# dist (1000000000000000000000000000000,) TypeError dist expected 2 arguments, got 1
# dist (True,) TypeError dist expected 2 arguments, got 1
# dist ([1, 2], [3, 4]) 2.828427125
# dist (None,) TypeError dist expected 2 arguments, got 1
# dist (-0.0, 0.0) TypeError 'float' object is not iterable
# e 2.718281828459045
# erf () TypeError math.erf() takes exactly one argument (0 given)
# erf (2,) 0.995322265
# erf (0.5,) 0.520499878
# erf (-1,) -0.842700793
# erf (10, 3) TypeError math.erf() takes exactly one argument (2 given)
# erf (2.5, 1.5) TypeError math.erf() takes exactly one argument (2 given)
# erf (inf,) 1.0
# erf (nan,) nan
# erf ('a',) TypeError must be real number, not str
# erf ([3, 4],) TypeError must be real number, not list
# erf (0,) 0.0
# erf (1e+308, 10) TypeError math.erf() takes exactly one argument (2 given)
# erf (5, 2, 3) TypeError math.erf() takes exactly one argument (3 given)
# erf (1000000000000000000000000000000,) 1.0
# erf (True,) 0.842700793
# erf ([1, 2], [3, 4]) TypeError math.erf() takes exactly one argument (2 given)
# erf (None,) TypeError must be real number, not NoneType
# erf (-0.0, 0.0) TypeError math.erf() takes exactly one argument (2 given)
# erfc () TypeError math.erfc() takes exactly one argument (0 given)
# erfc (2,) 0.004677735
# erfc (0.5,) 0.479500122
# erfc (-1,) 1.842700793
# erfc (10, 3) TypeError math.erfc() takes exactly one argument (2 given)
# erfc (2.5, 1.5) TypeError math.erfc() takes exactly one argument (2 given)
# erfc (inf,) 0.0
# erfc (nan,) nan
# erfc ('a',) TypeError must be real number, not str
# erfc ([3, 4],) TypeError must be real number, not list
# erfc (0,) 1.0
# erfc (1e+308, 10) TypeError math.erfc() takes exactly one argument (2 given)
# erfc (5, 2, 3) TypeError math.erfc() takes exactly one argument (3 given)
# erfc (1000000000000000000000000000000,) 0.0
# erfc (True,) 0.157299207
# erfc ([1, 2], [3, 4]) TypeError math.erfc() takes exactly one argument (2 given)
# erfc (None,) TypeError must be real number, not NoneType
# erfc (-0.0, 0.0) TypeError math.erfc() takes exactly one argument (2 given)
# exp () TypeError math.exp() takes exactly one argument (0 given)
# exp (2,) 7.389056099
# exp (0.5,) 1.648721271
# exp (-1,) 0.367879441
# exp (10, 3) TypeError math.exp() takes exactly one argument (2 given)
# exp (2.5, 1.5) TypeError math.exp() takes exactly one argument (2 given)
# exp (inf,) inf
# exp (nan,) nan
# exp ('a',) TypeError must be real number, not str
# exp ([3, 4],) TypeError must be real number, not list
# exp (0,) 1.0
# exp (1e+308, 10) TypeError math.exp() takes exactly one argument (2 given)
# exp (5, 2, 3) TypeError math.exp() takes exactly one argument (3 given)
# exp (1000000000000000000000000000000,) OverflowError math range error
# exp (True,) 2.718281828
# exp ([1, 2], [3, 4]) TypeError math.exp() takes exactly one argument (2 given)
# exp (None,) TypeError must be real number, not NoneType
# exp (-0.0, 0.0) TypeError math.exp() takes exactly one argument (2 given)
# exp2 () TypeError math.exp2() takes exactly one argument (0 given)
# exp2 (2,) 4.0
# exp2 (0.5,) 1.414213562
# exp2 (-1,) 0.5
# exp2 (10, 3) TypeError math.exp2() takes exactly one argument (2 given)
# exp2 (2.5, 1.5) TypeError math.exp2() takes exactly one argument (2 given)
# exp2 (inf,) inf
# exp2 (nan,) nan
# exp2 ('a',) TypeError must be real number, not str
# exp2 ([3, 4],) TypeError must be real number, not list
# exp2 (0,) 1.0
# exp2 (1e+308, 10) TypeError math.exp2() takes exactly one argument (2 given)
# exp2 (5, 2, 3) TypeError math.exp2() takes exactly one argument (3 given)
# exp2 (1000000000000000000000000000000,) OverflowError math range error
# exp2 (True,) 2.0
# exp2 ([1, 2], [3, 4]) TypeError math.exp2() takes exactly one argument (2 given)
# exp2 (None,) TypeError must be real number, not NoneType
# exp2 (-0.0, 0.0) TypeError math.exp2() takes exactly one argument (2 given)
# expm1 () TypeError math.expm1() takes exactly one argument (0 given)
# expm1 (2,) 6.389056099
# expm1 (0.5,) 0.648721271
# expm1 (-1,) -0.632120559
# expm1 (10, 3) TypeError math.expm1() takes exactly one argument (2 given)
# expm1 (2.5, 1.5) TypeError math.expm1() takes exactly one argument (2 given)
# expm1 (inf,) inf
# expm1 (nan,) nan
# expm1 ('a',) TypeError must be real number, not str
# expm1 ([3, 4],) TypeError must be real number, not list
# expm1 (0,) 0.0
# expm1 (1e+308, 10) TypeError math.expm1() takes exactly one argument (2 given)
# expm1 (5, 2, 3) TypeError math.expm1() takes exactly one argument (3 given)
# expm1 (1000000000000000000000000000000,) OverflowError math range error
# expm1 (True,) 1.718281828
# expm1 ([1, 2], [3, 4]) TypeError math.expm1() takes exactly one argument (2 given)
# expm1 (None,) TypeError must be real number, not NoneType
# expm1 (-0.0, 0.0) TypeError math.expm1() takes exactly one argument (2 given)
# fabs () TypeError math.fabs() takes exactly one argument (0 given)
# fabs (2,) 2.0
# fabs (0.5,) 0.5
# fabs (-1,) 1.0
# fabs (10, 3) TypeError math.fabs() takes exactly one argument (2 given)
# fabs (2.5, 1.5) TypeError math.fabs() takes exactly one argument (2 given)
# fabs (inf,) inf
# fabs (nan,) nan
# fabs ('a',) TypeError must be real number, not str
# fabs ([3, 4],) TypeError must be real number, not list
# fabs (0,) 0.0
# fabs (1e+308, 10) TypeError math.fabs() takes exactly one argument (2 given)
# fabs (5, 2, 3) TypeError math.fabs() takes exactly one argument (3 given)
# fabs (1000000000000000000000000000000,) 1e+30
# fabs (True,) 1.0
# fabs ([1, 2], [3, 4]) TypeError math.fabs() takes exactly one argument (2 given)
# fabs (None,) TypeError must be real number, not NoneType
# fabs (-0.0, 0.0) TypeError math.fabs() takes exactly one argument (2 given)
# factorial () TypeError math.factorial() takes exactly one argument (0 given)
# factorial (2,) 2
# factorial (0.5,) TypeError 'float' object cannot be interpreted as an integer
# factorial (-1,) ValueError factorial() not defined for negative values
# factorial (10, 3) TypeError math.factorial() takes exactly one argument (2 given)
# factorial (2.5, 1.5) TypeError math.factorial() takes exactly one argument (2 given)
# factorial (inf,) TypeError 'float' object cannot be interpreted as an integer
# factorial (nan,) TypeError 'float' object cannot be interpreted as an integer
# factorial ('a',) TypeError 'str' object cannot be interpreted as an integer
# factorial ([3, 4],) TypeError 'list' object cannot be interpreted as an integer
# factorial (0,) 1
# factorial (1e+308, 10) TypeError math.factorial() takes exactly one argument (2 given)
# factorial (5, 2, 3) TypeError math.factorial() takes exactly one argument (3 given)
# factorial (1000000000000000000000000000000,) OverflowError factorial() argument should not exceed 9223372036854775807
# factorial (True,) 1
# factorial ([1, 2], [3, 4]) TypeError math.factorial() takes exactly one argument (2 given)
# factorial (None,) TypeError 'NoneType' object cannot be interpreted as an integer
# factorial (-0.0, 0.0) TypeError math.factorial() takes exactly one argument (2 given)
# floor () TypeError math.floor() takes exactly one argument (0 given)
# floor (2,) 2
# floor (0.5,) 0
# floor (-1,) -1
# floor (10, 3) TypeError math.floor() takes exactly one argument (2 given)
# floor (2.5, 1.5) TypeError math.floor() takes exactly one argument (2 given)
# floor (inf,) OverflowError cannot convert float infinity to integer
# floor (nan,) ValueError cannot convert float NaN to integer
# floor ('a',) TypeError must be real number, not str
# floor ([3, 4],) TypeError must be real number, not list
# floor (0,) 0
# floor (1e+308, 10) TypeError math.floor() takes exactly one argument (2 given)
# floor (5, 2, 3) TypeError math.floor() takes exactly one argument (3 given)
# floor (1000000000000000000000000000000,) 1000000000000000000000000000000
# floor (True,) 1
# floor ([1, 2], [3, 4]) TypeError math.floor() takes exactly one argument (2 given)
# floor (None,) TypeError must be real number, not NoneType
# floor (-0.0, 0.0) TypeError math.floor() takes exactly one argument (2 given)
# fma () TypeError fma expected 3 arguments, got 0
# fma (2,) TypeError fma expected 3 arguments, got 1
# fma (0.5,) TypeError fma expected 3 arguments, got 1
# fma (-1,) TypeError fma expected 3 arguments, got 1
# fma (10, 3) TypeError fma expected 3 arguments, got 2
# fma (2.5, 1.5) TypeError fma expected 3 arguments, got 2
# fma (inf,) TypeError fma expected 3 arguments, got 1
# fma (nan,) TypeError fma expected 3 arguments, got 1
# fma ('a',) TypeError fma expected 3 arguments, got 1
# fma ([3, 4],) TypeError fma expected 3 arguments, got 1
# fma (0,) TypeError fma expected 3 arguments, got 1
# fma (1e+308, 10) TypeError fma expected 3 arguments, got 2
# fma (5, 2, 3) 13.0
# fma (1000000000000000000000000000000,) TypeError fma expected 3 arguments, got 1
# fma (True,) TypeError fma expected 3 arguments, got 1
# fma ([1, 2], [3, 4]) TypeError fma expected 3 arguments, got 2
# fma (None,) TypeError fma expected 3 arguments, got 1
# fma (-0.0, 0.0) TypeError fma expected 3 arguments, got 2
# fmod () TypeError fmod expected 2 arguments, got 0
# fmod (2,) TypeError fmod expected 2 arguments, got 1
# fmod (0.5,) TypeError fmod expected 2 arguments, got 1
# fmod (-1,) TypeError fmod expected 2 arguments, got 1
# fmod (10, 3) 1.0
# fmod (2.5, 1.5) 1.0
# fmod (inf,) TypeError fmod expected 2 arguments, got 1
# fmod (nan,) TypeError fmod expected 2 arguments, got 1
# fmod ('a',) TypeError fmod expected 2 arguments, got 1
# fmod ([3, 4],) TypeError fmod expected 2 arguments, got 1
# fmod (0,) TypeError fmod expected 2 arguments, got 1
# fmod (1e+308, 10) 6.0
# fmod (5, 2, 3) TypeError fmod expected 2 arguments, got 3
# fmod (1000000000000000000000000000000,) TypeError fmod expected 2 arguments, got 1
# fmod (True,) TypeError fmod expected 2 arguments, got 1
# fmod ([1, 2], [3, 4]) TypeError must be real number, not list
# fmod (None,) TypeError fmod expected 2 arguments, got 1
# fmod (-0.0, 0.0) ValueError math domain error
# frexp () TypeError math.frexp() takes exactly one argument (0 given)
# frexp (2,) (0.5, 2)
# frexp (0.5,) (0.5, 0)
# frexp (-1,) (-0.5, 1)
# frexp (10, 3) TypeError math.frexp() takes exactly one argument (2 given)
# frexp (2.5, 1.5) TypeError math.frexp() takes exactly one argument (2 given)
# frexp (inf,) (inf, 0)
# frexp (nan,) (nan, 0)
# frexp ('a',) TypeError must be real number, not str
# frexp ([3, 4],) TypeError must be real number, not list
# frexp (0,) (0.0, 0)
# frexp (1e+308, 10) TypeError math.frexp() takes exactly one argument (2 given)
# frexp (5, 2, 3) TypeError math.frexp() takes exactly one argument (3 given)
# frexp (1000000000000000000000000000000,) (0.7888609052210118, 100)
# frexp (True,) (0.5, 1)
# frexp ([1, 2], [3, 4]) TypeError math.frexp() takes exactly one argument (2 given)
# frexp (None,) TypeError must be real number, not NoneType
# frexp (-0.0, 0.0) TypeError math.frexp() takes exactly one argument (2 given)
# fsum () TypeError math.fsum() takes exactly one argument (0 given)
# fsum (2,) TypeError 'int' object is not iterable
# fsum (0.5,) TypeError 'float' object is not iterable
# fsum (-1,) TypeError 'int' object is not iterable
# fsum (10, 3) TypeError math.fsum() takes exactly one argument (2 given)
# fsum (2.5, 1.5) TypeError math.fsum() takes exactly one argument (2 given)
# fsum (inf,) TypeError 'float' object is not iterable
# fsum (nan,) TypeError 'float' object is not iterable
# fsum ('a',) TypeError must be real number, not str
# fsum ([3, 4],) 7.0
# fsum (0,) TypeError 'int' object is not iterable
# fsum (1e+308, 10) TypeError math.fsum() takes exactly one argument (2 given)
# fsum (5, 2, 3) TypeError math.fsum() takes exactly one argument (3 given)
# fsum (1000000000000000000000000000000,) TypeError 'int' object is not iterable
# fsum (True,) TypeError 'bool' object is not iterable
# fsum ([1, 2], [3, 4]) TypeError math.fsum() takes exactly one argument (2 given)
# fsum (None,) TypeError 'NoneType' object is not iterable
# fsum (-0.0, 0.0) TypeError math.fsum() takes exactly one argument (2 given)
# gamma () TypeError math.gamma() takes exactly one argument (0 given)
# gamma (2,) 1.0
# gamma (0.5,) 1.772453851
# gamma (-1,) ValueError math domain error
# gamma (10, 3) TypeError math.gamma() takes exactly one argument (2 given)
# gamma (2.5, 1.5) TypeError math.gamma() takes exactly one argument (2 given)
# gamma (inf,) inf
# gamma (nan,) nan
# gamma ('a',) TypeError must be real number, not str
# gamma ([3, 4],) TypeError must be real number, not list
# gamma (0,) ValueError math domain error
# gamma (1e+308, 10) TypeError math.gamma() takes exactly one argument (2 given)
# gamma (5, 2, 3) TypeError math.gamma() takes exactly one argument (3 given)
# gamma (1000000000000000000000000000000,) OverflowError math range error
# gamma (True,) 1.0
# gamma ([1, 2], [3, 4]) TypeError math.gamma() takes exactly one argument (2 given)
# gamma (None,) TypeError must be real number, not NoneType
# gamma (-0.0, 0.0) TypeError math.gamma() takes exactly one argument (2 given)
# gcd () 0
# gcd (2,) 2
# gcd (0.5,) TypeError 'float' object cannot be interpreted as an integer
# gcd (-1,) 1
# gcd (10, 3) 1
# gcd (2.5, 1.5) TypeError 'float' object cannot be interpreted as an integer
# gcd (inf,) TypeError 'float' object cannot be interpreted as an integer
# gcd (nan,) TypeError 'float' object cannot be interpreted as an integer
# gcd ('a',) TypeError 'str' object cannot be interpreted as an integer
# gcd ([3, 4],) TypeError 'list' object cannot be interpreted as an integer
# gcd (0,) 0
# gcd (1e+308, 10) TypeError 'float' object cannot be interpreted as an integer
# gcd (5, 2, 3) 1
# gcd (1000000000000000000000000000000,) 1000000000000000000000000000000
# gcd (True,) 1
# gcd ([1, 2], [3, 4]) TypeError 'list' object cannot be interpreted as an integer
# gcd (None,) TypeError 'NoneType' object cannot be interpreted as an integer
# gcd (-0.0, 0.0) TypeError 'float' object cannot be interpreted as an integer
# hypot () 0.0
# hypot (2,) 2.0
# hypot (0.5,) 0.5
# hypot (-1,) 1.0
# hypot (10, 3) 10.440306509
# hypot (2.5, 1.5) 2.915475947
# hypot (inf,) inf
# hypot (nan,) nan
# hypot ('a',) TypeError must be real number, not str
# hypot ([3, 4],) TypeError must be real number, not list
# hypot (0,) 0.0
# hypot (1e+308, 10) 1e+308
# hypot (5, 2, 3) 6.164414003
# hypot (1000000000000000000000000000000,) 1e+30
# hypot (True,) 1.0
# hypot ([1, 2], [3, 4]) TypeError must be real number, not list
# hypot (None,) TypeError must be real number, not NoneType
# hypot (-0.0, 0.0) 0.0
# inf inf
# isclose () TypeError isclose() missing required argument 'a' (pos 1)
# isclose (2,) TypeError isclose() missing required argument 'b' (pos 2)
# isclose (0.5,) TypeError isclose() missing required argument 'b' (pos 2)
# isclose (-1,) TypeError isclose() missing required argument 'b' (pos 2)
# isclose (10, 3) False
# isclose (2.5, 1.5) False
# isclose (inf,) TypeError isclose() missing required argument 'b' (pos 2)
# isclose (nan,) TypeError isclose() missing required argument 'b' (pos 2)
# isclose ('a',) TypeError isclose() missing required argument 'b' (pos 2)
# isclose ([3, 4],) TypeError isclose() missing required argument 'b' (pos 2)
# isclose (0,) TypeError isclose() missing required argument 'b' (pos 2)
# isclose (1e+308, 10) False
# isclose (5, 2, 3) TypeError isclose() takes exactly 2 positional arguments (3 given)
# isclose (1000000000000000000000000000000,) TypeError isclose() missing required argument 'b' (pos 2)
# isclose (True,) TypeError isclose() missing required argument 'b' (pos 2)
# isclose ([1, 2], [3, 4]) TypeError must be real number, not list
# isclose (None,) TypeError isclose() missing required argument 'b' (pos 2)
# isclose (-0.0, 0.0) True
# isfinite () TypeError math.isfinite() takes exactly one argument (0 given)
# isfinite (2,) True
# isfinite (0.5,) True
# isfinite (-1,) True
# isfinite (10, 3) TypeError math.isfinite() takes exactly one argument (2 given)
# isfinite (2.5, 1.5) TypeError math.isfinite() takes exactly one argument (2 given)
# isfinite (inf,) False
# isfinite (nan,) False
# isfinite ('a',) TypeError must be real number, not str
# isfinite ([3, 4],) TypeError must be real number, not list
# isfinite (0,) True
# isfinite (1e+308, 10) TypeError math.isfinite() takes exactly one argument (2 given)
# isfinite (5, 2, 3) TypeError math.isfinite() takes exactly one argument (3 given)
# isfinite (1000000000000000000000000000000,) True
# isfinite (True,) True
# isfinite ([1, 2], [3, 4]) TypeError math.isfinite() takes exactly one argument (2 given)
# isfinite (None,) TypeError must be real number, not NoneType
# isfinite (-0.0, 0.0) TypeError math.isfinite() takes exactly one argument (2 given)
# isinf () TypeError math.isinf() takes exactly one argument (0 given)
# isinf (2,) False
# isinf (0.5,) False
# isinf (-1,) False
# isinf (10, 3) TypeError math.isinf() takes exactly one argument (2 given)
# isinf (2.5, 1.5) TypeError math.isinf() takes exactly one argument (2 given)
# isinf (inf,) True
# isinf (nan,) False
# isinf ('a',) TypeError must be real number, not str
# isinf ([3, 4],) TypeError must be real number, not list
# isinf (0,) False
# isinf (1e+308, 10) TypeError math.isinf() takes exactly one argument (2 given)
# isinf (5, 2, 3) TypeError math.isinf() takes exactly one argument (3 given)
# isinf (1000000000000000000000000000000,) False
# isinf (True,) False
# isinf ([1, 2], [3, 4]) TypeError math.isinf() takes exactly one argument (2 given)
# isinf (None,) TypeError must be real number, not NoneType
# isinf (-0.0, 0.0) TypeError math.isinf() takes exactly one argument (2 given)
# isnan () TypeError math.isnan() takes exactly one argument (0 given)
# isnan (2,) False
# isnan (0.5,) False
# isnan (-1,) False
# isnan (10, 3) TypeError math.isnan() takes exactly one argument (2 given)
# isnan (2.5, 1.5) TypeError math.isnan() takes exactly one argument (2 given)
# isnan (inf,) False
# isnan (nan,) True
# isnan ('a',) TypeError must be real number, not str
# isnan ([3, 4],) TypeError must be real number, not list
# isnan (0,) False
# isnan (1e+308, 10) TypeError math.isnan() takes exactly one argument (2 given)
# isnan (5, 2, 3) TypeError math.isnan() takes exactly one argument (3 given)
# isnan (1000000000000000000000000000000,) False
# isnan (True,) False
# isnan ([1, 2], [3, 4]) TypeError math.isnan() takes exactly one argument (2 given)
# isnan (None,) TypeError must be real number, not NoneType
# isnan (-0.0, 0.0) TypeError math.isnan() takes exactly one argument (2 given)
# isqrt () TypeError math.isqrt() takes exactly one argument (0 given)
# isqrt (2,) 1
# isqrt (0.5,) TypeError 'float' object cannot be interpreted as an integer
# isqrt (-1,) ValueError isqrt() argument must be nonnegative
# isqrt (10, 3) TypeError math.isqrt() takes exactly one argument (2 given)
# isqrt (2.5, 1.5) TypeError math.isqrt() takes exactly one argument (2 given)
# isqrt (inf,) TypeError 'float' object cannot be interpreted as an integer
# isqrt (nan,) TypeError 'float' object cannot be interpreted as an integer
# isqrt ('a',) TypeError 'str' object cannot be interpreted as an integer
# isqrt ([3, 4],) TypeError 'list' object cannot be interpreted as an integer
# isqrt (0,) 0
# isqrt (1e+308, 10) TypeError math.isqrt() takes exactly one argument (2 given)
# isqrt (5, 2, 3) TypeError math.isqrt() takes exactly one argument (3 given)
# isqrt (1000000000000000000000000000000,) 1000000000000000
# isqrt (True,) 1
# isqrt ([1, 2], [3, 4]) TypeError math.isqrt() takes exactly one argument (2 given)
# isqrt (None,) TypeError 'NoneType' object cannot be interpreted as an integer
# isqrt (-0.0, 0.0) TypeError math.isqrt() takes exactly one argument (2 given)
# lcm () 1
# lcm (2,) 2
# lcm (0.5,) TypeError 'float' object cannot be interpreted as an integer
# lcm (-1,) 1
# lcm (10, 3) 30
# lcm (2.5, 1.5) TypeError 'float' object cannot be interpreted as an integer
# lcm (inf,) TypeError 'float' object cannot be interpreted as an integer
# lcm (nan,) TypeError 'float' object cannot be interpreted as an integer
# lcm ('a',) TypeError 'str' object cannot be interpreted as an integer
# lcm ([3, 4],) TypeError 'list' object cannot be interpreted as an integer
# lcm (0,) 0
# lcm (1e+308, 10) TypeError 'float' object cannot be interpreted as an integer
# lcm (5, 2, 3) 30
# lcm (1000000000000000000000000000000,) 1000000000000000000000000000000
# lcm (True,) 1
# lcm ([1, 2], [3, 4]) TypeError 'list' object cannot be interpreted as an integer
# lcm (None,) TypeError 'NoneType' object cannot be interpreted as an integer
# lcm (-0.0, 0.0) TypeError 'float' object cannot be interpreted as an integer
# ldexp () TypeError ldexp expected 2 arguments, got 0
# ldexp (2,) TypeError ldexp expected 2 arguments, got 1
# ldexp (0.5,) TypeError ldexp expected 2 arguments, got 1
# ldexp (-1,) TypeError ldexp expected 2 arguments, got 1
# ldexp (10, 3) 80.0
# ldexp (2.5, 1.5) TypeError Expected an int as second argument to ldexp.
# ldexp (inf,) TypeError ldexp expected 2 arguments, got 1
# ldexp (nan,) TypeError ldexp expected 2 arguments, got 1
# ldexp ('a',) TypeError ldexp expected 2 arguments, got 1
# ldexp ([3, 4],) TypeError ldexp expected 2 arguments, got 1
# ldexp (0,) TypeError ldexp expected 2 arguments, got 1
# ldexp (1e+308, 10) OverflowError math range error
# ldexp (5, 2, 3) TypeError ldexp expected 2 arguments, got 3
# ldexp (1000000000000000000000000000000,) TypeError ldexp expected 2 arguments, got 1
# ldexp (True,) TypeError ldexp expected 2 arguments, got 1
# ldexp ([1, 2], [3, 4]) TypeError must be real number, not list
# ldexp (None,) TypeError ldexp expected 2 arguments, got 1
# ldexp (-0.0, 0.0) TypeError Expected an int as second argument to ldexp.
# lgamma () TypeError math.lgamma() takes exactly one argument (0 given)
# lgamma (2,) 0.0
# lgamma (0.5,) 0.572364943
# lgamma (-1,) ValueError math domain error
# lgamma (10, 3) TypeError math.lgamma() takes exactly one argument (2 given)
# lgamma (2.5, 1.5) TypeError math.lgamma() takes exactly one argument (2 given)
# lgamma (inf,) inf
# lgamma (nan,) nan
# lgamma ('a',) TypeError must be real number, not str
# lgamma ([3, 4],) TypeError must be real number, not list
# lgamma (0,) ValueError math domain error
# lgamma (1e+308, 10) TypeError math.lgamma() takes exactly one argument (2 given)
# lgamma (5, 2, 3) TypeError math.lgamma() takes exactly one argument (3 given)
# lgamma (1000000000000000000000000000000,) 6.8077552789821365e+31
# lgamma (True,) 0.0
# lgamma ([1, 2], [3, 4]) TypeError math.lgamma() takes exactly one argument (2 given)
# lgamma (None,) TypeError must be real number, not NoneType
# lgamma (-0.0, 0.0) TypeError math.lgamma() takes exactly one argument (2 given)
# log () TypeError log expected at least 1 argument, got 0
# log (2,) 0.693147181
# log (0.5,) -0.693147181
# log (-1,) ValueError math domain error
# log (10, 3) 2.095903274
# log (2.5, 1.5) 2.259851005
# log (inf,) inf
# log (nan,) nan
# log ('a',) TypeError must be real number, not str
# log ([3, 4],) TypeError must be real number, not list
# log (0,) ValueError math domain error
# log (1e+308, 10) 308.0
# log (5, 2, 3) TypeError log expected at most 2 arguments, got 3
# log (1000000000000000000000000000000,) 69.07755279
# log (True,) 0.0
# log ([1, 2], [3, 4]) TypeError must be real number, not list
# log (None,) TypeError must be real number, not NoneType
# log (-0.0, 0.0) ValueError math domain error
# log10 () TypeError math.log10() takes exactly one argument (0 given)
# log10 (2,) 0.301029996
# log10 (0.5,) -0.301029996
# log10 (-1,) ValueError math domain error
# log10 (10, 3) TypeError math.log10() takes exactly one argument (2 given)
# log10 (2.5, 1.5) TypeError math.log10() takes exactly one argument (2 given)
# log10 (inf,) inf
# log10 (nan,) nan
# log10 ('a',) TypeError must be real number, not str
# log10 ([3, 4],) TypeError must be real number, not list
# log10 (0,) ValueError math domain error
# log10 (1e+308, 10) TypeError math.log10() takes exactly one argument (2 given)
# log10 (5, 2, 3) TypeError math.log10() takes exactly one argument (3 given)
# log10 (1000000000000000000000000000000,) 30.0
# log10 (True,) 0.0
# log10 ([1, 2], [3, 4]) TypeError math.log10() takes exactly one argument (2 given)
# log10 (None,) TypeError must be real number, not NoneType
# log10 (-0.0, 0.0) TypeError math.log10() takes exactly one argument (2 given)
# log1p () TypeError math.log1p() takes exactly one argument (0 given)
# log1p (2,) 1.098612289
# log1p (0.5,) 0.405465108
# log1p (-1,) ValueError math domain error
# log1p (10, 3) TypeError math.log1p() takes exactly one argument (2 given)
# log1p (2.5, 1.5) TypeError math.log1p() takes exactly one argument (2 given)
# log1p (inf,) inf
# log1p (nan,) nan
# log1p ('a',) TypeError must be real number, not str
# log1p ([3, 4],) TypeError must be real number, not list
# log1p (0,) 0.0
# log1p (1e+308, 10) TypeError math.log1p() takes exactly one argument (2 given)
# log1p (5, 2, 3) TypeError math.log1p() takes exactly one argument (3 given)
# log1p (1000000000000000000000000000000,) 69.07755279
# log1p (True,) 0.693147181
# log1p ([1, 2], [3, 4]) TypeError math.log1p() takes exactly one argument (2 given)
# log1p (None,) TypeError must be real number, not NoneType
# log1p (-0.0, 0.0) TypeError math.log1p() takes exactly one argument (2 given)
# log2 () TypeError math.log2() takes exactly one argument (0 given)
# log2 (2,) 1.0
# log2 (0.5,) -1.0
# log2 (-1,) ValueError math domain error
# log2 (10, 3) TypeError math.log2() takes exactly one argument (2 given)
# log2 (2.5, 1.5) TypeError math.log2() takes exactly one argument (2 given)
# log2 (inf,) inf
# log2 (nan,) nan
# log2 ('a',) TypeError must be real number, not str
# log2 ([3, 4],) TypeError must be real number, not list
# log2 (0,) ValueError math domain error
# log2 (1e+308, 10) TypeError math.log2() takes exactly one argument (2 given)
# log2 (5, 2, 3) TypeError math.log2() takes exactly one argument (3 given)
# log2 (1000000000000000000000000000000,) 99.657842847
# log2 (True,) 0.0
# log2 ([1, 2], [3, 4]) TypeError math.log2() takes exactly one argument (2 given)
# log2 (None,) TypeError must be real number, not NoneType
# log2 (-0.0, 0.0) TypeError math.log2() takes exactly one argument (2 given)
# modf () TypeError math.modf() takes exactly one argument (0 given)
# modf (2,) (0.0, 2.0)
# modf (0.5,) (0.5, 0.0)
# modf (-1,) (-0.0, -1.0)
# modf (10, 3) TypeError math.modf() takes exactly one argument (2 given)
# modf (2.5, 1.5) TypeError math.modf() takes exactly one argument (2 given)
# modf (inf,) (0.0, inf)
# modf (nan,) (nan, nan)
# modf ('a',) TypeError must be real number, not str
# modf ([3, 4],) TypeError must be real number, not list
# modf (0,) (0.0, 0.0)
# modf (1e+308, 10) TypeError math.modf() takes exactly one argument (2 given)
# modf (5, 2, 3) TypeError math.modf() takes exactly one argument (3 given)
# modf (1000000000000000000000000000000,) (0.0, 1e+30)
# modf (True,) (0.0, 1.0)
# modf ([1, 2], [3, 4]) TypeError math.modf() takes exactly one argument (2 given)
# modf (None,) TypeError must be real number, not NoneType
# modf (-0.0, 0.0) TypeError math.modf() takes exactly one argument (2 given)
# nan nan
# nextafter () TypeError nextafter() takes exactly 2 positional arguments (0 given)
# nextafter (2,) TypeError nextafter() takes exactly 2 positional arguments (1 given)
# nextafter (0.5,) TypeError nextafter() takes exactly 2 positional arguments (1 given)
# nextafter (-1,) TypeError nextafter() takes exactly 2 positional arguments (1 given)
# nextafter (10, 3) 10.0
# nextafter (2.5, 1.5) 2.5
# nextafter (inf,) TypeError nextafter() takes exactly 2 positional arguments (1 given)
# nextafter (nan,) TypeError nextafter() takes exactly 2 positional arguments (1 given)
# nextafter ('a',) TypeError nextafter() takes exactly 2 positional arguments (1 given)
# nextafter ([3, 4],) TypeError nextafter() takes exactly 2 positional arguments (1 given)
# nextafter (0,) TypeError nextafter() takes exactly 2 positional arguments (1 given)
# nextafter (1e+308, 10) 9.999999999999998e+307
# nextafter (5, 2, 3) TypeError nextafter() takes exactly 2 positional arguments (3 given)
# nextafter (1000000000000000000000000000000,) TypeError nextafter() takes exactly 2 positional arguments (1 given)
# nextafter (True,) TypeError nextafter() takes exactly 2 positional arguments (1 given)
# nextafter ([1, 2], [3, 4]) TypeError must be real number, not list
# nextafter (None,) TypeError nextafter() takes exactly 2 positional arguments (1 given)
# nextafter (-0.0, 0.0) 0.0
# perm () TypeError perm expected at least 1 argument, got 0
# perm (2,) 2
# perm (0.5,) TypeError 'float' object cannot be interpreted as an integer
# perm (-1,) ValueError factorial() not defined for negative values
# perm (10, 3) 720
# perm (2.5, 1.5) TypeError 'float' object cannot be interpreted as an integer
# perm (inf,) TypeError 'float' object cannot be interpreted as an integer
# perm (nan,) TypeError 'float' object cannot be interpreted as an integer
# perm ('a',) TypeError 'str' object cannot be interpreted as an integer
# perm ([3, 4],) TypeError 'list' object cannot be interpreted as an integer
# perm (0,) 1
# perm (1e+308, 10) TypeError 'float' object cannot be interpreted as an integer
# perm (5, 2, 3) TypeError perm expected at most 2 arguments, got 3
# perm (1000000000000000000000000000000,) OverflowError factorial() argument should not exceed 9223372036854775807
# perm (True,) 1
# perm ([1, 2], [3, 4]) TypeError 'list' object cannot be interpreted as an integer
# perm (None,) TypeError 'NoneType' object cannot be interpreted as an integer
# perm (-0.0, 0.0) TypeError 'float' object cannot be interpreted as an integer
# pi 3.141592653589793
# pow () TypeError pow expected 2 arguments, got 0
# pow (2,) TypeError pow expected 2 arguments, got 1
# pow (0.5,) TypeError pow expected 2 arguments, got 1
# pow (-1,) TypeError pow expected 2 arguments, got 1
# pow (10, 3) 1000.0
# pow (2.5, 1.5) 3.952847075
# pow (inf,) TypeError pow expected 2 arguments, got 1
# pow (nan,) TypeError pow expected 2 arguments, got 1
# pow ('a',) TypeError pow expected 2 arguments, got 1
# pow ([3, 4],) TypeError pow expected 2 arguments, got 1
# pow (0,) TypeError pow expected 2 arguments, got 1
# pow (1e+308, 10) OverflowError math range error
# pow (5, 2, 3) TypeError pow expected 2 arguments, got 3
# pow (1000000000000000000000000000000,) TypeError pow expected 2 arguments, got 1
# pow (True,) TypeError pow expected 2 arguments, got 1
# pow ([1, 2], [3, 4]) TypeError must be real number, not list
# pow (None,) TypeError pow expected 2 arguments, got 1
# pow (-0.0, 0.0) 1.0
# prod () TypeError prod() takes exactly 1 positional argument (0 given)
# prod (2,) TypeError 'int' object is not iterable
# prod (0.5,) TypeError 'float' object is not iterable
# prod (-1,) TypeError 'int' object is not iterable
# prod (10, 3) TypeError prod() takes exactly 1 positional argument (2 given)
# prod (2.5, 1.5) TypeError prod() takes exactly 1 positional argument (2 given)
# prod (inf,) TypeError 'float' object is not iterable
# prod (nan,) TypeError 'float' object is not iterable
# prod ('a',) 'a'
# prod ([3, 4],) 12
# prod (0,) TypeError 'int' object is not iterable
# prod (1e+308, 10) TypeError prod() takes exactly 1 positional argument (2 given)
# prod (5, 2, 3) TypeError prod() takes at most 2 arguments (3 given)
# prod (1000000000000000000000000000000,) TypeError 'int' object is not iterable
# prod (True,) TypeError 'bool' object is not iterable
# prod ([1, 2], [3, 4]) TypeError prod() takes exactly 1 positional argument (2 given)
# prod (None,) TypeError 'NoneType' object is not iterable
# prod (-0.0, 0.0) TypeError prod() takes exactly 1 positional argument (2 given)
# radians () TypeError math.radians() takes exactly one argument (0 given)
# radians (2,) 0.034906585
# radians (0.5,) 0.008726646
# radians (-1,) -0.017453293
# radians (10, 3) TypeError math.radians() takes exactly one argument (2 given)
# radians (2.5, 1.5) TypeError math.radians() takes exactly one argument (2 given)
# radians (inf,) inf
# radians (nan,) nan
# radians ('a',) TypeError must be real number, not str
# radians ([3, 4],) TypeError must be real number, not list
# radians (0,) 0.0
# radians (1e+308, 10) TypeError math.radians() takes exactly one argument (2 given)
# radians (5, 2, 3) TypeError math.radians() takes exactly one argument (3 given)
# radians (1000000000000000000000000000000,) 1.7453292519943297e+28
# radians (True,) 0.017453293
# radians ([1, 2], [3, 4]) TypeError math.radians() takes exactly one argument (2 given)
# radians (None,) TypeError must be real number, not NoneType
# radians (-0.0, 0.0) TypeError math.radians() takes exactly one argument (2 given)
# remainder () TypeError remainder expected 2 arguments, got 0
# remainder (2,) TypeError remainder expected 2 arguments, got 1
# remainder (0.5,) TypeError remainder expected 2 arguments, got 1
# remainder (-1,) TypeError remainder expected 2 arguments, got 1
# remainder (10, 3) 1.0
# remainder (2.5, 1.5) -0.5
# remainder (inf,) TypeError remainder expected 2 arguments, got 1
# remainder (nan,) TypeError remainder expected 2 arguments, got 1
# remainder ('a',) TypeError remainder expected 2 arguments, got 1
# remainder ([3, 4],) TypeError remainder expected 2 arguments, got 1
# remainder (0,) TypeError remainder expected 2 arguments, got 1
# remainder (1e+308, 10) -4.0
# remainder (5, 2, 3) TypeError remainder expected 2 arguments, got 3
# remainder (1000000000000000000000000000000,) TypeError remainder expected 2 arguments, got 1
# remainder (True,) TypeError remainder expected 2 arguments, got 1
# remainder ([1, 2], [3, 4]) TypeError must be real number, not list
# remainder (None,) TypeError remainder expected 2 arguments, got 1
# remainder (-0.0, 0.0) ValueError math domain error
# sin () TypeError math.sin() takes exactly one argument (0 given)
# sin (2,) 0.909297427
# sin (0.5,) 0.479425539
# sin (-1,) -0.841470985
# sin (10, 3) TypeError math.sin() takes exactly one argument (2 given)
# sin (2.5, 1.5) TypeError math.sin() takes exactly one argument (2 given)
# sin (inf,) ValueError math domain error
# sin (nan,) nan
# sin ('a',) TypeError must be real number, not str
# sin ([3, 4],) TypeError must be real number, not list
# sin (0,) 0.0
# sin (1e+308, 10) TypeError math.sin() takes exactly one argument (2 given)
# sin (5, 2, 3) TypeError math.sin() takes exactly one argument (3 given)
# sin (1000000000000000000000000000000,) 0.009331469
# sin (True,) 0.841470985
# sin ([1, 2], [3, 4]) TypeError math.sin() takes exactly one argument (2 given)
# sin (None,) TypeError must be real number, not NoneType
# sin (-0.0, 0.0) TypeError math.sin() takes exactly one argument (2 given)
# sinh () TypeError math.sinh() takes exactly one argument (0 given)
# sinh (2,) 3.626860408
# sinh (0.5,) 0.521095305
# sinh (-1,) -1.175201194
# sinh (10, 3) TypeError math.sinh() takes exactly one argument (2 given)
# sinh (2.5, 1.5) TypeError math.sinh() takes exactly one argument (2 given)
# sinh (inf,) inf
# sinh (nan,) nan
# sinh ('a',) TypeError must be real number, not str
# sinh ([3, 4],) TypeError must be real number, not list
# sinh (0,) 0.0
# sinh (1e+308, 10) TypeError math.sinh() takes exactly one argument (2 given)
# sinh (5, 2, 3) TypeError math.sinh() takes exactly one argument (3 given)
# sinh (1000000000000000000000000000000,) OverflowError math range error
# sinh (True,) 1.175201194
# sinh ([1, 2], [3, 4]) TypeError math.sinh() takes exactly one argument (2 given)
# sinh (None,) TypeError must be real number, not NoneType
# sinh (-0.0, 0.0) TypeError math.sinh() takes exactly one argument (2 given)
# sqrt () TypeError math.sqrt() takes exactly one argument (0 given)
# sqrt (2,) 1.414213562
# sqrt (0.5,) 0.707106781
# sqrt (-1,) ValueError math domain error
# sqrt (10, 3) TypeError math.sqrt() takes exactly one argument (2 given)
# sqrt (2.5, 1.5) TypeError math.sqrt() takes exactly one argument (2 given)
# sqrt (inf,) inf
# sqrt (nan,) nan
# sqrt ('a',) TypeError must be real number, not str
# sqrt ([3, 4],) TypeError must be real number, not list
# sqrt (0,) 0.0
# sqrt (1e+308, 10) TypeError math.sqrt() takes exactly one argument (2 given)
# sqrt (5, 2, 3) TypeError math.sqrt() takes exactly one argument (3 given)
# sqrt (1000000000000000000000000000000,) 1000000000000000.0
# sqrt (True,) 1.0
# sqrt ([1, 2], [3, 4]) TypeError math.sqrt() takes exactly one argument (2 given)
# sqrt (None,) TypeError must be real number, not NoneType
# sqrt (-0.0, 0.0) TypeError math.sqrt() takes exactly one argument (2 given)
# sumprod () TypeError sumprod expected 2 arguments, got 0
# sumprod (2,) TypeError sumprod expected 2 arguments, got 1
# sumprod (0.5,) TypeError sumprod expected 2 arguments, got 1
# sumprod (-1,) TypeError sumprod expected 2 arguments, got 1
# sumprod (10, 3) TypeError 'int' object is not iterable
# sumprod (2.5, 1.5) TypeError 'float' object is not iterable
# sumprod (inf,) TypeError sumprod expected 2 arguments, got 1
# sumprod (nan,) TypeError sumprod expected 2 arguments, got 1
# sumprod ('a',) TypeError sumprod expected 2 arguments, got 1
# sumprod ([3, 4],) TypeError sumprod expected 2 arguments, got 1
# sumprod (0,) TypeError sumprod expected 2 arguments, got 1
# sumprod (1e+308, 10) TypeError 'float' object is not iterable
# sumprod (5, 2, 3) TypeError sumprod expected 2 arguments, got 3
# sumprod (1000000000000000000000000000000,) TypeError sumprod expected 2 arguments, got 1
# sumprod (True,) TypeError sumprod expected 2 arguments, got 1
# sumprod ([1, 2], [3, 4]) 11
# sumprod (None,) TypeError sumprod expected 2 arguments, got 1
# sumprod (-0.0, 0.0) TypeError 'float' object is not iterable
# tan () TypeError math.tan() takes exactly one argument (0 given)
# tan (2,) -2.185039863
# tan (0.5,) 0.54630249
# tan (-1,) -1.557407725
# tan (10, 3) TypeError math.tan() takes exactly one argument (2 given)
# tan (2.5, 1.5) TypeError math.tan() takes exactly one argument (2 given)
# tan (inf,) ValueError math domain error
# tan (nan,) nan
# tan ('a',) TypeError must be real number, not str
# tan ([3, 4],) TypeError must be real number, not list
# tan (0,) 0.0
# tan (1e+308, 10) TypeError math.tan() takes exactly one argument (2 given)
# tan (5, 2, 3) TypeError math.tan() takes exactly one argument (3 given)
# tan (1000000000000000000000000000000,) -0.009331875
# tan (True,) 1.557407725
# tan ([1, 2], [3, 4]) TypeError math.tan() takes exactly one argument (2 given)
# tan (None,) TypeError must be real number, not NoneType
# tan (-0.0, 0.0) TypeError math.tan() takes exactly one argument (2 given)
# tanh () TypeError math.tanh() takes exactly one argument (0 given)
# tanh (2,) 0.96402758
# tanh (0.5,) 0.462117157
# tanh (-1,) -0.761594156
# tanh (10, 3) TypeError math.tanh() takes exactly one argument (2 given)
# tanh (2.5, 1.5) TypeError math.tanh() takes exactly one argument (2 given)
# tanh (inf,) 1.0
# tanh (nan,) nan
# tanh ('a',) TypeError must be real number, not str
# tanh ([3, 4],) TypeError must be real number, not list
# tanh (0,) 0.0
# tanh (1e+308, 10) TypeError math.tanh() takes exactly one argument (2 given)
# tanh (5, 2, 3) TypeError math.tanh() takes exactly one argument (3 given)
# tanh (1000000000000000000000000000000,) 1.0
# tanh (True,) 0.761594156
# tanh ([1, 2], [3, 4]) TypeError math.tanh() takes exactly one argument (2 given)
# tanh (None,) TypeError must be real number, not NoneType
# tanh (-0.0, 0.0) TypeError math.tanh() takes exactly one argument (2 given)
# tau 6.283185307179586
# trunc () TypeError math.trunc() takes exactly one argument (0 given)
# trunc (2,) 2
# trunc (0.5,) 0
# trunc (-1,) -1
# trunc (10, 3) TypeError math.trunc() takes exactly one argument (2 given)
# trunc (2.5, 1.5) TypeError math.trunc() takes exactly one argument (2 given)
# trunc (inf,) OverflowError cannot convert float infinity to integer
# trunc (nan,) ValueError cannot convert float NaN to integer
# trunc ('a',) TypeError type str doesn't define __trunc__ method
# trunc ([3, 4],) TypeError type list doesn't define __trunc__ method
# trunc (0,) 0
# trunc (1e+308, 10) TypeError math.trunc() takes exactly one argument (2 given)
# trunc (5, 2, 3) TypeError math.trunc() takes exactly one argument (3 given)
# trunc (1000000000000000000000000000000,) 1000000000000000000000000000000
# trunc (True,) 1
# trunc ([1, 2], [3, 4]) TypeError math.trunc() takes exactly one argument (2 given)
# trunc (None,) TypeError type NoneType doesn't define __trunc__ method
# trunc (-0.0, 0.0) TypeError math.trunc() takes exactly one argument (2 given)
# ulp () TypeError math.ulp() takes exactly one argument (0 given)
# ulp (2,) 0.0
# ulp (0.5,) 0.0
# ulp (-1,) 0.0
# ulp (10, 3) TypeError math.ulp() takes exactly one argument (2 given)
# ulp (2.5, 1.5) TypeError math.ulp() takes exactly one argument (2 given)
# ulp (inf,) inf
# ulp (nan,) nan
# ulp ('a',) TypeError must be real number, not str
# ulp ([3, 4],) TypeError must be real number, not list
# ulp (0,) 0.0
# ulp (1e+308, 10) TypeError math.ulp() takes exactly one argument (2 given)
# ulp (5, 2, 3) TypeError math.ulp() takes exactly one argument (3 given)
# ulp (1000000000000000000000000000000,) 140737488355328.0
# ulp (True,) 0.0
# ulp ([1, 2], [3, 4]) TypeError math.ulp() takes exactly one argument (2 given)
# ulp (None,) TypeError must be real number, not NoneType
# ulp (-0.0, 0.0) TypeError math.ulp() takes exactly one argument (2 given)
# mean 2.5
# mean 4.125
# mean 5
# mean StatisticsError mean requires at least one data point
# mean TypeError can't convert type 'str' to numerator/denominator
# mean 1.5
# mean 2
# mean 0.5
# fmean 2.5
# fmean 4.125
# fmean 5.0
# fmean StatisticsError fmean requires at least one data point
# fmean TypeError must be real number, not str
# fmean 1.5
# fmean 2.0
# fmean 0.5
# geometric_mean 2.2133638394006434
# geometric_mean 3.111664886442392
# geometric_mean 4.999999999999999
# geometric_mean StatisticsError Must have a non-empty dataset
# geometric_mean TypeError '>' not supported between instances of 'str' and 'float'
# geometric_mean 1.414213562373095
# geometric_mean 1.8171205928321397
# geometric_mean StatisticsError ('No negative inputs allowed', -1)
# harmonic_mean 1.92
# harmonic_mean 2.5531914893617023
# harmonic_mean 5
# harmonic_mean StatisticsError harmonic_mean requires at least one data point
# harmonic_mean TypeError '<' not supported between instances of 'str' and 'int'
# harmonic_mean 1.3333333333333333
# harmonic_mean 1.6363636363636365
# harmonic_mean StatisticsError harmonic mean does not support negative values
# median 2.5
# median 2.5
# median 5
# median StatisticsError no median for empty data
# median 'a'
# median 1.5
# median 2
# median 0.5
# median_low 2
# median_low 2.5
# median_low 5
# median_low StatisticsError no median for empty data
# median_low 'a'
# median_low 1
# median_low 2
# median_low -1
# median_high 3
# median_high 2.5
# median_high 5
# median_high StatisticsError no median for empty data
# median_high 'a'
# median_high 2
# median_high 2
# median_high 2
# median_grouped 2.5
# median_grouped 2.5
# median_grouped 5.0
# median_grouped StatisticsError no median for empty data
# median_grouped TypeError Value cannot be converted to a float
# median_grouped 1.5
# median_grouped 2.0
# median_grouped 1.5
# mode 1
# mode 2.5
# mode 5
# mode StatisticsError no mode for empty data
# mode 'a'
# mode 1
# mode 3
# mode -1
# multimode [1, 2, 3, 4]
# multimode [2.5]
# multimode [5]
# multimode []
# multimode ['a']
# multimode [1, 2]
# multimode [3, 1, 2]
# multimode [-1, 2]
# pstdev 1.118033988749895
# pstdev 3.416412592179112
# pstdev 0.0
# pstdev StatisticsError pstdev requires at least one data point
# pstdev TypeError can't convert type 'str' to numerator/denominator
# pstdev 0.5
# pstdev 0.816496580927726
# pstdev 1.5
# pvariance 1.25
# pvariance 11.671875
# pvariance 0
# pvariance StatisticsError pvariance requires at least one data point
# pvariance TypeError can't convert type 'str' to numerator/denominator
# pvariance 0.25
# pvariance 0.6666666666666666
# pvariance 2.25
# stdev 1.2909944487358056
# stdev 3.944933459514875
# stdev StatisticsError stdev requires at least two data points
# stdev StatisticsError stdev requires at least two data points
# stdev TypeError can't convert type 'str' to numerator/denominator
# stdev 0.5773502691896257
# stdev 1.0
# stdev 2.1213203435596424
# variance 1.6666666666666667
# variance 15.5625
# variance StatisticsError variance requires at least two data points
# variance StatisticsError variance requires at least two data points
# variance TypeError can't convert type 'str' to numerator/denominator
# variance 0.3333333333333333
# variance 1
# variance 4.5
# quantiles [1.25, 2.5, 3.75]
# quantiles [1.75, 2.5, 8.125]
# quantiles [5, 5, 5]
# quantiles StatisticsError must have at least one data point
# quantiles TypeError unsupported operand type(s) for /: 'str' and 'int'
# quantiles [1.0, 1.5, 2.0]
# quantiles [1.0, 2.0, 3.0]
# quantiles [-1.75, 0.5, 2.75]
# [9.1, 19.2, 29.3, 39.4, 49.5, 59.6, 69.7, 79.8, 89.9] 0.9819805060619656 1.5 LinearRegression(slope=2.0, intercept=0.0) 1.25
# 0.8413447460685429
# NormalDist(mu=5.0, sigma=2.0)
# NormalDist(mu=5.0, sigma=1.0)
# 1.0
# 5e+19
# (<class 'statistics.StatisticsError'>, <class 'ValueError'>, <class 'Exception'>, <class 'BaseException'>, <class 'object'>)
# 1 2c $ 1 $z $x 5 ['a'] False
# KeyError 'z'
# ValueError Invalid placeholder in string: line 1, col 1
# ValueError Invalid placeholder in string: line 2, col 2
# 1 $b abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ 0123456789 !"#$%&'()*+,-./:;<=>?@[\]^_`{|}~ ' \t\n\r\x0b\x0c' 0123456789abcdefABCDEF 01234567 100 A B C A-B
