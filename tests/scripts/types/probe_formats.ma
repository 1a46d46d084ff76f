# %-formatting, format(), f-strings: specs and errors.
print('%5d|%-5d|%05d|%+d|% d|%x|%X|%#x|%o|%#o|%e|%.3f|%g|%G' % (42, 42, 42, 42, 42, 255, 255, 255, 8, 8, 12345.678, 3.14159, 1e10, 1e-10))
print('%s %r %a %c %c %%' % ('é', 'é', 'é', 65, 'B'), '%(a)s %(b)05.1f' % {'a': 1, 'b': 2.25}, '%*d|%-*d|%.*f' % (5, 42, 5, 42, 2, 3.14159))
for bad in ("'%d' % 'a'", "'%s %s' % 1", "'%s' % (1, 2)", "'%y' % 1", "'%(a)s' % 1", "'%c' % 'ab'", "'%c' % -1", "'%x' % 1.5", "'%' % ()", "'%d' % None", "'%(a' % {}", "'%*d' % ('a', 1)"):
    try: print(eval(bad))
    except Exception as e: print(bad, type(e).__name__, e)
for spec in ('<10', '>10', '^10', '*^10', '=+10', '010', '+', ' ', ',', '_', 'b', 'o', 'x', 'X', '#x', '#b', 'd', 'n', 'e', '.2e', 'f', '.1f', 'g', '%', '.0%', '10,.2f', '+,d', '_x', '#_b', '08b', '-^+12,d', 'E', 'G'):
    try: print(spec, f'{1234567:{spec}}'.replace(' ', '.'))
    except ValueError as e: print(spec, e)
for spec in ('', 'e', 'f', 'g', '.3', '.3g', '10.2f', '<10.1f', '+.1f', '%', ',', '_.2f', 'n', '#.0f', '.0f', '010.3f', 'd', 'x', 's', 'z.1f'):
    try: print(spec, f'{-1234.5678:{spec}}', f'{0.0:{spec}}', f'{float("inf"):{spec}}', f'{1e300:{spec}}'[:20])
    except ValueError as e: print(spec, e)
for spec in ('', '5', '>5', '^7', '.2', '*<6', '5.1', 'd', '=5', ',', '05', '+'):
    try: print(spec, f'{"abc":{spec}}|')
    except ValueError as e: print(spec, e)
print('{} {0}'.format(1) if 0 else '', '{0} {1} {0}'.format('a', 'b'), '{a.real} {b[0]} {c[k]}'.format(a=1, b=[5], c={'k': 6}), '{!r:>6} {!s} {!a}'.format('x', 'y', 'é'), '{:{}}'.format(5, 4), '{{}}'.format())
for bad in ("'{} {0}'.format(1)", "'{'.format()", "'}'.format()", "'{0}'.format()", "'{a}'.format()", "'{!x}'.format(1)", "'{:q}'.format(1)", "'{0.x}'.format(1)", "'{0[x]}'.format([1])", "'{:d}'.format('a')", "'{:.2d}'.format(1)", "'{:>>5}'.format(1)", "format(1, 'zz')", "format([], 'x')", "'{:10}'.format(None)", "'{0[}'.format([])"):
    try: print(eval(bad))
    except Exception as e: print(bad, type(e).__name__, e)
x = 3; y = {'a': 1}; print(f'{x=} {x = } {x!r:>4} {x:{x}d} {y["a"]} {f"{x}" + "q"} {"nested " + f"{x:{"0"}>{5}}"} {x if x else 0} {(lambda: 5)()} {x:=5} {{}}')
print(f'{x!s:^{x+4}}|{x:>{x}}|{1.5:.{x}f}|{"a" "b"}', f"{'\n'}", f'''{
x}''', rf'\n{x}', f'{x:%}' if 0 else '', f'{3.0}', f'{1e16} {1e15} {1e-5} {0.0001} {123456789.123}')

