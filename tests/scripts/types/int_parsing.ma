# int() of texts.
print(int(' 42 '), int('-7'), int('1_000'), int('0x1f', 16), int('0b11', 0), int('11', 2), int('٣'), int(3.99), int(-3.99), int(b'12'), int())
for t in ('', 'x', '1.5', '1__0', '_1', '0x', '12 3', '- 1'):
    try:
        int(t)
    except ValueError as e:
        print(e)
for f in (lambda: int('9', 8), lambda: int('1', 1), lambda: int('1', 37), lambda: int(None), lambda: int(1.5, 2), lambda: int(float('nan')), lambda: int(float('inf')), lambda: (300).to_bytes(1, 'big'), lambda: int('1' * 5000)):
    try:
        f()
    except (ValueError, TypeError, OverflowError) as e:
        print(type(e).__name__, e)
try:
    str(10 ** 5000)
except ValueError as e:
    print(e)
# expect-output:
# 42 -7 1000 31 3 3 3 3 -3 12 0
# invalid literal for int() with base 10: ''
# invalid literal for int() with base 10: 'x'
# invalid literal for int() with base 10: '1.5'
# invalid literal for int() with base 10: '1__0'
# invalid literal for int() with base 10: '_1'
# invalid literal for int() with base 10: '0x'
# invalid literal for int() with base 10: '12 3'
# invalid literal for int() with base 10: '- 1'
# ValueError invalid literal for int() with base 8: '9'
# ValueError int() base must be >= 2 and <= 36, or 0
# ValueError int() base must be >= 2 and <= 36, or 0
# TypeError int() argument must be a string, a bytes-like object or a real number, not 'NoneType'
# TypeError int() can't convert non-string with explicit base
# ValueError cannot convert float NaN to integer
# OverflowError cannot convert float infinity to integer
# OverflowError int too big to convert
# ValueError Exceeds the limit (4300 digits) for integer string conversion: value has 5000 digits; use sys.set_int_max_str_digits() to increase the limit
# Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit
