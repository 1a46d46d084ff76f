# The % operator.
print('%d %s %r %x %o %e %.2f %g %c %%' % (5, 'a', 'b', 255, 8, 1.5, 3.14159, 0.0001, 'c'))
print('%5d|%-5d|%05d|%+d|% d|%5s|%-5s|%.2s|%*d|%.*f' % (1, 2, 3, 4, 5, 'a', 'b', 'xyz', 4, 7, 1, 2.55))
print('%(a)s %(b)d' % {'a': 1, 'b': 2}, '%s' % [1], '%s' % (1,), '%#x %#o' % (255, 8), '%c%c' % (65, 'B'), '%i' % 3.9, '%s' % None, '%5.1f%%' % 12.34, '%a' % 'é')
for f in (lambda: '%d' % 'a', lambda: '%s %s' % 1, lambda: '%s' % (1, 2), lambda: '%(k)s' % {}, lambda: '%z' % 1, lambda: '%' % 1, lambda: '%(a)s' % 5, lambda: '%c' % 'ab', lambda: '%x' % 1.5, lambda: 'no' % 1, lambda: '%f' % 'x', lambda: '%*d' % ('a', 1)):
    try:
        print(f())
    except (TypeError, ValueError, KeyError) as e:
        print(type(e).__name__, e)
# expect-output:
# 5 a 'b' ff 10 1.500000e+00 3.14 0.0001 c %
#     1|2    |00003|+4| 5|    a|b    |xy|   7|2.5
# 1 2 [1] 1 0x... 0o10 AB 3 None  12.3% '\xe9'
# TypeError %d format: a real number is required, not str
# TypeError not enough arguments for format string
# TypeError not all arguments converted during string formatting
# KeyError 'k'
# ValueError unsupported format character 'z' (0x...) at index 1
# ValueError incomplete format
# TypeError format requires a mapping
# TypeError %c requires int or char
# TypeError %x format: an integer is required, not float
# TypeError not all arguments converted during string formatting
# TypeError must be real number, not str
# TypeError * wants int
