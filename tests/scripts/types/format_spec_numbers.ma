# The format mini-language for numbers.
for spec in ('d', '5d', '<5d', '^5d', '>5', '05d', '+d', ' d', ',', '_', 'x', '#x', 'X', '#b', 'o', '#o', 'c', 'n', 'e', 'f', '.2f', '%', '=+6d', '*^7', '#010x', '08,d', '+.1e', 'g', '_x'):
    print(spec, repr(format(65, spec)), end=' | ')
print()
for spec in ('', 'f', '.2f', '10.3f', 'e', '.3e', 'g', '.3g', '%', '.1%', ',', ',.2f', '+', '010.2f', '<10', '^10.1f', '#.0f', 'G', 'E', 'F', '_.2f', '.0f', '.15g'):
    print(spec, repr(format(1234.5678, spec)), end=' | ')
print()
print(format(0.00001, 'g'), format(1e10, 'g'), format(123456789.0, 'g'), format(float('nan'), '.2f'), format(float('inf'), '08.1f'), format(-0.0, '.1f'), format(1e22, 'f'), format(0.5, '.0f'), format(2.5, '.0f'), format(1e-7, '.3g'), format(10 ** 25, ','), format(True, 'd'), format(True), format(3, '.2f'))
for v, s in ((5, 's'), (5.5, 'd'), (5, '.2d'), ('a', 'd'), (5, 'q'), (5, ',x'), (-1, 'c'), (5, '5.5.5'), ('a', '=5'), ('a', '+'), ([], '5'), (1.5, 'c'), (3, '_,')):
    try:
        print(format(v, s))
    except (ValueError, TypeError, OverflowError) as e:
        print(type(e).__name__, e)
# expect-output:
# d '65' | 5d '   65' | <5d '65   ' | ^5d ' 65  ' | >5 '   65' | 05d '00065' | +d '+65' |  d ' 65' | , '65' | _ '65' | x '41' | #x '0x...' | X '41' | #b '0b1000001' | o '101' | #o '0o101' | c 'A' | n '65' | e '6.500000e+01' | f '65.000000' | .2f '65.00' | % '6500.000000%' | =+6d '+   65' | *^7 '**65***' | #010x '0x...' | 08,d '0,000,065' | +.1e '+6.5e+01' | g '65' | _x '41' |
#  '1234.5678' | f '1234.567800' | .2f '1234.57' | 10.3f '  1234.568' | e '1.234568e+03' | .3e '1.235e+03' | g '1234.57' | .3g '1.23e+03' | % '123456.780000%' | .1% '123456.8%' | , '1,234.5678' | ,.2f '1,234.57' | + '+1234.5678' | 010.2f '0001234.57' | <10 '1234.5678 ' | ^10.1f '  1234.6  ' | #.0f '1235.' | G '1234.57' | E '1.234568E+03' | F '1234.567800' | _.2f '1_234.57' | .0f '1235' | .15g '1234.5678' |
# 1e-05 1e+10 1.23457e+08 nan 00000inf -0.0 10000000000000000000000.000000 0 2 1e-07 10,000,000,000,000,000,000,000,000 1 True 3.00
# ValueError Unknown format code 's' for object of type 'int'
# ValueError Unknown format code 'd' for object of type 'float'
# ValueError Precision not allowed in integer format specifier
# ValueError Unknown format code 'd' for object of type 'str'
# ValueError Unknown format code 'q' for object of type 'int'
# ValueError Cannot specify ',' with 'x'.
# OverflowError %c arg not in range(0x...)
# ValueError Invalid format specifier '5.5.5' for object of type 'int'
# ValueError '=' alignment not allowed in string format specifier
# ValueError Sign not allowed in string format specifier
# TypeError unsupported format string passed to list.__format__
# ValueError Unknown format code 'c' for object of type 'float'
# ValueError Cannot specify both ',' and '_'.
