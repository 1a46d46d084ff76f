# Operators on numbers and on what is none.
def show(f):
    try:
        r = repr(f())
    except BaseException as e:
        r = type(e).__name__ + ': ' + str(e)
    print(r[:300])
def stmts(src):
    g = {}
    exec(src, g)
    return g.get('r')
nan = float('nan'); inf = float('inf')
show(lambda: (1//0))
show(lambda: (1%0))
show(lambda: (1/0))
show(lambda: (0**-1))
show(lambda: (1<<-1))
show(lambda: (1>>-1))
show(lambda: (1<<10**30))
show(lambda: (10**400/1))
show(lambda: (10**400*1.0))
show(lambda: (1+'a'))
show(lambda: ([]+1))
show(lambda: (1+[]))
show(lambda: ({}+1))
show(lambda: (None+1))
show(lambda: (2**'a'))
show(lambda: ([1][10**30]))
show(lambda: (1 in 'a'))
show(lambda: (1 < 'a'))
show(lambda: (1 <= None))
show(lambda: ([] < ()))
show(lambda: (-'a'))
show(lambda: (~1.5))
show(lambda: (+None))
show(lambda: (~'a'))
show(lambda: (-[]))
show(lambda: (1 if 10**400 > 1e308 else 0))
show(lambda: (bool('a',1)))
show(lambda: (1e400))
show(lambda: (sum([1,'a'])))
show(lambda: (True+True))
show(lambda: (True&True))
show(lambda: (True&1))
show(lambda: (True^False))
show(lambda: (~True))
show(lambda: (-True))
show(lambda: (None * 'a'))
show(lambda: ([1]*'a'))
show(lambda: (print >> 5))
show(lambda: (1 << 'a'))
show(lambda: (10**20, -10**20, 10**20 + 1, 10**20 * 10**20, 10**40 // 10**20, 10**40 % 7))
show(lambda: (2**100, 2**100 - 1, -2**100, (2**100) >> 90, 1 << 100, ~(2**100)))
show(lambda: (2**100 & 2**99 + 5, 2**100 | 5, 2**100 ^ 2**100))
show(lambda: (inf % 5))
show(lambda: (1e308 * 10, -1e308 * 10, inf - inf, inf * 0))
show(lambda: (2 ** -1, (-2) ** -1, 2 ** 0.5, (-2.0) ** 2, (-2.0) ** 3.0, 0 ** 0, 0.0 ** 0, nan ** 0, 1 ** nan))
show(lambda: (inf ** -1, (-inf) ** 3, 0.5 ** inf, 2.0 ** -inf, (-1) ** inf))
show(lambda: (10 ** 400 > 1e308, 10**400 < inf, -10**400 > -inf, 10**400 == inf))
show(lambda: (2**53 + 1 == float(2**53), 2**53 + 1 > float(2**53), 2**53 < 2.0**53 + 2))
show(lambda: (1 == 1.0 == True, 1 < 1.5 < 2, nan == nan, nan != nan, nan < 1, 1 < nan))
show(lambda: (True + 1, True & 1, True & False, True | False, True ^ True, 1 & True, -True, +True, True << 3))
show(lambda: (True == 1, hash(True), True * 'ab', 'ab' * False, [1] * True))
show(lambda: (10**18 // 3, 10**18 % 3, 3 * 10**18, 10**30 / 10**10, 10**400 / 10**399))
show(lambda: (1/3, 2/3, 10/2, 7.0/2, 1e16, 1e15, 123456789012345680.0, 1e-5, 0.0001, 1.5e300, 5e-324))
show(lambda: (stmts("x = 1; x += 0.5; x -= 1; x *= 4; x /= 2; x //= 1; x **= 3; r = x")))
show(lambda: (stmts("x = 5; x <<= 3; x |= 1; x &= 0xf; x ^= 3; x >>= 1; x %= 3; r = x")))
show(lambda: (1_000, 0xff, 0o17, 0b11, 1e3, 1_0.0_1, 10**20))
show(lambda: (-5 // 3, -5 % 3, -(5 // 3), 5 // -3, 2 ** 3 ** 2, -2 ** 2, 10 % 3.5, -10 % 3.5, 1e-320 / 2))
# expect-output:
# ZeroDivisionError: integer division or modulo by zero
# ZeroDivisionError: integer modulo by zero
# ZeroDivisionError: division by zero
# ZeroDivisionError: 0.0 cannot be raised to a negative power
# ValueError: negative shift count
# ValueError: negative shift count
# OverflowError: too many digits in integer
# OverflowError: integer division result too large for a float
# OverflowError: int too large to convert to float
# TypeError: unsupported operand type(s) for +: 'int' and 'str'
# TypeError: can only concatenate list (not "int") to list
# TypeError: unsupported operand type(s) for +: 'int' and 'list'
# TypeError: unsupported operand type(s) for +: 'dict' and 'int'
# TypeError: unsupported operand type(s) for +: 'NoneType' and 'int'
# TypeError: unsupported operand type(s) for ** or pow(): 'int' and 'str'
# IndexError: cannot fit 'int' into an index-sized integer
# TypeError: 'in <string>' requires string as left operand, not int
# TypeError: '<' not supported between instances of 'int' and 'str'
# TypeError: '<=' not supported between instances of 'int' and 'NoneType'
# TypeError: '<' not supported between instances of 'list' and 'tuple'
# TypeError: bad operand type for unary -: 'str'
# TypeError: bad operand type for unary ~: 'float'
# TypeError: bad operand type for unary +: 'NoneType'
# TypeError: bad operand type for unary ~: 'str'
# TypeError: bad operand type for unary -: 'list'
# 1
# TypeError: bool expected at most 1 argument, got 2
# inf
# TypeError: unsupported operand type(s) for +: 'int' and 'str'
# 2
# True
# 1
# True
# -2
# -1
# TypeError: can't multiply sequence by non-int of type 'NoneType'
# TypeError: can't multiply sequence by non-int of type 'str'
# TypeError: unsupported operand type(s) for >>: 'builtin_function_or_method' and 'int'. Did you mean "print(<message>, file=<output_stream>)"?
# TypeError: unsupported operand type(s) for <<: 'int' and 'str'
# (100000000000000000000, -100000000000000000000, 100000000000000000001, 10000000000000000000000000000000000000000, 100000000000000000000, 4)
# (1267650600228229401496703205376, 1267650600228229401496703205375, -1267650600228229401496703205376, 1024, 1267650600228229401496703205376, -1267650600228229401496703205377)
# (0, 1267650600228229401496703205381, 0)
# nan
# (inf, -inf, nan, nan)
# (0.5, -0.5, 1.4142135623730951, 4.0, -8.0, 1, 1.0, 1.0, 1.0)
# (0.0, -inf, 0.0, 0.0, 1.0)
# (True, True, True, False)
# (False, True, True)
# (True, True, False, True, False, False)
# (2, 1, False, True, False, 1, -1, 1, 8)
# (True, 1, 'ab', '', [1])
# (333333333333333333, 1, 3000000000000000000, 1e+20, 10.0)
# (0.3333333333333333, 0.6666666666666666, 5.0, 3.5, 1e+16, 1000000000000000.0, 1.2345678901234568e+17, 1e-05, 0.0001, 1.5e+300, 5e-324)
# 1.0
# 2
# (1000, 255, 15, 3, 1000.0, 10.01, 100000000000000000000)
# (-2, 1, -1, -2, 512, -4, 3.0, 0.5, 5e-321)
