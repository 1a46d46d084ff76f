import math
import sys


def sieve(n):
    flags = bytearray([1]) * (n + 1)
    flags[:2] = b'\0\0'
    for i in range(2, math.isqrt(n) + 1):
        if flags[i]:
            flags[i * i::i] = bytes(len(range(i * i, n + 1, i)))
    return [i for i, f in enumerate(flags) if f]


def factor(n):
    d = 2
    while d * d <= n:
        while n % d == 0:
            yield d
            n //= d
        d += 1
    if n > 1:
        yield n


def collatz(n):
    while n != 1:
        yield n
        n = n // 2 if n % 2 == 0 else 3 * n + 1
    yield 1


def to_base(n, b):
    digits = '0123456789abcdefghijklmnopqrstuvwxyz'
    s = ''
    while n:
        n, r = divmod(n, b)
        s = digits[r] + s
    return s or '0'


def roman(n):
    out = ''
    for v, s in zip((1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1), 'M CM D CD C XC L XL X IX V IV I'.split()):
        k, n = divmod(n, v)
        out += s * k
    return out


def cn(n):
    d, u = '零一二三四五六七八九', ['', '十', '百', '千']
    s = ''.join(d[int(c)] + (u[len(str(n)) - i - 1] if c != '0' else '') for i, c in enumerate(str(n)))
    while '零零' in s:
        s = s.replace('零零', '零')
    return s.rstrip('零') or '零'


print(sieve(60), len(sieve(10000)))
print(list(factor(360)), list(factor(600851475143)), list(collatz(6)), to_base(255, 2), to_base(123456789, 36), roman(1994), cn(2024), cn(305))
print(math.gcd(12, 18), math.lcm(4, 6), math.factorial(20), math.comb(10, 3), math.perm(5, 2), math.sqrt(2), math.pi, math.e, math.inf, math.floor(-2.5), math.ceil(2.1), math.trunc(-2.7), math.log(8, 2), math.log2(1024), math.log10(1000), math.exp(1), math.sin(math.pi / 2), math.degrees(math.pi), math.hypot(3, 4), math.isclose(0.1 + 0.2, 0.3), math.fsum([0.1] * 10), math.prod([1, 2, 3]), math.copysign(1, -0.0), math.fmod(7, -3), math.modf(2.5), math.frexp(8.0), math.dist((0, 0), (3, 4)))
print(5 & 3, 5 | 3, 5 ^ 3, ~5, 1 << 10, -17 >> 2, bin(0b1010 & 0b0110), (255).bit_length(), (7).bit_count(), 0xff, 0o17, 1_000)
print(2 ** 200, (2 ** 200) % 1000007, pow(3, -1, 7), int('9' * 30) + 1, -(10 ** 20) // 3, 10 ** 20 / 3, hash(2 ** 61 - 1), (10 ** 18) ** 2)
print(0.1 + 0.2 == 0.3, 1e308 * 10, -1e308 * 10, float('nan') == float('nan'), (0.5).as_integer_ratio(), (2.0).is_integer(), float.fromhex('0x1p3'), (3.7).hex(), 1.1 .__round__(), sys.float_info.epsilon, sys.maxsize)
print(complex) if False else None
print(sum(1 / n for n in range(1, 11)), [round(x / 3, 4) for x in range(4)], abs(-2.5), min(3, 1.5), 7 // 2.0, 7 % 2.5, True + True, int(True))


def pascal(n):
    row = [1]
    for _ in range(n):
        yield row
        row = [a + b for a, b in zip([0] + row, row + [0])]


for row in pascal(5):
    print(' '.join(map(str, row)).center(20).rstrip())
for i in range(1, 4):
    print('\t'.join(f'{j}×{i}={i * j}' for j in range(1, i + 1)))
for f in (lambda: math.sqrt(-1), lambda: math.log(0), lambda: 1 // 0, lambda: 1 % 0, lambda: 1.0 / 0, lambda: 0 ** -1, lambda: math.factorial(-1), lambda: 2.0 ** 10000, lambda: int('12', 50), lambda: int(float('inf')), lambda: 1 << -1):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
# expect-output:
# [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59] 1229
# [2, 2, 2, 3, 3, 5] [71, 839, 1471, 6857] [6, 3, 10, 5, 16, 8, 4, 2, 1] 11111111 21i3v9 MCMXCIV 二千零二十四 三百零五
# 6 12 2432902008176640000 120 20 1.4142135623730951 3.141592653589793 2.718281828459045 inf -3 3 -2 3.0 10.0 3.0 2.718281828459045 1.0 180.0 5.0 True 1.0 6 -1.0 1.0 (0.5, 2.0) (0.5, 4) 5.0
# 1 7 6 -6 1024 -5 0b10 8 3 255 15 1000
# 1606938044258990275541962092341162602522202993782792835301376 446616 5 1000000000000000000000000000000 -33333333333333333334 3.333333333333333e+19 0 1000000000000000000000000000000000000
# False inf -inf False (1, 2) True 8.0 0x1.d99999999999ap+1 1 2.220446049250313e-16 9223372036854775807
# 2.9289682539682538 [0.0, 0.3333, 0.6667, 1.0] 2.5 1.5 3.0 2.0 2 1
#          1
#         1 1
#        1 2 1
#       1 3 3 1
#      1 4 6 4 1
# 1×1=1
# 1×2=2	2×2=4
# 1×3=3	2×3=6	3×3=9
# ValueError math domain error
# ValueError math domain error
# ZeroDivisionError integer division or modulo by zero
# ZeroDivisionError integer modulo by zero
# ZeroDivisionError float division by zero
# ZeroDivisionError 0.0 cannot be raised to a negative power
# ValueError factorial() not defined for negative values
# OverflowError (34, 'Numerical result out of range')
# ValueError int() base must be >= 2 and <= 36, or 0
# OverflowError cannot convert float infinity to integer
# ValueError negative shift count
