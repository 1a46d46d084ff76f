# Division and modulo follow the sign of the divisor; shifts, powers, bit operations.
for a, b in ((7, 3), (-7, 3), (7, -3), (-7, -3), (6, 3), (0, 5)):
    print(a // b, a % b, divmod(a, b), a / b)
print(2 ** 10, 2 ** -2, (-2) ** 3, pow(3, 100, 7), pow(3, -1, 7), 1 << 70, -5 >> 1, -1 >> 100, 5 & -2, 5 | -8, 5 ^ -1, ~7)
for f in (lambda: 1 // 0, lambda: 1 % 0, lambda: 1 / 0, lambda: divmod(1, 0), lambda: 1 << -1, lambda: 1 >> -1, lambda: pow(2, -1, 4), lambda: 0 ** -1, lambda: pow(2, 3, 0)):
    try:
        print(f())
    except (ZeroDivisionError, ValueError) as e:
        print(type(e).__name__, e)
print(True + True, True * 5, -True, True / 2, True & 6, ~True if 0 else 'x', isinstance(True, int), sum([True, True]))
# expect-output:
# 2 1 (2, 1) 2.3333333333333335
# -3 2 (-3, 2) -2.3333333333333335
# -3 -2 (-3, -2) -2.3333333333333335
# 2 -1 (2, -1) 2.3333333333333335
# 2 0 (2, 0) 2.0
# 0 0 (0, 0) 0.0
# 1024 0.25 -8 4 5 1180591620717411303424 -3 -1 4 -3 -6 -8
# ZeroDivisionError integer division or modulo by zero
# ZeroDivisionError integer modulo by zero
# ZeroDivisionError division by zero
# ZeroDivisionError integer division or modulo by zero
# ValueError negative shift count
# ValueError negative shift count
# ValueError base is not invertible for the given modulus
# ZeroDivisionError 0.0 cannot be raised to a negative power
# ValueError pow() 3rd argument cannot be 0
# 2 5 -1 0.5 0 x True 2
