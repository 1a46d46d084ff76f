# Numbers: texts, rounding, division, errors.
for v in (0.1, 1/3, 1e16, 1e15, 1e-4, 1e-5, 123456789012345678.0, 1.0, -0.0, 5e-324, 1.7976931348623157e308, float('inf'), float('-inf'), float('nan'), 2.5, 1e22, 1e23, 100000.0, 0.1 + 0.2, 1.1 * 3): print(repr(v), str(v), v.is_integer(), v.hex())
print(round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1234, -2), round(1250, -2), round(1.5e300, -299), round(0.5), round(1e20), round(5, 1), round(2.0, 0))
print(7 // 2, -7 // 2, 7 % -3, -7 % 3, 7.5 // 2, -7.5 % 2, divmod(-7, 2), divmod(7.5, -2), 2 ** -1, 0 ** 0, (-2) ** 3, pow(3, -1, 7), pow(2, 100, 13), -3 ** 2, 5 // 0.3)
for bad in ('1/0', '1//0', '1%0', '1.0/0', '1.0//0', '1.0%0', 'divmod(1,0)', '0**-1', '0.0**-1', 'pow(2,-1,4)', 'pow(1,1,0)', 'int("x")', 'int("")', 'int("1_0")', 'int("1__0")', 'int("0x1f", 16)', 'int("z", 36)', 'int("9", 8)', 'int("1", 1)', 'int(None)', 'int([])', 'int("1.5")', 'int(float("nan"))', 'int(float("inf"))', 'float("x")', 'float("")', 'float(" 1.5 ")', 'float("1_0.5")', 'float("infinity")', 'float([])', '"a"+1', '1+"a"', '[]+()', '"a"*"b"', '[1]*1.5', '-"a"', '~1.5', '1<"a"', '[]<1', 'None<None', '1 @ 2', '1.5 << 1', '1 << -1', '1 >> 200', '1 << 100', 'round("a")', 'abs("a")', 'chr(-1)', 'chr(0x110000)', 'ord("ab")', 'ord(1)', 'hex(1.5)', 'bin("a")', 'int("१२")', 'int(" 12\n")', 'int(b"12")', '1 .real', '(5).bit_length()', '(-5).bit_count()', '(1000).to_bytes(1,"big")', '(-1).to_bytes(2,"little",signed=True)', 'int.from_bytes(b"\\xff\\x00","big")', '(2.5).as_integer_ratio()', '10**30', '-10**30 // 7', '10**30 % -7', '2**200 >> 190', '(10**20).bit_length()', '3.0 == 3', 'hash(3.0)==hash(3)', '10**400 * 1.0', 'float(10**400)', '1e400', '2.0**2000', 'True + True', 'True is 1 is True if 0 else 3', 'int(True)', '1_000', '0b11 + 0o7 + 0xf', '1e3', 'complex' if 0 else '5', 'int(3.99)', 'int(-3.99)', 'math' if 0 else '1', 'isinstance(True,int)', '1 if [] else 2', '1 < 2 < 3 > 2', '1 == 1.0 == True', '[1,2]<[1,3]', '(1,2)<(1,2,0)', '"a"<"B"', '{1}<{1,2}', '{1:2}=={1:2.0}', '{1:2}<{1:3}', 'max("a","b",key=len)', '5 and 0 or 3', 'not []', '...', 'NotImplemented is None'):
    try: print(bad, '=', eval(bad))
    except Exception as e: print(bad, type(e).__name__, e)

# expect-output:
# 0.1 0.1 False 0x1.999999999999ap-4
# 0.3333333333333333 0.3333333333333333 False 0x1.5555555555555p-2
# 1e+16 1e+16 True 0x1.1c37937e08000p+53
# 1000000000000000.0 1000000000000000.0 True 0x1.c6bf526340000p+49
# 0.0001 0.0001 False 0x1.a36e2eb1c432dp-14
# 1e-05 1e-05 False 0x1.4f8b588e368f1p-17
# 1.2345678901234568e+17 1.2345678901234568e+17 True 0x1.b69b4ba630f35p+56
# 1.0 1.0 True 0x1.0000000000000p+0
# -0.0 -0.0 True -0x0.0p+0
# 5e-324 5e-324 False 0x0.0000000000001p-1022
# 1.7976931348623157e+308 1.7976931348623157e+308 True 0x1.fffffffffffffp+1023
# inf inf False inf
# -inf -inf False -inf
# nan nan False nan
# 2.5 2.5 False 0x1.4000000000000p+1
# 1e+22 1e+22 True 0x1.0f0cf064dd592p+73
# 1e+23 1e+23 True 0x1.52d02c7e14af6p+76
# 100000.0 100000.0 True 0x1.86a0000000000p+16
# 0.30000000000000004 0.30000000000000004 False 0x1.3333333333334p-2
# 3.3000000000000003 3.3000000000000003 False 0x1.a666666666667p+1
# 2 4 -2 2.67 1200 1200 1.5e+300 0 100000000000000000000 5 2.0
# 3 -4 -2 2 3.0 0.5 (-4, 1) (-4.0, -0.5) 0.5 1 -8 5 3 -9 16.0
# 1/0 ZeroDivisionError division by zero
# 1//0 ZeroDivisionError integer division or modulo by zero
# 1%0 ZeroDivisionError integer modulo by zero
# 1.0/0 ZeroDivisionError float division by zero
# 1.0//0 ZeroDivisionError float floor division by zero
# 1.0%0 ZeroDivisionError float modulo by zero
# divmod(1,0) ZeroDivisionError integer division or modulo by zero
# 0**-1 ZeroDivisionError 0.0 cannot be raised to a negative power
# 0.0**-1 ZeroDivisionError 0.0 cannot be raised to a negative power
# pow(2,-1,4) ValueError base is not invertible for the given modulus
# pow(1,1,0) ValueError pow() 3rd argument cannot be 0
# int("x") ValueError invalid literal for int() with base 10: 'x'
# int("") ValueError invalid literal for int() with base 10: ''
# int("1_0") = 10
# int("1__0") ValueError invalid literal for int() with base 10: '1__0'
# int("0x1f", 16) = 31
# int("z", 36) = 35
# int("9", 8) ValueError invalid literal for int() with base 8: '9'
# int("1", 1) ValueError int() base must be >= 2 and <= 36, or 0
# int(None) TypeError int() argument must be a string, a bytes-like object or a real number, not 'NoneType'
# int([]) TypeError int() argument must be a string, a bytes-like object or a real number, not 'list'
# int("1.5") ValueError invalid literal for int() with base 10: '1.5'
# int(float("nan")) ValueError cannot convert float NaN to integer
# int(float("inf")) OverflowError cannot convert float infinity to integer
# float("x") ValueError could not convert string to float: 'x'
# float("") ValueError could not convert string to float: ''
# float(" 1.5 ") = 1.5
# float("1_0.5") = 10.5
# float("infinity") = inf
# float([]) TypeError float() argument must be a string or a real number, not 'list'
# "a"+1 TypeError can only concatenate str (not "int") to str
# 1+"a" TypeError unsupported operand type(s) for +: 'int' and 'str'
# []+() TypeError can only concatenate list (not "tuple") to list
# "a"*"b" TypeError can't multiply sequence by non-int of type 'str'
# [1]*1.5 TypeError can't multiply sequence by non-int of type 'float'
# -"a" TypeError bad operand type for unary -: 'str'
# ~1.5 TypeError bad operand type for unary ~: 'float'
# 1<"a" TypeError '<' not supported between instances of 'int' and 'str'
# []<1 TypeError '<' not supported between instances of 'list' and 'int'
# None<None TypeError '<' not supported between instances of 'NoneType' and 'NoneType'
# 1 @ 2 TypeError unsupported operand type(s) for @: 'int' and 'int'
# 1.5 << 1 TypeError unsupported operand type(s) for <<: 'float' and 'int'
# 1 << -1 ValueError negative shift count
# 1 >> 200 = 0
# 1 << 100 = 1267650600228229401496703205376
# round("a") TypeError type str doesn't define __round__ method
# abs("a") TypeError bad operand type for abs(): 'str'
# chr(-1) ValueError chr() arg not in range(0x110000)
# chr(0x110000) ValueError chr() arg not in range(0x110000)
# ord("ab") TypeError ord() expected a character, but string of length 2 found
# ord(1) TypeError ord() expected string of length 1, but int found
# hex(1.5) TypeError 'float' object cannot be interpreted as an integer
# bin("a") TypeError 'str' object cannot be interpreted as an integer
# int("१२") = 12
# int(" 12
# ") SyntaxError unterminated string literal (detected at line 1) (<string>, line 1)
# int(b"12") = 12
# 1 .real = 1
# (5).bit_length() = 3
# (-5).bit_count() = 2
# (1000).to_bytes(1,"big") OverflowError int too big to convert
# (-1).to_bytes(2,"little",signed=True) = b'\xff\xff'
# int.from_bytes(b"\xff\x00","big") = 65280
# (2.5).as_integer_ratio() = (5, 2)
# 10**30 = 1000000000000000000000000000000
# -10**30 // 7 = -142857142857142857142857142858
# 10**30 % -7 = -6
# 2**200 >> 190 = 1024
# (10**20).bit_length() = 67
# 3.0 == 3 = True
# hash(3.0)==hash(3) = True
# 10**400 * 1.0 OverflowError int too large to convert to float
# float(10**400) OverflowError int too large to convert to float
# 1e400 = inf
# 2.0**2000 OverflowError (34, 'Numerical result out of range')
# True + True = 2
# True is 1 is True if 0 else 3 = 3
# int(True) = 1
# 1_000 = 1000
# 0b11 + 0o7 + 0xf = 25
# 1e3 = 1000.0
# 5 = 5
# int(3.99) = 3
# int(-3.99) = -3
# 1 = 1
# isinstance(True,int) = True
# 1 if [] else 2 = 2
# 1 < 2 < 3 > 2 = True
# 1 == 1.0 == True = True
# [1,2]<[1,3] = True
# (1,2)<(1,2,0) = True
# "a"<"B" = False
# {1}<{1,2} = True
# {1:2}=={1:2.0} = True
# {1:2}<{1:3} TypeError '<' not supported between instances of 'dict' and 'dict'
# max("a","b",key=len) = a
# 5 and 0 or 3 = 3
# not [] = True
# ... = Ellipsis
# NotImplemented is None = False