# expect-output:
#    42|42   |00042|+42| 42|ff|FF|0xff|10|0o10|1.234568e+04|3.142|1e+10|1E-10
# é 'é' '\xe9' A B % 1 002.2    42|42   |3.14
# '%d' % 'a' TypeError %d format: a real number is required, not str
# '%s %s' % 1 TypeError not enough arguments for format string
# '%s' % (1, 2) TypeError not all arguments converted during string formatting
# '%y' % 1 ValueError unsupported format character 'y' (0x79) at index 1
# '%(a)s' % 1 TypeError format requires a mapping
# '%c' % 'ab' TypeError %c requires int or char
# '%c' % -1 OverflowError %c arg not in range(0x110000)
# '%x' % 1.5 TypeError %x format: an integer is required, not float
# '%' % () ValueError incomplete format
# '%d' % None TypeError %d format: a real number is required, not NoneType
# '%(a' % {} ValueError incomplete format key
# '%*d' % ('a', 1) TypeError * wants int
# <10 1234567...
# >10 ...1234567
# ^10 .1234567..
# *^10 *1234567**
# =+10 +..1234567
# 010 0001234567
# + +1234567
#   .1234567
# , 1,234,567
# _ 1_234_567
# b 100101101011010000111
# o 4553207
# x 12d687
# X 12D687
# #x 0x12d687
# #b 0b100101101011010000111
# d 1234567
# n 1234567
# e 1.234567e+06
# .2e 1.23e+06
# f 1234567.000000
# .1f 1234567.0
# g 1.23457e+06
# % 123456700.000000%
# .0% 123456700%
# 10,.2f 1,234,567.00
# +,d +1,234,567
# _x 12_d687
# #_b 0b1_0010_1101_0110_1000_0111
# 08b 100101101011010000111
# -^+12,d -+1,234,567-
# E 1.234567E+06
# G 1.23457E+06
#  -1234.5678 0.0 inf 1e+300
# e -1.234568e+03 0.000000e+00 inf 1.000000e+300
# f -1234.567800 0.000000 inf 10000000000000000525
# g -1234.57 0 inf 1e+300
# .3 -1.23e+03 0.0 inf 1e+300
# .3g -1.23e+03 0 inf 1e+300
# 10.2f   -1234.57       0.00        inf 10000000000000000525
# <10.1f -1234.6    0.0        inf        10000000000000000525
# +.1f -1234.6 +0.0 +inf +1000000000000000052
# % -123456.780000% 0.000000% inf% 10000000000000000762
# , -1,234.5678 0.0 inf 1e+300
# _.2f -1_234.57 0.00 inf 1_000_000_000_000_00
# n -1234.57 0 inf 1e+300
# #.0f -1235. 0. inf 10000000000000000525
# .0f -1235 0 inf 10000000000000000525
# 010.3f -01234.568 000000.000 0000000inf 10000000000000000525
# d Unknown format code 'd' for object of type 'float'
# x Unknown format code 'x' for object of type 'float'
# s Unknown format code 's' for object of type 'float'
# z.1f -1234.6 0.0 inf 10000000000000000525
#  abc|
# 5 abc  |
# >5   abc|
# ^7   abc  |
# .2 ab|
# *<6 abc***|
# 5.1 a    |
# d Unknown format code 'd' for object of type 'str'
# =5 '=' alignment not allowed in string format specifier
# , Cannot specify ',' with 's'.
# 05 abc00|
# + Sign not allowed in string format specifier
#  a b a 1 5 6    'x' y '\xe9'    5 {}
# '{} {0}'.format(1) ValueError cannot switch from automatic field numbering to manual field specification
# '{'.format() ValueError Single '{' encountered in format string
# '}'.format() ValueError Single '}' encountered in format string
# '{0}'.format() IndexError Replacement index 0 out of range for positional args tuple
# '{a}'.format() KeyError 'a'
# '{!x}'.format(1) ValueError Unknown conversion specifier x
# '{:q}'.format(1) ValueError Unknown format code 'q' for object of type 'int'
# '{0.x}'.format(1) AttributeError 'int' object has no attribute 'x'
# '{0[x]}'.format([1]) TypeError list indices must be integers or slices, not str
# '{:d}'.format('a') ValueError Unknown format code 'd' for object of type 'str'
# '{:.2d}'.format(1) ValueError Precision not allowed in integer format specifier
# >>>>1
# format(1, 'zz') ValueError Unknown format code 'z' for object of type 'int'
# format([], 'x') TypeError unsupported format string passed to list.__format__
# '{:10}'.format(None) TypeError unsupported format string passed to NoneType.__format__
# '{0[}'.format([]) ValueError expected '}' before end of string
# x=3 x = 3    3   3 1 3q nested 00003 3 5     3 {}
#    3   |  3|1.500|ab 
#  3 \n3  3.0 1e+16 1000000000000000.0 1e-05 0.0001 123456789.123
