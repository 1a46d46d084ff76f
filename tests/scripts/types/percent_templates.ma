# Templates with %.
def show(f):
    try:
        r = repr(f())
    except BaseException as e:
        r = type(e).__name__ + ': ' + str(e)
    print(r[:300])
nan = float('nan'); inf = float('inf')
show(lambda: ('%d' % 'a'))
show(lambda: ('%d' % 1.5))
show(lambda: ('%d %d' % 1))
show(lambda: ('%d' % (1,2)))
show(lambda: ('%q' % 1))
show(lambda: ('%' % 1))
show(lambda: ('%(a)d' % 1))
show(lambda: ('%(a)d' % {}))
show(lambda: ('%(a' % {}))
show(lambda: ('%x' % 1.5))
show(lambda: ('%c' % 'ab'))
show(lambda: ('%c' % 1.5))
show(lambda: ('%c' % -1))
show(lambda: ('%c' % 0x110000))
show(lambda: ('%f' % 'a'))
show(lambda: ('%*d' % ('a',1)))
show(lambda: ('%*d' % (5,)))
show(lambda: ('%s' % ()))
show(lambda: ('%i' % None))
show(lambda: ('%.*f' % (2,1.5)))
show(lambda: ('%99999999999999999999d' % 1))
show(lambda: ('%s %s' % ('a',)))
show(lambda: ('%5.2s|' % 'abc'))
show(lambda: ('%+d % d %05d %-5d| %#x %#o' % (1,2,3,4,255,8)))
show(lambda: ('%e %g %G %.3f %F' % (1.5,1e20,1e-10,2.0,3.5)))
show(lambda: ('%x' % -255))
show(lambda: ('%c%c' % (65,'é')))
show(lambda: ('%%' % ()))
show(lambda: ('%(a)s %(b)r' % {'a':1,'b':'x'}))
show(lambda: ('%.0f' % 0.5))
show(lambda: ('%#.0f' % 0.5))
show(lambda: ('%s' % (1,)))
show(lambda: ('%.3d' % 5))
show(lambda: ('%+.3d|%8.3d' % (5,-5)))
show(lambda: ('%d' % 10**4300))
show(lambda: ('%s %r %d %i' % ('a', 'b', 3, 4.7), '%5d|%-5d|%05d|%+d|% d' % (1, 2, 3, 4, 5), '%x %X %o %#x %#o %#X' % (255, 255, 8, 255, 8, 255), '%e %.2e %E' % (1.5, 1.5, 1.5), '%g %g %G' % (1e10, 1e-5, 1e-5), '%f %.0f %10.2f|' % (1.5, 2.5, 3.14159), '%c%c' % ('a', 98), '%%', '%s' % [1], '%5s|%-5s|%.2s' % ('a', 'b', 'cde'), '%(x)s %(y)05d' % {'x': 1, 'y': 2}, '%*d|%-*d|%.*f' % (5, 1, 5, 2, 2, 3.14159), '%a' % 'é'))
show(lambda: ('%d' % -5, '%5.3d|' % -5, '%+.2f' % 1, '%#x' % 0, '%#o' % 0, '%x' % -255, '%o' % 10**20, '%d' % 10**20, '%d' % True, '%s' % None, '%s' % (None,), '%r' % ('x',), '%05s' % 'x', '%05.1f' % -2.5, '%+5d' % 3, '%+05d' % 3, '%-05d|' % 3, '%ld' % 5))
show(lambda: ('%s' % (1, 2)))
show(lambda: ('%s %s' % 1))
show(lambda: ('%(a)s' % {'b': 1}))
show(lambda: ('%(a)s' % 5))
show(lambda: ('%(a' % {'a': 1}))
show(lambda: ('%z' % 1))
show(lambda: ('%' % ()))
show(lambda: ('abc%' % ()))
show(lambda: ('%5' % 1))
show(lambda: ('%s' % {'a': 1}, 'x' % {}, 'x' % [], '%s' % [], '%d%%' % 50))
show(lambda: ('%.1000f' % 0.1 == format(0.1, '.1000f')))
show(lambda: ('%-*d|' % (-5, 1), '%*d|' % (-5, 1)))
show(lambda: ('%.*d' % (3, 5), '%.0d' % 0, '%5c|' % 'x', '%-5c|' % 'x', '%.0s|' % 'abc'))
show(lambda: ('%g' % 100000, '%g' % 1000000, '%#g' % 1, '%g' % nan, '%f' % inf, '%05f' % inf, '%F' % inf))
# expect-output:
# TypeError: %d format: a real number is required, not str
# '1'
# TypeError: not enough arguments for format string
# TypeError: not all arguments converted during string formatting
# ValueError: unsupported format character 'q' (0x71) at index 1
# ValueError: incomplete format
# TypeError: format requires a mapping
# KeyError: 'a'
# ValueError: incomplete format key
# TypeError: %x format: an integer is required, not float
# TypeError: %c requires int or char
# TypeError: %c requires int or char
# OverflowError: %c arg not in range(0x110000)
# OverflowError: %c arg not in range(0x110000)
# TypeError: must be real number, not str
# TypeError: * wants int
# TypeError: not enough arguments for format string
# TypeError: not enough arguments for format string
# TypeError: %i format: a real number is required, not NoneType
# '1.50'
# ValueError: width too big
# TypeError: not enough arguments for format string
# '   ab|'
# '+1  2 00003 4    | 0xff 0o10'
# '1.500000e+00 1e+20 1E-10 2.000 3.500000'
# '-ff'
# 'Aé'
# '%'
# "1 'x'"
# '0'
# '0.'
# '1'
# '005'
# '+005|    -005'
# ValueError: Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit
# ("a 'b' 3 4", '    1|2    |00003|+4| 5', 'ff FF 10 0xff 0o10 0XFF', '1.500000e+00 1.50e+00 1.500000E+00', '1e+10 1e-05 1E-05', '1.500000 2       3.14|', 'ab', '%%', '[1]', '    a|b    |cd', '1 00002', '    1|2    |3.14', "'\\xe9'")
# ('-5', ' -005|', '+1.00', '0x0', '0o0', '-ff', '12657072742654304000000', '100000000000000000000', '1', 'None', 'None', "'x'", '    x', '-02.5', '   +3', '+0003', '3    |', '5')
# TypeError: not all arguments converted during string formatting
# TypeError: not enough arguments for format string
# KeyError: 'a'
# TypeError: format requires a mapping
# ValueError: incomplete format key
# ValueError: unsupported format character 'z' (0x7a) at index 1
# ValueError: incomplete format
# ValueError: incomplete format
# ValueError: incomplete format
# ("{'a': 1}", 'x', 'x', '[]', '50%')
# True
# ('1    |', '1    |')
# ('005', '0', '    x|', 'x    |', '|')
# ('100000', '1e+06', '1.00000', 'nan', 'inf', '00inf', 'INF')
