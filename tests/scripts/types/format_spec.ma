# format() and f-strings: every kind of format spec and its errors.
def show(f):
    try:
        r = repr(f())
    except BaseException as e:
        r = type(e).__name__ + ': ' + str(e)
    print(r[:300])
nan = float('nan'); inf = float('inf')
show(lambda: (format(5,'q')))
show(lambda: (format(5,'.2')))
show(lambda: (format(5,'s')))
show(lambda: (format('a','d')))
show(lambda: (format('a','+')))
show(lambda: (format('a',' ')))
show(lambda: (format('a','=5')))
show(lambda: (format('a','#')))
show(lambda: (format('a',',')))
show(lambda: (format('a','z')))
show(lambda: (format(5,'z')))
show(lambda: (format(5,',x')))
show(lambda: (format(5,',_')))
show(lambda: (format(5,'_,')))
show(lambda: (format(5,',,')))
show(lambda: (format(5,',n')))
show(lambda: (format(5,'+c')))
show(lambda: (format(5,'#c')))
show(lambda: (format(-5,'c')))
show(lambda: (format(5,',c')))
show(lambda: (format(5,'5.')))
show(lambda: (format(1.5,'x')))
show(lambda: (format(1.5,'5.')))
show(lambda: (format(5,'10**')))
show(lambda: (format('a','abc')))
show(lambda: (format(5,'99999999999999999999')))
show(lambda: (format(5.0,'.99999999999999999999f')))
show(lambda: (format([],'5')))
show(lambda: (format(None,'>5')))
show(lambda: (format(True,'5')))
show(lambda: (format(5,'é')))
show(lambda: (format('x','\x01')))
show(lambda: (f'{a:>10}'))
show(lambda: (f'{a!r:.3}'))
show(lambda: (f'{10**4300}'))
show(lambda: (f'{10**4300:x}'[:10]))
show(lambda: (format(1234567, ','), format(1234567, '_'), format(-1234567.891, ',.2f'), format(255, '#x'), format(255, '#_b'), format(255, 'X'), format(5, '08b'), format(-5, '08'), format(5, '+'), format(5, ' ')))
show(lambda: (format(1234, '08,'), format(1234, '09,'), format(1234, '010,'), format(1234, '012,'), format(-1234, '08,'), format(1234.5, '012,.1f'), format(123, '*>10'), format(123, '*<10'), format(123, '*^10'), format(123, '*=+10')))
show(lambda: (format(5, '<5') + '|', format(5, '^5') + '|', format(65, 'c'), format(65, '5c'), format(8364, 'c'), format(5, 'n'), format(5, '.0f'), format(5, 'e'), format(5, '%'), format(True, 'd'), format(True), format(10**30, ','), format(10**30, 'e'), format(2**70, '#x'), format(-2**70, '#b')[:12]))
show(lambda: (format(3.14159, '.2f'), format(3.14159, '10.2f'), format(3.14159, '<10.2f') + '|', format(3.14159, '+.1e'), format(3.0, ''), format(3.0, 'g'), format(3.0, '#g'), format(1e20, 'f'), format(1e20, ''), format(1e20, ','), format(0.00001, 'g'), format(123456789.0, 'g'), format(0.5, '%'), format(0.123, '.1%'), format(1.0, '.0f'), format(1.0, '#.0f'), format(2.5, '.0f'), format(nan, '05'), format(inf, '08'), format(-inf, 'F'), format(nan, '+'), format(-0.0, ''), format(-0.0, 'z'), format(-0.001, 'z.1f'), format(-0.001, '.1f')))
show(lambda: (format(123.456, '.3'), format(123.456, '.2'), format(1234567.0, '.3'), format(0.00012345, '.3'), format(1.0, '.3'), format(123.0, '.3'), format(1e-7, '.3'), format(5.0, '.1'), format(5.0, '.0'), format(0.0, '.3'), format(100.0, '5'), format(1e16, '.20'), format(1.5, '010'), format(-1.5, '=10'), format(1.5, 'n'), format(1e10, 'n'), format(1e5, 'G'), format(1e-10, 'E'), format(1.5, '_'), format(12345.678, '_.1f'), format(0.1, '.20f'), format(0.1, '.30g'), format(1/3, '.15g'), format(1e300, '.0f')[:30]))
show(lambda: (len(format(0.1, '.2000f')), format(0.1, '.1200f')[-5:], len(format(1.5, '.1500e')), format(1.5,'.1200e')[-6:], len(format(1.5, '#.1300g'))))
show(lambda: (format('abc', '10') + '|', format('abc', '>10'), format('abc', '^10') + '|', format('abc', '.2'), format('abc', '*^9.2'), format('abc', '05'), format('abc', 's'), format('é', '>3'), format('abc', '你<5')))
show(lambda: (f'{3.14159:.3f} {42:>6} {"x":^5}| {1e6:,.0f} {255:#06x} {-5:+d} {0.5:.0%}'))
show(lambda: (f'{1:{2}} {1:{">"}{5}} {"a":{"*"}<{4}}'))
show(lambda: (f'{"é"!a} {"x"!r:>5} {1!s}'))
show(lambda: (format(1.5, 's')))
show(lambda: (format('x', 'f')))
show(lambda: (format(5, 'y')))
show(lambda: (format(5, '1.2d')))
show(lambda: (format(1.5, 'd')))
show(lambda: (format(5, ',,d')))
show(lambda: (format(1.5, ',_f')))
show(lambda: (format('x', '-')))
show(lambda: (format(5, '>')))
show(lambda: (format(5, 'é5')))
# expect-output:
# ValueError: Unknown format code 'q' for object of type 'int'
# ValueError: Precision not allowed in integer format specifier
# ValueError: Unknown format code 's' for object of type 'int'
# ValueError: Unknown format code 'd' for object of type 'str'
# ValueError: Sign not allowed in string format specifier
# ValueError: Space not allowed in string format specifier
# ValueError: '=' alignment not allowed in string format specifier
# ValueError: Alternate form (#) not allowed in string format specifier
# ValueError: Cannot specify ',' with 's'.
# ValueError: Negative zero coercion (z) not allowed in string format specifier
# ValueError: Negative zero coercion (z) not allowed in integer format specifier
# ValueError: Cannot specify ',' with 'x'.
# ValueError: Cannot specify both ',' and '_'.
# ValueError: Cannot specify both ',' and '_'.
# ValueError: Cannot specify ',' with ','.
# ValueError: Cannot specify ',' with 'n'.
# ValueError: Sign not allowed with integer format specifier 'c'
# ValueError: Alternate form (#) not allowed with integer format specifier 'c'
# OverflowError: %c arg not in range(0x110000)
# ValueError: Cannot specify ',' with 'c'.
# ValueError: Format specifier missing precision
# ValueError: Unknown format code 'x' for object of type 'float'
# ValueError: Format specifier missing precision
# ValueError: Invalid format specifier '10**' for object of type 'int'
# ValueError: Invalid format specifier 'abc' for object of type 'str'
# ValueError: Too many decimal digits in format string
# ValueError: Too many decimal digits in format string
# TypeError: unsupported format string passed to list.__format__
# TypeError: unsupported format string passed to NoneType.__format__
# '    1'
# ValueError: Unknown format code '\xe9' for object of type 'int'
# ValueError: Unknown format code '\x1' for object of type 'str'
# NameError: name 'a' is not defined
# NameError: name 'a' is not defined
# ValueError: Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit
# '1392bd7c2a'
# ('1,234,567', '1_234_567', '-1,234,567.89', '0xff', '0b1111_1111', 'FF', '00000101', '-0000005', '+5', ' 5')
# ('0,001,234', '0,001,234', '00,001,234', '0,000,001,234', '-001,234', '00,001,234.5', '*******123', '123*******', '***123****', '+******123')
# ('5    |', '  5  |', 'A', '    A', '€', '5', '5', '5.000000e+00', '500.000000%', '1', 'True', '1,000,000,000,000,000,000,000,000,000,000', '1.000000e+30', '0x400000000000000000', '-0b100000000')
# ('3.14', '      3.14', '3.14      |', '+3.1e+00', '3.0', '3', '3.00000', '100000000000000000000.000000', '1e+20', '1e+20', '1e-05', '1.23457e+08', '50.000000%', '12.3%', '1', '1.', '2', '00nan', '00000inf', '-INF', '+nan', '-0.0', '0.0', '0.0', '-0.0')
# ('1.23e+02', '1.2e+02', '1.23e+06', '0.000123', '1.0', '1.23e+02', '1e-07', '5e+00', '5e+00', '0.0', '100.0', '10000000000000000.0', '00000001.5', '-      1.5', '1.5', '1e+10', '100000', '1.000000E-10', '1.5', '12_345.7', '0.10000000000000000555', '0.100000000000000005551115123126', '0.3333333333333
# (2002, '00000', 1506, '00e+00', 1301)
# ('abc       |', '       abc', '   abc    |', 'ab', '***ab****', 'abc00', 'abc', '  é', 'abc你你')
# '3.142     42   x  | 1,000,000 0x00ff -5 50%'
# ' 1     1 a***'
# "'\\xe9'   'x' 1"
# ValueError: Unknown format code 's' for object of type 'float'
# ValueError: Unknown format code 'f' for object of type 'str'
# ValueError: Unknown format code 'y' for object of type 'int'
# ValueError: Precision not allowed in integer format specifier
# ValueError: Unknown format code 'd' for object of type 'float'
# ValueError: Invalid format specifier ',,d' for object of type 'int'
# ValueError: Cannot specify both ',' and '_'.
# ValueError: Sign not allowed in string format specifier
# '5'
# ValueError: Invalid format specifier 'é5' for object of type 'int'
