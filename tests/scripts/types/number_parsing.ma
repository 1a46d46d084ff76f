# int() and float() of texts.
def show(f):
    try:
        r = repr(f())
    except BaseException as e:
        r = type(e).__name__ + ': ' + str(e)
    print(r[:300])
show(lambda: (float(10**400)))
show(lambda: (int('x')))
show(lambda: (int('')))
show(lambda: (int('12',1)))
show(lambda: (int('12',99)))
show(lambda: (int('9',8)))
show(lambda: (int(5,3)))
show(lambda: (int([])))
show(lambda: (int('1'*5000)))
show(lambda: (int('1_000')))
show(lambda: (int('1__0')))
show(lambda: (int(float('nan'))))
show(lambda: (int(float('inf'))))
show(lambda: (float('x')))
show(lambda: (float('')))
show(lambda: (float([])))
show(lambda: (float('inf').hex()))
show(lambda: (float('nan').__floor__()))
show(lambda: (float(1,2)))
show(lambda: (int(x=1)))
show(lambda: (int('5',base=10)))
show(lambda: (int(base=10)))
show(lambda: (int('0b101',0)))
show(lambda: (int('010',0)))
show(lambda: (int('0',0)))
show(lambda: (int(' -0x1f ',16)))
show(lambda: (int('_1')))
show(lambda: (int('1_')))
show(lambda: (int('0x_1f',16)))
show(lambda: (float('1_0.5')))
show(lambda: (float('_1')))
show(lambda: (float(' 1.5 ')))
show(lambda: (float('infinity')))
show(lambda: (float('-NaN')))
show(lambda: (float('1e5_0')))
show(lambda: (float('٣.٥')))
show(lambda: (int('٣')))
show(lambda: (int(1e20), int(-1.9), int(1.9), int('  42  '), int('-5'), int('+5'), int(True)))
show(lambda: (int('١٢٣'), int('1_000_000'), int('0xff', 16), int('ff', 16), int('zz', 36), int('-0b11', 0), int('0o17', 0)))
show(lambda: (int('0x'), ))
show(lambda: (int('1 2')))
show(lambda: (int('')))
show(lambda: (int('-')))
show(lambda: (int('--1')))
show(lambda: (int('9' * 4300) % 1000))
show(lambda: (int('9' * 4301)))
show(lambda: (int('f' * 5000, 16).bit_length()))
show(lambda: (float('1e400'), float('-inf'), float('  nan '), float('1_000.5'), float('.5'), float('5.'), float('1e-400'), float('+1.5')))
show(lambda: (float('1__0')))
show(lambda: (float('1e')))
show(lambda: (float('e5')))
show(lambda: (float('.')))
show(lambda: (float('0x10')))
show(lambda: (float('1.5\0')))
show(lambda: (float('infinit')))
# expect-output:
# OverflowError: int too large to convert to float
# ValueError: invalid literal for int() with base 10: 'x'
# ValueError: invalid literal for int() with base 10: ''
# ValueError: int() base must be >= 2 and <= 36, or 0
# ValueError: int() base must be >= 2 and <= 36, or 0
# ValueError: invalid literal for int() with base 8: '9'
# TypeError: int() can't convert non-string with explicit base
# TypeError: int() argument must be a string, a bytes-like object or a real number, not 'list'
# ValueError: Exceeds the limit (4300 digits) for integer string conversion: value has 5000 digits; use sys.set_int_max_str_digits() to increase the limit
# 1000
# ValueError: invalid literal for int() with base 10: '1__0'
# ValueError: cannot convert float NaN to integer
# OverflowError: cannot convert float infinity to integer
# ValueError: could not convert string to float: 'x'
# ValueError: could not convert string to float: ''
# TypeError: float() argument must be a string or a real number, not 'list'
# 'inf'
# ValueError: cannot convert float NaN to integer
# TypeError: float expected at most 1 argument, got 2
# TypeError: int() got an unexpected keyword argument 'x'
# 5
# TypeError: int() missing string argument
# 5
# ValueError: invalid literal for int() with base 0: '010'
# 0
# -31
# ValueError: invalid literal for int() with base 10: '_1'
# ValueError: invalid literal for int() with base 10: '1_'
# 31
# 10.5
# ValueError: could not convert string to float: '_1'
# 1.5
# inf
# nan
# 1e+50
# 3.5
# 3
# (100000000000000000000, -1, 1, 42, -5, 5, 1)
# (123, 1000000, 255, 255, 1295, -3, 15)
# ValueError: invalid literal for int() with base 10: '0x'
# ValueError: invalid literal for int() with base 10: '1 2'
# ValueError: invalid literal for int() with base 10: ''
# ValueError: invalid literal for int() with base 10: '-'
# ValueError: invalid literal for int() with base 10: '--1'
# 999
# ValueError: Exceeds the limit (4300 digits) for integer string conversion: value has 4301 digits; use sys.set_int_max_str_digits() to increase the limit
# 20000
# (inf, -inf, nan, 1000.5, 0.5, 5.0, 0.0, 1.5)
# ValueError: could not convert string to float: '1__0'
# ValueError: could not convert string to float: '1e'
# ValueError: could not convert string to float: 'e5'
# ValueError: could not convert string to float: '.'
# ValueError: could not convert string to float: '0x10'
# ValueError: could not convert string to float: '1.5\x00'
# ValueError: could not convert string to float: 'infinit'
