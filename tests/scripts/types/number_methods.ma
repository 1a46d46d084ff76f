# Methods of int and float, rounding, hashing.
def show(f):
    try:
        r = repr(f())
    except BaseException as e:
        r = type(e).__name__ + ': ' + str(e)
    print(r[:300])
nan = float('nan'); inf = float('inf')
show(lambda: (divmod(1,0)))
show(lambda: (1.0//0))
show(lambda: (1.0%0))
show(lambda: (1.0/0))
show(lambda: (divmod(1.0,0)))
show(lambda: (0.0**-1))
show(lambda: (2.0**5000))
show(lambda: (1.5*'a'))
show(lambda: (()+1))
show(lambda: (pow(2,-1,0)))
show(lambda: (pow(2,3,0)))
show(lambda: (pow(2,-1,4)))
show(lambda: (pow(2.0,3,4)))
show(lambda: (pow('a',2)))
show(lambda: (pow('a',2,3)))
show(lambda: (divmod('a',2)))
show(lambda: (round(1.5,'a')))
show(lambda: (round(float('nan'))))
show(lambda: (round(float('inf'))))
show(lambda: (float.fromhex('zz')))
show(lambda: (float.fromhex('0x1.8p1')))
show(lambda: ((1.5).hex()))
show(lambda: ((0.0).hex()))
show(lambda: ((1e-310).hex()))
show(lambda: (float.fromhex('0x1p5000')))
show(lambda: ((1).__round__(1.5)))
show(lambda: ((12345).__round__(-2)))
show(lambda: ((15).__round__(-1)))
show(lambda: ((25).__round__(-1)))
show(lambda: (hash(1.5)))
show(lambda: ((5).__add__('a')))
show(lambda: ((1).bit_count(2)))
show(lambda: (int.__add__('x',1)))
show(lambda: ((2).__pow__(3,5)))
show(lambda: ((2).__pow__(-1)))
show(lambda: ((2).__rpow__(3)))
show(lambda: ((5).__format__(5)))
show(lambda: (1.5 << 2))
show(lambda: (1.5 @ 2))
show(lambda: ((-7) // 2, (-7) % 2, 7 // -2, 7 % -2, -7 // 2.0, -7 % 2.0, 7 % -2.0))
show(lambda: (0.0 // 1, -0.0 // 1, 0.0 % -1, 5 % -inf, -5 % inf, 5 // inf, -5 // inf))
show(lambda: (0.1 + 0.2, 1e22, 1e23, 1.0, -0.0, 100.0, 1e100))
show(lambda: ((5).bit_length(), (0).bit_length(), (-255).bit_length(), (2**70).bit_length(), (255).bit_count(), (-255).bit_count(), (2**70-1).bit_count()))
show(lambda: ((5).real, (5).imag, (5).numerator, (5).denominator, (5).conjugate(), (1.5).real, (1.5).imag, (5).is_integer(), True.real))
show(lambda: ((3.0).is_integer(), (3.5).is_integer(), inf.is_integer(), nan.is_integer()))
show(lambda: ((0.1).hex(), (-1.5).hex(), (1e300).hex(), (5e-324).hex(), nan.hex(), (-0.0).hex()))
show(lambda: (float.fromhex('0x1.999999999999ap-4'), float.fromhex('-0x1p-1074'), float.fromhex('1.8'), float.fromhex(' inf '), float.fromhex('-nan'), float.fromhex('0x.8p1'), float.fromhex('ABCp0')))
show(lambda: (float.fromhex('')))
show(lambda: (float.fromhex('0x')))
show(lambda: (float.fromhex('1p')))
show(lambda: (round(2.675, 2), round(0.5), round(1.5), round(2.5), round(-0.5), round(1e300, 2), round(1234.5678, -2), round(1250.0, -2), round(1350.0,-2), round(50.0, -2), round(50.1, -2), round(-150.0, -2), round(5.0, -1), round(15.0,-1), round(149.9,-3), round(0.05, 1), round(1.005, 2)))
show(lambda: (round(12345, -2), round(12350, -2), round(-12350, -2), round(5, -1), round(15, -1), round(4, -5), round(10**30 + 5, -1), round(7, 2), round(True)))
show(lambda: (round(1.7976931348623157e308, -308)))
show(lambda: ((2.7).__trunc__(), (2.7).__floor__(), (-2.7).__ceil__(), (1e20).__floor__()))
show(lambda: (divmod(7, -2), divmod(-7.5, 2), divmod(10**20, 3), divmod(True, 1), divmod(5, 2.5)))
show(lambda: (pow(2, 10), pow(2, 10, 1000), pow(-2, 3, 5), pow(3, -1, 7), pow(2.0, 3), pow(2, -2), pow(10, 20, 10**18)))
show(lambda: (hash(1), hash(1.0), hash(-1), hash(2**61 - 1), hash(2**61), hash(10**30), hash(-10**30), hash(0.5), hash(inf), hash(-inf), hash(1e300), hash(True)))
show(lambda: (int.__new__(str)))
show(lambda: (int.__new__(bool, 1)))
show(lambda: ((5).bit_length(1)))
show(lambda: ((10**25) // (10**5), (10**25) % (10**5 + 1), -(10**25) // 7, -(10**25) % 7, 10**25 // -7, 10**25 % -7))
show(lambda: ((2**48 - 1) + 1, -(2**48) - 1, (2**48) * (2**48), 2**48 - 2**48 + 5, -(2**48), 2**48 // 2, (2**63) + (2**63), 2**64 - 2**64))
# expect-output:
# ZeroDivisionError: integer division or modulo by zero
# ZeroDivisionError: float floor division by zero
# ZeroDivisionError: float modulo by zero
# ZeroDivisionError: float division by zero
# ZeroDivisionError: float divmod()
# ZeroDivisionError: 0.0 cannot be raised to a negative power
# OverflowError: (34, 'Numerical result out of range')
# TypeError: can't multiply sequence by non-int of type 'float'
# TypeError: can only concatenate tuple (not "int") to tuple
# ValueError: pow() 3rd argument cannot be 0
# ValueError: pow() 3rd argument cannot be 0
# ValueError: base is not invertible for the given modulus
# TypeError: pow() 3rd argument not allowed unless all arguments are integers
# TypeError: unsupported operand type(s) for ** or pow(): 'str' and 'int'
# TypeError: unsupported operand type(s) for ** or pow(): 'str', 'int', 'int'
# TypeError: unsupported operand type(s) for divmod(): 'str' and 'int'
# TypeError: 'str' object cannot be interpreted as an integer
# ValueError: cannot convert float NaN to integer
# OverflowError: cannot convert float infinity to integer
# ValueError: invalid hexadecimal floating-point string
# 3.0
# '0x1.8000000000000p+0'
# '0x0.0p+0'
# '0x0.012688b70e62bp-1022'
# OverflowError: hexadecimal value too large to represent as a float
# TypeError: 'float' object cannot be interpreted as an integer
# 12300
# 20
# 20
# 1152921504606846977
# NotImplemented
# TypeError: int.bit_count() takes no arguments (1 given)
# TypeError: descriptor '__add__' requires a 'int' object but received a 'str'
# 3
# 0.5
# 9
# TypeError: __format__() argument must be str, not int
# TypeError: unsupported operand type(s) for <<: 'float' and 'int'
# TypeError: unsupported operand type(s) for @: 'float' and 'int'
# (-4, 1, -4, -1, -4.0, 1.0, -1.0)
# (0.0, -0.0, -0.0, -inf, inf, 0.0, -1.0)
# (0.30000000000000004, 1e+22, 1e+23, 1.0, -0.0, 100.0, 1e+100)
# (3, 0, 8, 71, 8, 8, 70)
# (5, 0, 5, 1, 5, 1.5, 0.0, True, 1)
# (True, False, False, False)
# ('0x1.999999999999ap-4', '-0x1.8000000000000p+0', '0x1.7e43c8800759cp+996', '0x0.0000000000001p-1022', 'nan', '-0x0.0p+0')
# (0.1, -5e-324, 1.5, inf, nan, 1.0, 2748.0)
# ValueError: invalid hexadecimal floating-point string
# ValueError: invalid hexadecimal floating-point string
# ValueError: invalid hexadecimal floating-point string
# (2.67, 0, 2, 2, 0, 1e+300, 1200.0, 1200.0, 1400.0, 0.0, 100.0, -200.0, 0.0, 20.0, 0.0, 0.1, 1.0)
# (12300, 12400, -12400, 0, 20, 0, 1000000000000000000000000000000, 7, 1)
# OverflowError: rounded value too large to represent
# (2, 2, -2, 100000000000000000000)
# ((-4, -1), (-4.0, 0.5), (33333333333333333333, 1), (1, 0), (2.0, 0.0))
# (1024, 24, 2, 5, 8.0, 0.25, 0)
# (1, 1, -2, 0, 1, 465258685558744706, -465258685558744706, 1152921504606846976, 314159, -314159, 1224995262755759164, 1)
# TypeError: int.__new__(str): str is not a subtype of int
# TypeError: int.__new__(bool) is not safe, use bool.__new__()
# TypeError: int.bit_length() takes no arguments (1 given)
# (100000000000000000000, 100000, -1428571428571428571428572, 4, -1428571428571428571428572, -4)
# (281474976710656, -281474976710657, 79228162514264337593543950336, 5, -281474976710656, 140737488355328, 18446744073709551616, 0)
