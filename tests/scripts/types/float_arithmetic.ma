# Floor, modulo, powers, rounding and comparison of floats.
print(7.5 // 2, -7.5 // 2, 7.5 % 2, -7.5 % 2, 7.5 % -2, divmod(-7.5, 2), 2 ** 0.5, 2.0 ** -1, (-8) ** 2.0, 0.0 == -0.0)
print(round(0.5), round(1.5), round(2.5), round(-0.5), round(2.675, 2), round(1234.5678, -2), round(5.0), type(round(5.0)), type(round(5.5, 0)), round(1e20), round(15, -1), round(25, -1), round(-15, -1))
nan = float('nan'); inf = float('inf')
print(nan == nan, nan != nan, nan < 1, inf > 10 ** 400, inf - inf, inf * 0, -inf < 0, nan in [nan], [nan] == [nan], max(nan, 1), max(1, nan))
for f in (lambda: 1.0 / 0, lambda: 1.0 // 0, lambda: 1.0 % 0, lambda: 0.0 ** -1, lambda: 10.0 ** 400, lambda: round(nan), lambda: round(inf)):
    try:
        print(f())
    except (ZeroDivisionError, OverflowError, ValueError) as e:
        print(type(e).__name__, e)
print(1 == 1.0, hash(1) == hash(1.0), hash(0.5), {1: 'a'}[1.0], 1.5 .__add__(1), 3 * 0.1, sum([0.1] * 10), abs(-2.5), -2.5 .__abs__())
import math
print(math.floor(-1.5), math.ceil(-1.5), math.trunc(-1.5), math.sqrt(2), math.pi, math.isclose(0.1 + 0.2, 0.3), math.gcd(12, 18), math.factorial(20), math.inf, math.fsum([0.1] * 10), math.isqrt(10), math.hypot(3, 4), math.log(8, 2), math.comb(5, 2), math.copysign(1, -0.0), math.modf(2.5), math.frexp(8.0), math.prod([1, 2, 3]))
# expect-output:
# 3.0 -4.0 1.5 0.5 -0.5 (-4.0, 0.5) 1.4142135623730951 0.5 64.0 True
# 0 2 2 0 2.67 1200.0 5 <class 'int'> <class 'float'> 100000000000000000000 20 20 -20
# False True False True nan nan True True True nan 1
# ZeroDivisionError float division by zero
# ZeroDivisionError float floor division by zero
# ZeroDivisionError float modulo by zero
# ZeroDivisionError 0.0 cannot be raised to a negative power
# OverflowError (34, 'Numerical result out of range')
# ValueError cannot convert float NaN to integer
# OverflowError cannot convert float infinity to integer
# True True 1152921504606846976 a 2.5 0.30000000000000004 1.0 2.5 -2.5
# -2 -1 -1 1.4142135623730951 3.141592653589793 True 6 2432902008176640000 inf 1.0 3 5.0 3.0 10 -1.0 (0.5, 2.0) (0.5, 4) 6
