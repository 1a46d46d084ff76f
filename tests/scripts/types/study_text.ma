# Many small checks; CPython prints the same.
def t(f, *a, **k):
    try: print(repr(f(*a, **k)))
    except BaseException as e: print(type(e).__name__, e)
s = 'Hello, Wörld ß ǆ İ 中文 é'
for m in ('capitalize casefold lower upper swapcase title isalnum isalpha isascii isdecimal isdigit isidentifier islower isnumeric isprintable isspace istitle isupper split rsplit splitlines strip lstrip rstrip encode'.split()):
    print(m, [getattr(x, m)() for x in (s, '', 'abc', 'ABC', ' \t\n', '123', '²½', 'Ab Cd', "they're bill's", 'ﬁ ß', 'x_1', '१२', 'a\x1cb\u2028c\r\nd', '\xa0x\xa0')])
for expr in '''
'a-b-c'.split('-', 1)|'a-b-c'.rsplit('-', 1)|'a  b '.split()|'a  b '.split(' ')|''.split()|''.split(',')|'abc'.split('')|'abc'.partition('b')|'abc'.rpartition('z')|'abc'.partition('')|'a,b'.partition(',')
'abc'.center(10, '*')|'abc'.ljust(6, '-')|'abc'.rjust(6)|'abc'.zfill(6)|'-5'.zfill(5)|'+5'.zfill(5)|'abc'.center(2)|'ab'.center(5, '*')|'abc'.center(5, 'ab')|'abc'.ljust('x')
'abcabc'.find('c')|'abcabc'.find('c', 3)|'abc'.find('z')|'abc'.index('z')|'abcabc'.rfind('b')|'abc'.rindex('z')|'abcabc'.count('bc')|'aaa'.count('aa')|'abc'.count('')|'abc'.find('')|'abc'.find('', 5)|'abc'.startswith(('x', 'a'))|'abc'.endswith('c', 0, 2)|'abc'.startswith(5)|'abc'.startswith(['a'])|'abc'.find(5)
'aXbX'.replace('X', '-')|'aXbX'.replace('X', '-', 1)|'abc'.replace('', '-')|'abc'.replace('b', '', -1)|'abc'.replace('a', 5)|'abc'.replace('a', 'b', count=1)
'-'.join(['a', 'b'])|'-'.join('abc')|'-'.join([1])|'-'.join(['a', None])|'-'.join(5)|''.join(())|','.join({'a': 1})
'xxabcxx'.strip('x')|'abc'.strip('')|'abcba'.lstrip('ab')|'abc'.rstrip('bc')|'abc'.strip(5)|'prefix-a'.removeprefix('prefix-')|'a.py'.removesuffix('.py')|'a'.removesuffix('')
'a\\tb'.expandtabs()|'a\\tbc\\td'.expandtabs(4)|'ab\\ncd\\r\\nef'.splitlines()|'ab\\ncd\\n'.splitlines(True)|''.splitlines()|'a\\vb\\fc\\x85d'.splitlines()
'abc'.translate({97: 'X', 98: None})|'abc'.translate(str.maketrans('ab', 'xy', 'c'))|str.maketrans({'a': 'b', 'c': None})|str.maketrans('ab', 'x')|str.maketrans({'ab': 1})|str.maketrans('a')
'abc'[5]|'abc'[-1]|'abc'[::-1]|'abc'[1:10]|'abc'['a']|'abc'[1.0]|'abc'[None:2]|'abc'[::0]|'abc' * -1|'abc' + 1|'a' in 'abc'|1 in 'abc'|'' in ''|'abc' < 'abd'|'a' * 2.0
'%s %r %a' % ('é', 'é', 'é')|'%d %i %u' % (1, 2.9, -3)|'%5d|%-5d|%05d|%+d|% d' % (1, 2, 3, 4, 5)|'%x %X %o %#x %#o' % (255, 255, 8, 255, 8)|'%e %E %f %F %g %G' % (1.5, 1.5, 1.5, 1.5, 1e-10, 1e20)|'%.2f %10.3f %-10.1f|' % (1.234, 1.2345, 1.25)|'%c%c' % (65, 'B')|'%%' % ()|'%(a)s %(b)d' % {'a': 1, 'b': 2}|'%*d %.*f' % (5, 1, 2, 1.234)|'%s' % (1,)|'%s' % [1]|'%s %s' % (1,)|'%s' % (1, 2)|'%d' % 'a'|'%c' % 300000000|'%c' % 'ab'|'%(a)s' % {}|'%(a)s' % 5|'%y' % 1|'%' % 1|'%s' % {}|'%d' % 1.5|'%x' % 1.5|'%.3s' % 'abcdef'|'%5s|%-5s|' % ('a', 'b')|'%r' % 'it\\'s'|'%s %%' % 'a'|'%ld' % 5|'%.0f' % 0.5|'%#.3g' % 1|'%g' % 100000|'%g' % 1000000|'%i' % True|'%s' % None|'%5.1f%%' % 12.34|'abc' % ()|'abc' % 5|'abc' % {}|'%-+5d|' % 3|'%+.2e' % 12345.678|'%a' % 'ü\\n'
'{} {}'.format(1, 2)|'{1} {0}'.format(1, 2)|'{a} {b!r}'.format(a=1, b='x')|'{0.real} {0[0]}'.format('a') if 0 else 1|'{[0]} {[k]}'.format([1], {'k': 2})|'{:>{w}}'.format('a', w=5)|'{:*^10}'.format('ab')|'{{}}'.format()|'{'.format()|'}'.format()|'{}'.format()|'{0} {}'.format(1)|'{a}'.format()|'{!x}'.format(1)|'{:d}'.format('a')|'{:s}'.format(5)|'{0.x}'.format(1)|'{0[x]}'.format([1])|'{:,}'.format(1234567)|'{:_}'.format(1234567)|'{:_x}'.format(123456789)|'{:%}'.format(.25)|'{:.1%}'.format(.256)|'{:+d} {: d} {:-d}'.format(1, 2, 3)|'{:#x} {:#b} {:#o}'.format(10, 10, 10)|'{:08.3f}'.format(-3.14159)|'{:e}'.format(12345.678)|'{:g} {:g}'.format(1e10, 0.0001)|'{:n}'.format(1234)|'{:c}'.format(65)|'{:x<5}|{:>5}|{:^5}|'.format('a', 'b', 'c')|'{:=+6d}'.format(5)|'{:05}'.format('a')|'{:<05}'.format(3)|'{:,.2f}'.format(1234567.891)|'{:_.2f}'.format(1234.5)|'{:10}|'.format(True)|'{:d}'.format(True)|'{}'.format(None)|'{:5}'.format(None)|'{:.3}'.format('abcdef')|'{:.3}'.format(3.14159)|'{:.3}'.format(5)|'{:,}'.format('a')|'{:,x}'.format(5)|'{:z.1f}'.format(-0.01)|'{:#.3g}'.format(1.0)|'{:.0f} {:.0f} {:.0f}'.format(.5, 1.5, 2.5)|'{:10.3e}|'.format(0)|'{:f}'.format(10**30)|'{:g}'.format(10**30)|'{:.50f}'.format(.1)|'{:f} {:F}'.format(float('nan'), float('inf'))|'{:>+8}'.format(float('-inf'))|'{:é>5}'.format(1)|'{:d}'.format(1.5)|'{:x}'.format(1.5)|'{:c}'.format(-1)|'{:%}'.format(1)|'{:.2f}'.format('a')|'{:q}'.format(1)|'{:5d}|{:<5d}|{:^5d}|'.format(1, 2, 3)|'{0:{1}}'.format(5, '>4')|'{:{}.{}f}'.format(3.14159, 8, 2)|'{:\\u3000>4}'.format('中')|format(5, '08b')|format('a', '>3')|format(3.0)|format(1e16)|format([1], '')|format([1], '5')|format(-5, '=6')|format(5, '+#06x')|format(255, '#X')|format(1.0, '.1')|format(123456.789, ',.1f')|format(.000123, '.2g')|format(1e-7, '')|format(12345678, '_b')|format(True, '')|format(True, '5')
'{a.b[c]}'.format(a=type('A', (), {'b': {'c': 5}}))|'{0!s:>4}{0!r:>4}{0!a:>6}'.format('é')|'{:{fill}{align}{width}}'.format('x', fill='*', align='^', width=5)|'{x} {y}'.format_map({'x': 1, 'y': 2})|'{x}'.format_map({})|'{}'.format_map({})|'{0}'.format_map([1])|'a{b'.format(b=1)|'{0}}'.format(1)|'{0!}'.format(1)|'{0!r:}'.format(1)|'{:}'.format(3)|'{ a }'.format(**{' a ': 2})|'{0.__class__.__name__}'.format(5)|'{-1}'.format(1)|'{0[-1]}'.format([1, 2])
ord('a')|ord('ab')|ord('')|chr(97)|chr(-1)|chr(0x110000)|ascii('é中\\U0001f600')|repr('a\\'b')|repr('a"b')|repr('a\\'b"c')|repr('\\x00\\x1f\\x7f\\xa0\\u200b\\ud800')|str(b'a')|str(b'a', 'utf8')|str(5, 'utf8')|str('a', 'utf8')|'é'.encode('ascii')|'é'.encode('latin1')|'é'.encode('utf-16')|'é'.encode('x')|'é'.encode('ascii', 'replace')|'é'.encode('ascii', 'xmlcharrefreplace')|'é'.encode('ascii', 'backslashreplace')|'é'.encode('ascii', 'ignore')|'\\ud800'.encode()|'\\ud800'.encode('utf8', 'surrogatepass')|'a'.encode(errors='x')|b'\\xff'.decode()|b'\\xff'.decode('utf8', 'replace')|b'\\xe4\\xb8'.decode('utf8', 'ignore')|b'\\xff'.decode('latin1')|b'\\xff'.decode('ascii')|b'\\xff\\xfea\\x00'.decode('utf-16')|b'abc'.decode('utf-8', errors='backslashreplace')|b'\\xc3(abc'.decode()|b'\\x80abc'.decode('utf8','surrogateescape')
hash('a') == hash('a')|'a' is 'a'|'abc'.__contains__('b')|'abc'.__getitem__(1)|'abc'.__len__()|'abc'.__add__('d')|'abc'.__mul__(2)|'abc'.__eq__('abc')|'abc'.__lt__(5)|len('中文é')|'é' == 'e\\u0301'|sorted(['b', 'A', 'a', 'é', 'z'])|max('abc')|list('añ')|'abc'.isidentifier()|'class'.isidentifier()|'中'.isalpha()|'٣'.isdigit()|int('٣')|'Ⅷ'.isnumeric()|'a' 'b'|'aé'.upper().lower()|'ΑΣ'.lower()|'ŉ'.upper()|'ǰ'.title()|'ﬀ'.capitalize()'''.strip().split('\n'):
    for e in expr.split('|'):
        e = e.replace('\\\\', '\\')
        try: print(e, '->', repr(eval(e)))
        except Exception as x: print(e, '!!', type(x).__name__, x)
