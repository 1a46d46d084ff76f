# Methods of str and their errors.
def show(f):
    try:
        r = repr(f())
    except BaseException as e:
        r = type(e).__name__ + ': ' + str(e)
    print(r[:300])
show(lambda: ('a'*10**30))
show(lambda: ('a'*1.5))
show(lambda: ('a'+1))
show(lambda: ('abc'.center(10**30)))
show(lambda: ('a'[10**30]))
show(lambda: ('a'[1.0]))
show(lambda: ('a'[3]))
show(lambda: (str(10**5000)))
show(lambda: ('abc' % 5))
show(lambda: ('abc' % {}))
show(lambda: ('abc' % [1]))
show(lambda: ('a'.join([1])))
show(lambda: ('a'.join(5)))
show(lambda: (','.join(['a',1])))
show(lambda: ('a'.split('')))
show(lambda: ('a'.split(1)))
show(lambda: ('a'.find(1)))
show(lambda: ('a'.count(1)))
show(lambda: ('a'.startswith(1)))
show(lambda: ('a'.startswith((1,))))
show(lambda: ('a'.replace(1,2)))
show(lambda: ('a'.center('x')))
show(lambda: ('a'.center(5,'xx')))
show(lambda: ('a'.center(5,5)))
show(lambda: ('a'.strip(5)))
show(lambda: ('a'.partition('')))
show(lambda: ('a'.partition(1)))
show(lambda: ('a'.removeprefix(1)))
show(lambda: ('a'.translate(5)))
show(lambda: ('a'.translate({97:'x'})))
show(lambda: ('a'.translate({97:1.5})))
show(lambda: ('a'.translate({97:0x110000})))
show(lambda: (str.maketrans('a')))
show(lambda: (str.maketrans('ab','c')))
show(lambda: (str.maketrans({'ab':1})))
show(lambda: (str.maketrans(5,'a')))
show(lambda: ('a'.expandtabs('x')))
show(lambda: ('a'.zfill('x')))
show(lambda: ('a'.__mod__(5)))
show(lambda: ('a'.__contains__(5)))
show(lambda: ('a'.__getitem__('x')))
show(lambda: ('a'.upper(1)))
show(lambda: (str.upper(5)))
show(lambda: (str.upper()))
show(lambda: ('x'.__format__(5)))
show(lambda: ('a' * None))
show(lambda: (len(str(10**4299))))
show(lambda: (str(10**4300)))
show(lambda: ('a\nb\r\nc\rd\x0be\x0cf\x1cg\x85h\u2028i'.splitlines(), 'a\n'.splitlines(), '\n'.splitlines(), ''.splitlines(), 'a\r\nb\n'.splitlines(True), 'a\n\nb'.splitlines(keepends=True)))
show(lambda: ('hello'.find('l'), 'hello'.rfind('l'), 'hello'.find('z'), 'hello'.find('l', 3), 'hello'.find('l', -1), 'hello'.find(''), 'hello'.find('', 5), 'hello'.find('', 6), 'hello'.rfind(''), 'hello'.find('lo', None, 4), 'hello'.index('e'), 'hello'.count('l'), 'hello'.count(''), 'aaa'.count('aa'), 'hello'.count('l', 3), 'hello'.find('é'), 'héllo'.find('l'), 'h你l你'.rfind('你'), 'hello'.find('l', -10**30, 10**30), 'abc'.count('', 5), 'abc'.count('', 3)))
show(lambda: ('hello'.startswith('he'), 'hello'.startswith(('x', 'h')), 'hello'.startswith('l', 2), 'hello'.endswith('lo'), 'hello'.endswith('l', 0, 4), 'hello'.startswith(''), 'hello'.startswith('', 6), ''.endswith(''), 'hello'.startswith(()), 'hé'.endswith('é')))
show(lambda: ('  x '.strip(), '  x '.lstrip(), '  x '.rstrip(), 'xxaxx'.strip('x'), 'abcba'.strip('ab'), 'abc'.strip(''), '你a你'.strip('你'), '\u3000x\u2003'.strip(), 'mississippi'.lstrip('mis'), 'x'.strip(None), '  '.strip(), 'abc'.rstrip('bc')))
show(lambda: ('abc'.upper(), 'ABC'.lower(), 'hello world'.title(), 'hello World'.capitalize(), 'Hello'.swapcase(), 'ß'.upper(), 'ﬁ'.upper(), 'ﬁ'.title(), 'ß'.title(), 'ß'.casefold(), 'İ'.lower(), 'ΑΣ'.lower(), 'ΑΣΑ'.lower(), 'Σ'.lower(), "they're bill's".title(), 'ǆ'.title(), 'ǆ'.upper(), 'ŉ'.upper(), 'ΐ'.upper(), 'ᾳ'.upper(), 'ᾳ'.title(), 'ÉÀ'.lower(), 'éà'.upper(), 'éÀ'.swapcase(), 'ﬃx'.capitalize(), 'ꭰ'.upper(), 'ꭰ'.casefold(), '1a'.title(), 'x1y'.title(), 'ÿ'.upper(), 'µ'.upper()))
show(lambda: ('abc'.isalpha(), 'ab1'.isalnum(), '123'.isdigit(), '²'.isdigit(), '²'.isdecimal(), '½'.isnumeric(), '一'.isnumeric(), '٣'.isdecimal(), 'abc'.islower(), 'ABC'.isupper(), 'Abc Def'.istitle(), 'Abc def'.istitle(), ' \t'.isspace(), ''.isspace(), 'abc'.isidentifier(), '1a'.isidentifier(), '变量'.isidentifier(), ''.isidentifier(), 'a\n'.isprintable(), ''.isprintable(), 'é'.isascii(), ''.isascii(), ''.isalpha(), 'A1'.isupper(), '1'.isupper(), 'ⅷ'.islower(), 'ǅ'.istitle(), 'ª'.islower(), 'é́'.isalpha(), '\u00ad'.isprintable(), '_'.isidentifier(), 'def'.isidentifier()))
show(lambda: ('abc'.center(10) + '|', 'abc'.center(9, '*'), 'abc'.center(8, '*'), 'ab'.center(5, '*'), 'ab'.center(7,'*'), 'abc'.center(2), 'abc'.ljust(6, '.'), 'abc'.rjust(6, '.'), '42'.zfill(5), '-42'.zfill(5), '+42'.zfill(5), ''.zfill(3), 'abc'.zfill(2), 'é'.center(5, '你'), '--5'.zfill(6)))
show(lambda: ('a\tb\tc'.expandtabs(), 'a\tb'.expandtabs(4), '\t'.expandtabs(0), 'abc\tde\nf\tg'.expandtabs(5), 'a\tb'.expandtabs(tabsize=2), 'a\tb'.expandtabs(-1)))
show(lambda: ('a-b-c'.partition('-'), 'abc'.partition('-'), 'a-b-c'.rpartition('-'), 'abc'.rpartition('-'), '你好'.partition('好'), 'abc'.partition('abc')))
show(lambda: ('prefix-x'.removeprefix('prefix-'), 'x.txt'.removesuffix('.txt'), 'abc'.removeprefix('x'), 'abc'.removesuffix(''), 'abc'.removeprefix('abc')))
show(lambda: ('hello'[1], 'hello'[-1], 'hello'[1:3], 'hello'[::-1], 'hello'[::2], 'hello'[4:1:-1], 'hello'[10:], 'hello'[-3:-1], 'hello'[:], '你好吗'[1], '你好a'[2], '你好a'[::-1], 'hello'[True], 'hello'[10**30:], 'hello'[:-10**30:-1], 'hello'[1:1], 'abcdef'[-2::-2]))
show(lambda: ('hello'[::0]))
show(lambda: ('hello'['a':]))
show(lambda: ('hello'[5]))
show(lambda: ('hello'[-6]))
show(lambda: ('hello'[None]))
show(lambda: ('a' in 'abc', '' in 'abc', 'z' in 'abc', 'bc' in 'abc', '你' in '你好', 'é' in 'abc'))
show(lambda: (len('你好'), len('\U0001f600'), list('a你'), [c for c in 'héé'], 'abc'.__len__(), max('abc'), sorted('bca'), list(reversed('abc')), tuple('ab')))
show(lambda: (str.upper(5)))
show(lambda: (str.upper()))
show(lambda: (str.__len__(5)))
show(lambda: ('abc'.upper(1)))
show(lambda: ('abc'.split(',', 1, 2)))
show(lambda: ('abc'.find()))
show(lambda: ('abc'.replace('a')))
show(lambda: ('abc'.center()))
show(lambda: ('abc'.join()))
show(lambda: ('x'.join(['a'] * 3), ('ab' * 1000).count('ab'), ('ab' * 1000).replace('a', 'xyz')[:9], ('a ' * 1000).split()[:2], len(('é ' * 1000).split()), ('x' * 600).upper()[:3], ('É' * 600).lower()[:3]))
# expect-output:
# OverflowError: cannot fit 'int' into an index-sized integer
# TypeError: can't multiply sequence by non-int of type 'float'
# TypeError: can only concatenate str (not "int") to str
# OverflowError: Python int too large to convert to C ssize_t
# IndexError: cannot fit 'int' into an index-sized integer
# TypeError: string indices must be integers, not 'float'
# IndexError: string index out of range
# ValueError: Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit
# TypeError: not all arguments converted during string formatting
# 'abc'
# 'abc'
# TypeError: sequence item 0: expected str instance, int found
# TypeError: can only join an iterable
# TypeError: sequence item 1: expected str instance, int found
# ValueError: empty separator
# TypeError: must be str or None, not int
# TypeError: find() argument 1 must be str, not int
# TypeError: count() argument 1 must be str, not int
# TypeError: startswith first arg must be str or a tuple of str, not int
# TypeError: tuple for startswith must only contain str, not int
# TypeError: replace() argument 1 must be str, not int
# TypeError: 'str' object cannot be interpreted as an integer
# TypeError: The fill character must be exactly one character long
# TypeError: The fill character must be a unicode character, not int
# TypeError: strip arg must be None or str
# ValueError: empty separator
# TypeError: must be str, not int
# TypeError: removeprefix() argument must be str, not int
# TypeError: 'int' object is not subscriptable
# 'x'
# TypeError: character mapping must return integer, None or str
# ValueError: character mapping must be in range(0x110000)
# TypeError: if you give only one argument to maketrans it must be a dict
# ValueError: the first two maketrans arguments must have equal length
# ValueError: string keys in translate table must be of length 1
# TypeError: first maketrans argument must be a string if there is a second argument
# TypeError: 'str' object cannot be interpreted as an integer
# TypeError: 'str' object cannot be interpreted as an integer
# TypeError: not all arguments converted during string formatting
# TypeError: 'in <string>' requires string as left operand, not int
# TypeError: string indices must be integers, not 'str'
# TypeError: str.upper() takes no arguments (1 given)
# TypeError: descriptor 'upper' for 'str' objects doesn't apply to a 'int' object
# TypeError: unbound method str.upper() needs an argument
# TypeError: __format__() argument must be str, not int
# TypeError: can't multiply sequence by non-int of type 'NoneType'
# 4300
# ValueError: Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit
# (['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'], ['a'], [''], [], ['a\r\n', 'b\n'], ['a\n', '\n', 'b'])
# (2, 3, -1, 3, -1, 0, 5, -1, 5, -1, 1, 2, 6, 1, 1, -1, 2, 3, 2, 0, 1)
# (True, True, True, True, True, True, False, True, False, True)
# ('x', 'x ', '  x', 'a', 'c', 'abc', 'a', 'x', 'ppi', 'x', '', 'a')
# ('ABC', 'abc', 'Hello World', 'Hello world', 'hELLO', 'SS', 'FI', 'Fi', 'Ss', 'ss', 'i̇', 'ας', 'ασα', 'σ', "They'Re Bill'S", 'ǅ', 'Ǆ', 'ʼN', 'Ϊ́', 'ΑΙ', 'ᾼ', 'éà', 'ÉÀ', 'Éà', 'Ffix', 'Ꭰ', 'Ꭰ', '1A', 'X1Y', 'Ÿ', 'Μ')
# (True, True, True, True, False, True, True, True, True, True, True, False, True, False, True, False, True, False, False, True, False, True, False, True, False, True, True, True, False, False, True, True)
# ('   abc    |', '***abc***', '**abc***', '**ab*', '***ab**', 'abc', 'abc...', '...abc', '00042', '-0042', '+0042', '000', 'abc', '你你é你你', '-000-5')
# ('a       b       c', 'a   b', '', 'abc  de\nf    g', 'a b', 'ab')
# (('a', '-', 'b-c'), ('abc', '', ''), ('a-b', '-', 'c'), ('', '', 'abc'), ('你', '好', ''), ('', 'abc', ''))
# ('x', 'x', 'abc', 'abc', '')
# ('e', 'o', 'el', 'olleh', 'hlo', 'oll', '', 'll', 'hello', '好', 'a', 'a好你', 'e', '', 'olleh', '', 'eca')
# ValueError: slice step cannot be zero
# TypeError: slice indices must be integers or None or have an __index__ method
# IndexError: string index out of range
# IndexError: string index out of range
# TypeError: string indices must be integers, not 'NoneType'
# (True, True, False, True, True, False)
# (2, 1, ['a', '你'], ['h', 'é', 'é'], 3, 'c', ['a', 'b', 'c'], ['c', 'b', 'a'], ('a', 'b'))
# TypeError: descriptor 'upper' for 'str' objects doesn't apply to a 'int' object
# TypeError: unbound method str.upper() needs an argument
# TypeError: descriptor '__len__' requires a 'str' object but received a 'int'
# TypeError: str.upper() takes no arguments (1 given)
# TypeError: split() takes at most 2 arguments (3 given)
# TypeError: find expected at least 1 argument, got 0
# TypeError: replace() takes at least 2 positional arguments (1 given)
# TypeError: center expected at least 1 argument, got 0
# TypeError: str.join() takes exactly one argument (0 given)
# ('axaxa', 1000, 'xyzbxyzbx', ['a', 'a'], 1000, 'XXX', 'ééé')