# expect-output:
# capitalize ['Hello, wörld ß ǆ i̇ 中文 é', '', 'Abc', 'Abc', ' \t\n', '123', '²½', 'Ab cd', "They're bill's", 'Fi ß', 'X_1', '१२', 'A\x1cb\u2028c\r\nd', '\xa0x\xa0']
# casefold ['hello, wörld ss ǆ i̇ 中文 é', '', 'abc', 'abc', ' \t\n', '123', '²½', 'ab cd', "they're bill's", 'fi ss', 'x_1', '१२', 'a\x1cb\u2028c\r\nd', '\xa0x\xa0']
# lower ['hello, wörld ß ǆ i̇ 中文 é', '', 'abc', 'abc', ' \t\n', '123', '²½', 'ab cd', "they're bill's", 'ﬁ ß', 'x_1', '१२', 'a\x1cb\u2028c\r\nd', '\xa0x\xa0']
# upper ['HELLO, WÖRLD SS Ǆ İ 中文 É', '', 'ABC', 'ABC', ' \t\n', '123', '²½', 'AB CD', "THEY'RE BILL'S", 'FI SS', 'X_1', '१२', 'A\x1cB\u2028C\r\nD', '\xa0X\xa0']
# swapcase ['hELLO, wÖRLD SS Ǆ i̇ 中文 É', '', 'ABC', 'abc', ' \t\n', '123', '²½', 'aB cD', "THEY'RE BILL'S", 'FI SS', 'X_1', '१२', 'A\x1cB\u2028C\r\nD', '\xa0X\xa0']
# title ['Hello, Wörld Ss ǅ İ 中文 É', '', 'Abc', 'Abc', ' \t\n', '123', '²½', 'Ab Cd', "They'Re Bill'S", 'Fi Ss', 'X_1', '१२', 'A\x1cB\u2028C\r\nD', '\xa0X\xa0']
# isalnum [False, False, True, True, False, True, True, False, False, False, False, True, False, False]
# isalpha [False, False, True, True, False, False, False, False, False, False, False, False, False, False]
# isascii [False, True, True, True, True, True, False, True, True, False, True, False, False, False]
# isdecimal [False, False, False, False, False, True, False, False, False, False, False, True, False, False]
# isdigit [False, False, False, False, False, True, False, False, False, False, False, True, False, False]
# isidentifier [False, False, True, True, False, False, False, False, False, False, True, False, False, False]
# islower [False, False, True, False, False, False, False, False, True, True, True, False, True, True]
# isnumeric [False, False, False, False, False, True, True, False, False, False, False, True, False, False]
# isprintable [True, True, True, True, False, True, True, True, True, True, True, True, False, False]
# isspace [False, False, False, False, True, False, False, False, False, False, False, False, False, False]
# istitle [False, False, False, False, False, False, False, True, False, False, False, False, False, False]
# isupper [False, False, False, True, False, False, False, False, False, False, False, False, False, False]
# split [['Hello,', 'Wörld', 'ß', 'ǆ', 'İ', '中文', 'é'], [], ['abc'], ['ABC'], [], ['123'], ['²½'], ['Ab', 'Cd'], ["they're", "bill's"], ['ﬁ', 'ß'], ['x_1'], ['१२'], ['a', 'b', 'c', 'd'], ['x']]
# rsplit [['Hello,', 'Wörld', 'ß', 'ǆ', 'İ', '中文', 'é'], [], ['abc'], ['ABC'], [], ['123'], ['²½'], ['Ab', 'Cd'], ["they're", "bill's"], ['ﬁ', 'ß'], ['x_1'], ['१२'], ['a', 'b', 'c', 'd'], ['x']]
# splitlines [['Hello, Wörld ß ǆ İ 中文 é'], [], ['abc'], ['ABC'], [' \t'], ['123'], ['²½'], ['Ab Cd'], ["they're bill's"], ['ﬁ ß'], ['x_1'], ['१२'], ['a', 'b', 'c', 'd'], ['\xa0x\xa0']]
# strip ['Hello, Wörld ß ǆ İ 中文 é', '', 'abc', 'ABC', '', '123', '²½', 'Ab Cd', "they're bill's", 'ﬁ ß', 'x_1', '१२', 'a\x1cb\u2028c\r\nd', 'x']
# lstrip ['Hello, Wörld ß ǆ İ 中文 é', '', 'abc', 'ABC', '', '123', '²½', 'Ab Cd', "they're bill's", 'ﬁ ß', 'x_1', '१२', 'a\x1cb\u2028c\r\nd', 'x\xa0']
# rstrip ['Hello, Wörld ß ǆ İ 中文 é', '', 'abc', 'ABC', '', '123', '²½', 'Ab Cd', "they're bill's", 'ﬁ ß', 'x_1', '१२', 'a\x1cb\u2028c\r\nd', '\xa0x']
# encode [b'Hello, W\xc3\xb6rld \xc3\x9f \xc7\x86 \xc4\xb0 \xe4\xb8\xad\xe6\x96\x87 \xc3\xa9', b'', b'abc', b'ABC', b' \t\n', b'123', b'\xc2\xb2\xc2\xbd', b'Ab Cd', b"they're bill's", b'\xef\xac\x81 \xc3\x9f', b'x_1', b'\xe0\xa5\xa7\xe0\xa5\xa8', b'a\x1cb\xe2\x80\xa8c\r\nd', b'\xc2\xa0x\xc2\xa0']
# 'a-b-c'.split('-', 1) -> ['a', 'b-c']
# 'a-b-c'.rsplit('-', 1) -> ['a-b', 'c']
# 'a  b '.split() -> ['a', 'b']
# 'a  b '.split(' ') -> ['a', '', 'b', '']
# ''.split() -> []
# ''.split(',') -> ['']
# 'abc'.split('') !! ValueError empty separator
# 'abc'.partition('b') -> ('a', 'b', 'c')
# 'abc'.rpartition('z') -> ('', '', 'abc')
# 'abc'.partition('') !! ValueError empty separator
# 'a,b'.partition(',') -> ('a', ',', 'b')
# 'abc'.center(10, '*') -> '***abc****'
# 'abc'.ljust(6, '-') -> 'abc---'
# 'abc'.rjust(6) -> '   abc'
# 'abc'.zfill(6) -> '000abc'
# '-5'.zfill(5) -> '-0005'
# '+5'.zfill(5) -> '+0005'
# 'abc'.center(2) -> 'abc'
# 'ab'.center(5, '*') -> '**ab*'
# 'abc'.center(5, 'ab') !! TypeError The fill character must be exactly one character long
# 'abc'.ljust('x') !! TypeError 'str' object cannot be interpreted as an integer
# 'abcabc'.find('c') -> 2
# 'abcabc'.find('c', 3) -> 5
# 'abc'.find('z') -> -1
# 'abc'.index('z') !! ValueError substring not found
# 'abcabc'.rfind('b') -> 4
# 'abc'.rindex('z') !! ValueError substring not found
# 'abcabc'.count('bc') -> 2
# 'aaa'.count('aa') -> 1
# 'abc'.count('') -> 4
# 'abc'.find('') -> 0
# 'abc'.find('', 5) -> -1
# 'abc'.startswith(('x', 'a')) -> True
# 'abc'.endswith('c', 0, 2) -> False
# 'abc'.startswith(5) !! TypeError startswith first arg must be str or a tuple of str, not int
# 'abc'.startswith(['a']) !! TypeError startswith first arg must be str or a tuple of str, not list
# 'abc'.find(5) !! TypeError find() argument 1 must be str, not int
# 'aXbX'.replace('X', '-') -> 'a-b-'
# 'aXbX'.replace('X', '-', 1) -> 'a-bX'
# 'abc'.replace('', '-') -> '-a-b-c-'
# 'abc'.replace('b', '', -1) -> 'ac'
# 'abc'.replace('a', 5) !! TypeError replace() argument 2 must be str, not int
# 'abc'.replace('a', 'b', count=1) -> 'bbc'
# '-'.join(['a', 'b']) -> 'a-b'
# '-'.join('abc') -> 'a-b-c'
# '-'.join([1]) !! TypeError sequence item 0: expected str instance, int found
# '-'.join(['a', None]) !! TypeError sequence item 1: expected str instance, NoneType found
# '-'.join(5) !! TypeError can only join an iterable
# ''.join(()) -> ''
# ','.join({'a': 1}) -> 'a'
# 'xxabcxx'.strip('x') -> 'abc'
# 'abc'.strip('') -> 'abc'
# 'abcba'.lstrip('ab') -> 'cba'
# 'abc'.rstrip('bc') -> 'a'
# 'abc'.strip(5) !! TypeError strip arg must be None or str
# 'prefix-a'.removeprefix('prefix-') -> 'a'
# 'a.py'.removesuffix('.py') -> 'a'
# 'a'.removesuffix('') -> 'a'
# 'a\tb'.expandtabs() -> 'a       b'
# 'a\tbc\td'.expandtabs(4) -> 'a   bc  d'
# 'ab\ncd\r\nef'.splitlines() -> ['ab', 'cd', 'ef']
# 'ab\ncd\n'.splitlines(True) -> ['ab\n', 'cd\n']
# ''.splitlines() -> []
# 'a\vb\fc\x85d'.splitlines() -> ['a', 'b', 'c', 'd']
# 'abc'.translate({97: 'X', 98: None}) -> 'Xc'
# 'abc'.translate(str.maketrans('ab', 'xy', 'c')) -> 'xy'
# str.maketrans({'a': 'b', 'c': None}) -> {97: 'b', 99: None}
# str.maketrans('ab', 'x') !! ValueError the first two maketrans arguments must have equal length
# str.maketrans({'ab': 1}) !! ValueError string keys in translate table must be of length 1
# str.maketrans('a') !! TypeError if you give only one argument to maketrans it must be a dict
# 'abc'[5] !! IndexError string index out of range
# 'abc'[-1] -> 'c'
# 'abc'[::-1] -> 'cba'
# 'abc'[1:10] -> 'bc'
# 'abc'['a'] !! TypeError string indices must be integers, not 'str'
# 'abc'[1.0] !! TypeError string indices must be integers, not 'float'
# 'abc'[None:2] -> 'ab'
# 'abc'[::0] !! ValueError slice step cannot be zero
# 'abc' * -1 -> ''
# 'abc' + 1 !! TypeError can only concatenate str (not "int") to str
# 'a' in 'abc' -> True
# 1 in 'abc' !! TypeError 'in <string>' requires string as left operand, not int
# '' in '' -> True
# 'abc' < 'abd' -> True
# 'a' * 2.0 !! TypeError can't multiply sequence by non-int of type 'float'
# '%s %r %a' % ('é', 'é', 'é') -> "é 'é' '\\xe9'"
# '%d %i %u' % (1, 2.9, -3) -> '1 2 -3'
# '%5d !! SyntaxError unterminated string literal (detected at line 1) (<string>, line 1)
# %-5d !! SyntaxError invalid decimal literal (<string>, line 1)
# %05d !! SyntaxError leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers (<string>, line 1)
# %+d !! SyntaxError invalid syntax (<string>, line 1)
# % d' % (1, 2, 3, 4, 5) !! SyntaxError unterminated string literal (detected at line 1) (<string>, line 1)
# '%x %X %o %#x %#o' % (255, 255, 8, 255, 8) -> 'ff FF 10 0xff 0o10'
# '%e %E %f %F %g %G' % (1.5, 1.5, 1.5, 1.5, 1e-10, 1e20) -> '1.500000e+00 1.500000E+00 1.500000 1.500000 1e-10 1E+20'
# '%.2f %10.3f %-10.1f !! SyntaxError unterminated string literal (detected at line 1) (<string>, line 1)
# ' % (1.234, 1.2345, 1.25) !! SyntaxError unterminated string literal (detected at line 1) (<string>, line 1)
# '%c%c' % (65, 'B') -> 'AB'
# '%%' % () -> '%'
# '%(a)s %(b)d' % {'a': 1, 'b': 2} -> '1 2'
# '%*d %.*f' % (5, 1, 2, 1.234) -> '    1 1.23'
# '%s' % (1,) -> '1'
# '%s' % [1] -> '[1]'
# '%s %s' % (1,) !! TypeError not enough arguments for format string
# '%s' % (1, 2) !! TypeError not all arguments converted during string formatting
# '%d' % 'a' !! TypeError %d format: a real number is required, not str
# '%c' % 300000000 !! OverflowError %c arg not in range(0x110000)
# '%c' % 'ab' !! TypeError %c requires int or char
# '%(a)s' % {} !! KeyError 'a'
# '%(a)s' % 5 !! TypeError format requires a mapping
# '%y' % 1 !! ValueError unsupported format character 'y' (0x79) at index 1
# '%' % 1 !! ValueError incomplete format
# '%s' % {} -> '{}'
# '%d' % 1.5 -> '1'
# '%x' % 1.5 !! TypeError %x format: an integer is required, not float
# '%.3s' % 'abcdef' -> 'abc'
# '%5s !! SyntaxError unterminated string literal (detected at line 1) (<string>, line 1)
# %-5s !! SyntaxError invalid decimal literal (<string>, line 1)
# ' % ('a', 'b') !! SyntaxError unterminated string literal (detected at line 1) (<string>, line 1)
# '%r' % 'it\'s' -> '"it\'s"'
# '%s %%' % 'a' -> 'a %'
# '%ld' % 5 -> '5'
# '%.0f' % 0.5 -> '0'
# '%#.3g' % 1 -> '1.00'
# '%g' % 100000 -> '100000'
# '%g' % 1000000 -> '1e+06'
# '%i' % True -> '1'
# '%s' % None -> 'None'
# '%5.1f%%' % 12.34 -> ' 12.3%'
# 'abc' % () -> 'abc'
# 'abc' % 5 !! TypeError not all arguments converted during string formatting
# 'abc' % {} -> 'abc'
# '%-+5d !! SyntaxError unterminated string literal (detected at line 1) (<string>, line 1)
# ' % 3 !! SyntaxError unterminated string literal (detected at line 1) (<string>, line 1)
# '%+.2e' % 12345.678 -> '+1.23e+04'
# '%a' % 'ü\n' -> "'\\xfc\\n'"
# '{} {}'.format(1, 2) -> '1 2'
# '{1} {0}'.format(1, 2) -> '2 1'
# '{a} {b!r}'.format(a=1, b='x') -> "1 'x'"
# '{0.real} {0[0]}'.format('a') if 0 else 1 -> 1
# '{[0]} {[k]}'.format([1], {'k': 2}) -> '1 2'
# '{:>{w}}'.format('a', w=5) -> '    a'
# '{:*^10}'.format('ab') -> '****ab****'
# '{{}}'.format() -> '{}'
# '{'.format() !! ValueError Single '{' encountered in format string
# '}'.format() !! ValueError Single '}' encountered in format string
# '{}'.format() !! IndexError Replacement index 0 out of range for positional args tuple
# '{0} {}'.format(1) !! ValueError cannot switch from manual field specification to automatic field numbering
# '{a}'.format() !! KeyError 'a'
# '{!x}'.format(1) !! ValueError Unknown conversion specifier x
# '{:d}'.format('a') !! ValueError Unknown format code 'd' for object of type 'str'
# '{:s}'.format(5) !! ValueError Unknown format code 's' for object of type 'int'
# '{0.x}'.format(1) !! AttributeError 'int' object has no attribute 'x'
# '{0[x]}'.format([1]) !! TypeError list indices must be integers or slices, not str
# '{:,}'.format(1234567) -> '1,234,567'
# '{:_}'.format(1234567) -> '1_234_567'
# '{:_x}'.format(123456789) -> '75b_cd15'
# '{:%}'.format(.25) -> '25.000000%'
# '{:.1%}'.format(.256) -> '25.6%'
# '{:+d} {: d} {:-d}'.format(1, 2, 3) -> '+1  2 3'
# '{:#x} {:#b} {:#o}'.format(10, 10, 10) -> '0xa 0b1010 0o12'
# '{:08.3f}'.format(-3.14159) -> '-003.142'
# '{:e}'.format(12345.678) -> '1.234568e+04'
# '{:g} {:g}'.format(1e10, 0.0001) -> '1e+10 0.0001'
# '{:n}'.format(1234) -> '1234'
# '{:c}'.format(65) -> 'A'
# '{:x<5} !! SyntaxError unterminated string literal (detected at line 1) (<string>, line 1)
# {:>5} !! SyntaxError invalid syntax (<string>, line 1)
# {:^5} !! SyntaxError invalid syntax (<string>, line 1)
# '.format('a', 'b', 'c') !! SyntaxError unterminated string literal (detected at line 1) (<string>, line 1)
# '{:=+6d}'.format(5) -> '+    5'
# '{:05}'.format('a') -> 'a0000'
# '{:<05}'.format(3) -> '30000'
# '{:,.2f}'.format(1234567.891) -> '1,234,567.89'
# '{:_.2f}'.format(1234.5) -> '1_234.50'
# '{:10} !! SyntaxError unterminated string literal (detected at line 1) (<string>, line 1)
# '.format(True) !! SyntaxError unterminated string literal (detected at line 1) (<string>, line 1)
# '{:d}'.format(True) -> '1'
# '{}'.format(None) -> 'None'
# '{:5}'.format(None) !! TypeError unsupported format string passed to NoneType.__format__
# '{:.3}'.format('abcdef') -> 'abc'
# '{:.3}'.format(3.14159) -> '3.14'
# '{:.3}'.format(5) !! ValueError Precision not allowed in integer format specifier
# '{:,}'.format('a') !! ValueError Cannot specify ',' with 's'.
# '{:,x}'.format(5) !! ValueError Cannot specify ',' with 'x'.
# '{:z.1f}'.format(-0.01) -> '0.0'
# '{:#.3g}'.format(1.0) -> '1.00'
# '{:.0f} {:.0f} {:.0f}'.format(.5, 1.5, 2.5) -> '0 2 2'
# '{:10.3e} !! SyntaxError unterminated string literal (detected at line 1) (<string>, line 1)
# '.format(0) !! SyntaxError unterminated string literal (detected at line 1) (<string>, line 1)
# '{:f}'.format(10**30) -> '1000000000000000019884624838656.000000'
# '{:g}'.format(10**30) -> '1e+30'
# '{:.50f}'.format(.1) -> '0.10000000000000000555111512312578270211815834045410'
# '{:f} {:F}'.format(float('nan'), float('inf')) -> 'nan INF'
# '{:>+8}'.format(float('-inf')) -> '    -inf'
# '{:é>5}'.format(1) -> 'éééé1'
# '{:d}'.format(1.5) !! ValueError Unknown format code 'd' for object of type 'float'
# '{:x}'.format(1.5) !! ValueError Unknown format code 'x' for object of type 'float'
# '{:c}'.format(-1) !! OverflowError %c arg not in range(0x110000)
# '{:%}'.format(1) -> '100.000000%'
# '{:.2f}'.format('a') !! ValueError Unknown format code 'f' for object of type 'str'
# '{:q}'.format(1) !! ValueError Unknown format code 'q' for object of type 'int'
# '{:5d} !! SyntaxError unterminated string literal (detected at line 1) (<string>, line 1)
# {:<5d} !! SyntaxError invalid decimal literal (<string>, line 1)
# {:^5d} !! SyntaxError invalid decimal literal (<string>, line 1)
# '.format(1, 2, 3) !! SyntaxError unterminated string literal (detected at line 1) (<string>, line 1)
# '{0:{1}}'.format(5, '>4') -> '   5'
# '{:{}.{}f}'.format(3.14159, 8, 2) -> '    3.14'
# '{:\u3000>4}'.format('中') -> '\u3000\u3000\u3000中'
# format(5, '08b') -> '00000101'
# format('a', '>3') -> '  a'
# format(3.0) -> '3.0'
# format(1e16) -> '1e+16'
# format([1], '') -> '[1]'
# format([1], '5') !! TypeError unsupported format string passed to list.__format__
# format(-5, '=6') -> '-    5'
# format(5, '+#06x') -> '+0x005'
# format(255, '#X') -> '0XFF'
# format(1.0, '.1') -> '1e+00'
# format(123456.789, ',.1f') -> '123,456.8'
# format(.000123, '.2g') -> '0.00012'
# format(1e-7, '') -> '1e-07'
# format(12345678, '_b') -> '1011_1100_0110_0001_0100_1110'
# format(True, '') -> 'True'
# format(True, '5') -> '    1'
# '{a.b[c]}'.format(a=type('A', (), {'b': {'c': 5}})) -> '5'
# '{0!s:>4}{0!r:>4}{0!a:>6}'.format('é') -> "   é 'é''\\xe9'"
# '{:{fill}{align}{width}}'.format('x', fill='*', align='^', width=5) -> '**x**'
# '{x} {y}'.format_map({'x': 1, 'y': 2}) -> '1 2'
# '{x}'.format_map({}) !! KeyError 'x'
# '{}'.format_map({}) !! ValueError Format string contains positional fields
# '{0}'.format_map([1]) !! ValueError Format string contains positional fields
# 'a{b'.format(b=1) !! ValueError expected '}' before end of string
# '{0}}'.format(1) !! ValueError Single '}' encountered in format string
# '{0!}'.format(1) !! ValueError unmatched '{' in format spec
# '{0!r:}'.format(1) -> '1'
# '{:}'.format(3) -> '3'
# '{ a }'.format(**{' a ': 2}) -> '2'
# '{0.__class__.__name__}'.format(5) -> 'int'
# '{-1}'.format(1) !! KeyError '-1'
# '{0[-1]}'.format([1, 2]) !! TypeError list indices must be integers or slices, not str
# ord('a') -> 97
# ord('ab') !! TypeError ord() expected a character, but string of length 2 found
# ord('') !! TypeError ord() expected a character, but string of length 0 found
# chr(97) -> 'a'
# chr(-1) !! ValueError chr() arg not in range(0x110000)
# chr(0x110000) !! ValueError chr() arg not in range(0x110000)
# ascii('é中\U0001f600') -> "'\\xe9\\u4e2d\\U0001f600'"
# repr('a\'b') -> '"a\'b"'
# repr('a"b') -> '\'a"b\''
# repr('a\'b"c') -> '\'a\\\'b"c\''
# repr('\x00\x1f\x7f\xa0\u200b\ud800') -> "'\\x00\\x1f\\x7f\\xa0\\u200b\\ud800'"
# str(b'a') -> "b'a'"
# str(b'a', 'utf8') -> 'a'
# str(5, 'utf8') !! TypeError decoding to str: need a bytes-like object, int found
# str('a', 'utf8') !! TypeError decoding str is not supported
# 'é'.encode('ascii') !! UnicodeEncodeError 'ascii' codec can't encode character '\xe9' in position 0: ordinal not in range(128)
# 'é'.encode('latin1') -> b'\xe9'
# 'é'.encode('utf-16') -> b'\xff\xfe\xe9\x00'
# 'é'.encode('x') !! LookupError unknown encoding: x
# 'é'.encode('ascii', 'replace') -> b'?'
# 'é'.encode('ascii', 'xmlcharrefreplace') -> b'&#233;'
# 'é'.encode('ascii', 'backslashreplace') -> b'\\xe9'
# 'é'.encode('ascii', 'ignore') -> b''
# '\ud800'.encode() !! UnicodeEncodeError 'utf-8' codec can't encode character '\ud800' in position 0: surrogates not allowed
# '\ud800'.encode('utf8', 'surrogatepass') -> b'\xed\xa0\x80'
# 'a'.encode(errors='x') -> b'a'
# b'\xff'.decode() !! UnicodeDecodeError 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte
# b'\xff'.decode('utf8', 'replace') -> '�'
# b'\xe4\xb8'.decode('utf8', 'ignore') -> ''
# b'\xff'.decode('latin1') -> 'ÿ'
# b'\xff'.decode('ascii') !! UnicodeDecodeError 'ascii' codec can't decode byte 0xff in position 0: ordinal not in range(128)
# b'\xff\xfea\x00'.decode('utf-16') -> 'a'
# b'abc'.decode('utf-8', errors='backslashreplace') -> 'abc'
# b'\xc3(abc'.decode() !! UnicodeDecodeError 'utf-8' codec can't decode byte 0xc3 in position 0: invalid continuation byte
# b'\x80abc'.decode('utf8','surrogateescape') -> '\udc80abc'
# hash('a') == hash('a') -> True
# 'a' is 'a' -> True
# 'abc'.__contains__('b') -> True
# 'abc'.__getitem__(1) -> 'b'
# 'abc'.__len__() -> 3
# 'abc'.__add__('d') -> 'abcd'
# 'abc'.__mul__(2) -> 'abcabc'
# 'abc'.__eq__('abc') -> True
# 'abc'.__lt__(5) -> NotImplemented
# len('中文é') -> 3
# 'é' == 'e\u0301' -> False
# sorted(['b', 'A', 'a', 'é', 'z']) -> ['A', 'a', 'b', 'z', 'é']
# max('abc') -> 'c'
# list('añ') -> ['a', 'ñ']
# 'abc'.isidentifier() -> True
# 'class'.isidentifier() -> True
# '中'.isalpha() -> True
# '٣'.isdigit() -> True
# int('٣') -> 3
# 'Ⅷ'.isnumeric() -> True
# 'a' 'b' -> 'ab'
# 'aé'.upper().lower() -> 'aé'
# 'ΑΣ'.lower() -> 'ας'
# 'ŉ'.upper() -> 'ʼN'
# 'ǰ'.title() -> 'J̌'
# 'ﬀ'.capitalize() -> 'Ff'
