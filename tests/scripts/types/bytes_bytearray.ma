# bytes and bytearray: making, methods, items, errors.
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
show(lambda: (b'a'*10**30))
show(lambda: (b'a'+1))
show(lambda: (bytearray(b'a')+1))
show(lambda: (b'a'+'a'))
show(lambda: (b'a'['x']))
show(lambda: (b'a'[3]))
show(lambda: (bytearray(b'a')[3]))
show(lambda: (bytearray(b'a')['x']))
show(lambda: (int(b'zz')))
show(lambda: (float(b'x')))
show(lambda: ((5).to_bytes(1,'x')))
show(lambda: ((500).to_bytes(1,'big')))
show(lambda: ((-5).to_bytes(1,'big')))
show(lambda: ((5).to_bytes(-1,'big')))
show(lambda: (int.from_bytes('a','big')))
show(lambda: (int.from_bytes([300],'big')))
show(lambda: ('a'.index('b')))
show(lambda: ('a'.rindex('b')))
show(lambda: ('a'.replace('a','b',1.5)))
show(lambda: (str(b'a')))
show(lambda: (bytes(5)))
show(lambda: (bytes(-1)))
show(lambda: (bytes('a')))
show(lambda: (bytes([256])))
show(lambda: (bytes(['a'])))
show(lambda: (bytes(1.5)))
show(lambda: (bytes(10**30)))
show(lambda: (bytes(None)))
show(lambda: (bytearray('a')))
show(lambda: (bytearray(b'a').pop(5)))
show(lambda: (bytearray().pop()))
show(lambda: (bytearray(b'a').remove(5)))
show(lambda: (bytearray(b'abc').index(b'x')))
show(lambda: (b'abc'.index(300)))
show(lambda: (b'abc'.find('a')))
show(lambda: (b'abc'.split('a')))
show(lambda: (b'abc'.split(b'')))
show(lambda: (b'abc'.join(['a'])))
show(lambda: (b'abc'.join(5)))
show(lambda: (b'a'.replace('a',b'b')))
show(lambda: (b'a'.startswith('a')))
show(lambda: (b'a'.startswith((1,))))
show(lambda: (b'a'.strip('a')))
show(lambda: (b'a'.center(5,'x')))
show(lambda: (b'a'.hex(':')))
show(lambda: (b'abcdef'.hex(':',2)))
show(lambda: (b'abcdef'.hex(':',-4)))
show(lambda: (b'abc'.hex('ab')))
show(lambda: (bytes.fromhex('zz')))
show(lambda: (bytes.fromhex('a')))
show(lambda: (bytes.fromhex(' 0a 0b')))
show(lambda: (bytes.fromhex(5)))
show(lambda: (b'a'.translate(b'x')))
show(lambda: ('a' in b'a'))
show(lambda: (300 in b'a'))
show(lambda: (b'a'.partition('a')))
show(lambda: (b'a'.partition(b'')))
show(lambda: (b'a' < 'a'))
show(lambda: (b'a'.removeprefix('a')))
show(lambda: (int('a','b')))
show(lambda: (b'abc'.fromhex('00')))
show(lambda: (bytearray(b'abc')[0:2]))
show(lambda: (int.from_bytes(b'\x01\x00')))
show(lambda: (int.from_bytes(b'\xff', signed=True)))
show(lambda: ((1000).to_bytes(2)))
show(lambda: ((0).to_bytes()))
show(lambda: (int(b'12'), int(bytearray(b'12')), int('\u00a012')))
show(lambda: ((1024).to_bytes(2, 'big'), (1024).to_bytes(10, 'little'), (-1).to_bytes(2, 'big', signed=True), (2**70).to_bytes(9, 'big')))
show(lambda: (int.from_bytes(b'\x00\x10', 'big'), int.from_bytes(b'\x00\x10', byteorder='little'), int.from_bytes(b'\xfc\x00', 'big', signed=True), int.from_bytes([255, 0, 0], 'big'), int.from_bytes(b'', 'big')))
show(lambda: ((128).to_bytes(1, 'big', signed=True)))
show(lambda: ('hello world'.split(), '  a  b '.split(), 'a,b,,c'.split(','), 'a,b,c'.split(',', 1), ' a b c '.split(None, 1), ''.split(), ''.split(','), 'aXXbXXc'.split('XX'), 'abc'.split('abc'), ' a b '.split(' '), 'a b c'.split(maxsplit=1), 'a b'.split(sep=None), 'a\u2003b\x1cc'.split()))
show(lambda: ('a,b,c'.rsplit(',', 1), ' a b c '.rsplit(None, 1), 'aXXbXXc'.rsplit('XX', 1), 'a b c'.rsplit(), 'abc'.rsplit(','), 'a,b'.rsplit(',', 0), ' a b '.split(None, 0), ' a b '.rsplit(None, 0)))
show(lambda: ('hello'.replace('l', 'L'), 'hello'.replace('l', 'L', 1), 'hello'.replace('', '-'), 'hello'.replace('', '-', 3), 'hello'.replace('l', ''), 'hello'.replace('x', 'y'), 'aaa'.replace('aa', 'b'), ''.replace('', 'x'), ''.replace('a', 'x'), 'hello'.replace('l', '你'), 'a你a'.replace('你', 'b'), 'aaa'.replace('a', 'b', -1), 'aaa'.replace('a','b',0), 'abc'.replace('b', 'x', count=1)))
show(lambda: (','.join(['a', 'b']), ''.join(()), ','.join('abc'), ','.join({'a': 1}), '你'.join(['a', 'b']), ','.join(str(i) for i in range(5)), ','.join([]), 'x'.join(['only'])))
show(lambda: ('abc'.translate({97: 'X', 98: None, 99: 100}), 'abc'.translate(str.maketrans('ab', 'xy')), 'abc'.translate(str.maketrans('ab', 'xy', 'c')), 'abc'.translate(str.maketrans({'a': '1', 98: 2})), str.maketrans('a', 'b'), 'abc'.translate(['x'] * 98), str.maketrans({'a': None})))
show(lambda: ('a' < 'b', 'a' < 'A', 'abc' < 'abd', 'ab' < 'abc', 'é' > 'z', 'a' == 'a', 'a' != 'b', '你' > 'é', 'a' <= 'a', '' < 'a', '\U0001f600' > '\uffff'))
show(lambda: ('a' == 1, 'a' != 1, 'a' == b'a', 1 == '1', None == 0, [] == (), 'a' is None))
show(lambda: (b'abc'[0], b'abc'[-1], b'abc'[1:], b'abc'[::-1], bytearray(b'abc')[1:], list(b'ab'), len(b'abc'), 97 in b'abc', b'bc' in b'abc', b'a' + b'b', b'a' * 3, 2 * b'ab', b'a' + bytearray(b'b'), bytearray(b'a') + b'b', b'a' < b'b', b'a' == bytearray(b'a'), b'a' == 'a', b'abc' <= b'abd', [x for x in bytearray(b'ab')]))
show(lambda: (b'abc'.hex(), b'abc'.hex('-'), b'abcd'.hex(':', 2), b'abcde'.hex(':', 2), b'abcde'.hex(':', -2), bytes.fromhex('61 62'), bytearray.fromhex('6162'), b'abc'.hex(b'_'), bytearray(b'a').hex(), b''.hex(':'), b'abc'.hex(sep=':', bytes_per_sep=0)))
show(lambda: (b'a b c'.split(), b'a,b'.split(b','), b'a,b,c'.rsplit(b',', 1), b' a b '.split(None, 1), b' a b '.rsplit(None, 1), b'a\nb\r\nc'.splitlines(), b'a\nb'.splitlines(True), b'a-b'.partition(b'-'), b'a-b-c'.rpartition(b'-'), b'ab'.partition(b'x'), b'ab'.rpartition(b'x'), b','.join([b'a', bytearray(b'b')]), bytearray(b',').join([b'a', b'b'])))
show(lambda: (b'hello'.find(b'l'), b'hello'.find(108), b'hello'.rfind(b'l'), b'hello'.index(b'e'), b'hello'.count(b'l'), b'hello'.count(b''), b'hello'.find(b'', 6), b'hello'.replace(b'l', b'L'), b'hello'.replace(b'l', b'', 1), b'abc'.replace(b'', b'-'), b'hello'.startswith(b'he'), b'hello'.endswith((b'x', b'o')), b'  x '.strip(), b'xax'.strip(b'x'), b'ABC'.lower(), b'abc'.upper(), b'hello world'.title(), b'hELLO'.capitalize(), b'aB'.swapcase(), b'ab'.center(6, b'*'), b'ab'.ljust(4) , b'ab'.rjust(4), b'-5'.zfill(4), b'a\tb'.expandtabs(4), b'abc'.removeprefix(b'a'), b'abc'.removesuffix(b'c'), b'abc'.isalpha(), b'123'.isdigit(), b'Ab Cd'.istitle(), b'abc'.translate(bytes.maketrans(b'a', b'x')), b'abc'.translate(None, b'b'), b'abc'.islower(), b'AB'.isupper(), b' '.isspace(), b'a1'.isalnum(), b'\xff'.isascii()))
show(lambda: (hash(b'abc') == hash(bytearray(b'abc'))))
show(lambda: (hash(b'a') == hash(b'a'), {b'a': 1}[b'a'], b'a' in {b'a'}))
show(lambda: (stmts("b = bytearray(b'abcdef'); b[::2] = b'xy'")))
show(lambda: (stmts("b = bytearray(b'abc'); b[0] = 256")))
show(lambda: (stmts("b = bytearray(b'abc'); b[0] = 'a'")))
show(lambda: (stmts("b = bytearray(b'abc'); b[5] = 1")))
show(lambda: (stmts("b = bytearray(b'abc'); b[0:1] = 5")))
show(lambda: (stmts("b = bytearray(b'abc'); b[0:1] = 'x'")))
show(lambda: (stmts("b = bytearray(b'abc'); b.extend('x')")))
show(lambda: (stmts("b = bytearray(b'abc'); b.extend(5)")))
show(lambda: (stmts("b = bytearray(b'abc'); b.extend([300])")))
show(lambda: (stmts("b = bytearray(b'abcdefgh'); del b[::-3]; r = b")))
show(lambda: (stmts("b = bytearray(b'abcdefgh'); del b[6:1:-2]; r = b")))
show(lambda: (stmts("s = 'a'; s += 'b'; s *= 3; r = s")))
show(lambda: (str.upper('abc'), str.join(',', 'ab'), int.__add__(1, 2), float.__mul__(2.0, 3), str.__len__('abc'), int.__add__(1, 'a'), float.__add__(1.0, 2), int.__eq__(1, 1.0), bytes.__len__(b'abc'), str.__eq__('a', 1), (1).__lt__(2), (1.5).__eq__(1), 'a'.__add__('b'), 'a'.__lt__('b'), (5).__neg__(), (5).__bool__(), (5).__hash__(), 'a'.__str__(), (5).__str__(), (5).__repr__(), (5).__format__('>3'), (5).__divmod__(3), (5).__rdivmod__(13), (5).__rsub__(10), (2).__rpow__(3), (5).__rtruediv__(1), (5).__floordiv__(2), (5).__and__(3), (5).__lshift__(1), (5).__invert__(), True.__and__(False), (5).__float__(), (1.7).__int__(), (5).__index__(), (5).__round__(), (5).__abs__(), (2.5).__round__(), (5).__ceil__()))
show(lambda: (int.__new__(int, '5'), str.__new__(str, 5), float.__new__(float, '1.5'), bytes.__new__(bytes, b'a')))
show(lambda: (int.from_bytes(b'a', 'big'), N.from_bytes(b'\x05', 'big'), type(N.from_bytes(b'\x05', 'big')), float.fromhex('1p3')))
show(lambda: ((5).to_bytes(1, 'big', True)))
show(lambda: (bytes(1, 2, 3, 4)))
show(lambda: (bool(), bool(1), bool([]), bool('x'), bool(nan), int(), float(), str(), bytes()))
show(lambda: (isinstance(True, int), issubclass(bool, int), type(True), type(1), type(1.5), type('a'), type(10**30), int, str, float, bytes, bytearray, bool))
show(lambda: (str(10**30), str(-10**30), repr(10**30), str(1.5), str(True), str(None), str(b'a'), repr(0.1)))
show(lambda: (sum([0.1] * 10), sum([1, 2.5, 10**20]), max(1, 2.5), min('b', 'a'), sorted([3, 1.5, True, 10**20])))
show(lambda: ('ab' 'cd', r'\n', b'\x41', '\u4f60', "\x41"))
# expect-output:
# OverflowError: cannot fit 'int' into an index-sized integer
# TypeError: can't concat int to bytes
# TypeError: can't concat int to bytearray
# TypeError: can't concat str to bytes
# TypeError: byte indices must be integers or slices, not str
# IndexError: index out of range
# IndexError: bytearray index out of range
# TypeError: bytearray indices must be integers or slices, not str
# ValueError: invalid literal for int() with base 10: b'zz'
# ValueError: could not convert string to float: b'x'
# ValueError: byteorder must be either 'little' or 'big'
# OverflowError: int too big to convert
# OverflowError: can't convert negative int to unsigned
# ValueError: length argument must be non-negative
# TypeError: cannot convert 'str' object to bytes
# ValueError: bytes must be in range(0, 256)
# ValueError: substring not found
# ValueError: substring not found
# TypeError: 'float' object cannot be interpreted as an integer
# "b'a'"
# b'\x00\x00\x00\x00\x00'
# ValueError: negative count
# TypeError: string argument without an encoding
# ValueError: bytes must be in range(0, 256)
# TypeError: 'str' object cannot be interpreted as an integer
# TypeError: cannot convert 'float' object to bytes
# OverflowError: cannot fit 'int' into an index-sized integer
# TypeError: cannot convert 'NoneType' object to bytes
# TypeError: string argument without an encoding
# IndexError: pop index out of range
# IndexError: pop from empty bytearray
# ValueError: value not found in bytearray
# ValueError: subsection not found
# ValueError: byte must be in range(0, 256)
# TypeError: argument should be integer or bytes-like object, not 'str'
# TypeError: a bytes-like object is required, not 'str'
# ValueError: empty separator
# TypeError: sequence item 0: expected a bytes-like object, str found
# TypeError: can only join an iterable
# TypeError: a bytes-like object is required, not 'str'
# TypeError: startswith first arg must be bytes or a tuple of bytes, not str
# TypeError: a bytes-like object is required, not 'int'
# TypeError: a bytes-like object is required, not 'str'
# TypeError: center() argument 2 must be a byte string of length 1, not str
# '61'
# '6162:6364:6566'
# '61626364:6566'
# ValueError: sep must be length 1.
# ValueError: non-hexadecimal number found in fromhex() arg at position 0
# ValueError: non-hexadecimal number found in fromhex() arg at position 1
# b'\n\x0b'
# TypeError: fromhex() argument must be str, not int
# ValueError: translation table must be 256 characters long
# TypeError: a bytes-like object is required, not 'str'
# ValueError: byte must be in range(0, 256)
# TypeError: a bytes-like object is required, not 'str'
# ValueError: empty separator
# TypeError: '<' not supported between instances of 'bytes' and 'str'
# TypeError: a bytes-like object is required, not 'str'
# TypeError: 'str' object cannot be interpreted as an integer
# b'\x00'
# bytearray(b'ab')
# 256
# -1
# b'\x03\xe8'
# b'\x00'
# (12, 12, 12)
# (b'\x04\x00', b'\x00\x04\x00\x00\x00\x00\x00\x00\x00\x00', b'\xff\xff', b'@\x00\x00\x00\x00\x00\x00\x00\x00')
# (16, 4096, -1024, 16711680, 0)
# OverflowError: int too big to convert
# (['hello', 'world'], ['a', 'b'], ['a', 'b', '', 'c'], ['a', 'b,c'], ['a', 'b c '], [], [''], ['a', 'b', 'c'], ['', ''], ['', 'a', 'b', ''], ['a', 'b c'], ['a', 'b'], ['a', 'b', 'c'])
# (['a,b', 'c'], [' a b', 'c'], ['aXXb', 'c'], ['a', 'b', 'c'], ['abc'], ['a,b'], ['a b '], [' a b'])
# ('heLLo', 'heLlo', '-h-e-l-l-o-', '-h-e-llo', 'heo', 'hello', 'ba', 'x', '', 'he你你o', 'aba', 'bbb', 'aaa', 'axc')
# ('a,b', '', 'a,b,c', 'a', 'a你b', '0,1,2,3,4', '', 'only')
# ('Xd', 'xyc', 'xy', '1\x02c', {97: 98}, 'xbc', {97: None})
# (True, False, True, True, True, True, True, True, True, True, True)
# (False, True, False, False, False, False, False)
# (97, 99, b'bc', b'cba', bytearray(b'bc'), [97, 98], 3, True, True, b'ab', b'aaa', b'abab', b'ab', bytearray(b'ab'), True, True, False, True, [97, 98])
# ('616263', '61-62-63', '6162:6364', '61:6263:6465', '6162:6364:65', b'ab', bytearray(b'ab'), '61_62_63', '61', '', '616263')
# ([b'a', b'b', b'c'], [b'a', b'b'], [b'a,b', b'c'], [b'a', b'b '], [b' a', b'b'], [b'a', b'b', b'c'], [b'a\n', b'b'], (b'a', b'-', b'b'), (b'a-b', b'-', b'c'), (b'ab', b'', b''), (b'', b'', b'ab'), b'a,b', bytearray(b'a,b'))
# (2, 2, 3, 1, 2, 6, -1, b'heLLo', b'helo', b'-a-b-c-', True, True, b'x', b'a', b'abc', b'ABC', b'Hello World', b'Hello', b'Ab', b'**ab**', b'ab  ', b'  ab', b'-005', b'a   b', b'bc', b'ab', True, True, True, b'xbc', b'ac', True, True, True, True, False)
# TypeError: unhashable type: 'bytearray'
# (True, 1, True)
# ValueError: attempt to assign bytes of size 2 to extended slice of size 3
# ValueError: byte must be in range(0, 256)
# TypeError: 'str' object cannot be interpreted as an integer
# IndexError: bytearray index out of range
# TypeError: can assign only bytes, buffers, or iterables of ints in range(0, 256)
# TypeError: can assign only bytes, buffers, or iterables of ints in range(0, 256)
# TypeError: expected iterable of integers; got: 'str'
# TypeError: can't extend bytearray with int
# ValueError: byte must be in range(0, 256)
# bytearray(b'acdfg')
# bytearray(b'abdfh')
# 'ababab'
# ('ABC', 'a,b', 3, 6.0, 3, NotImplemented, 3.0, NotImplemented, 3, NotImplemented, True, False, 'ab', True, -5, True, 5, 'a', '5', '5', '  5', (1, 2), (2, 3), 5, 9, 0.2, 2, 1, 10, -6, False, 5.0, 1, 5, 5, 5, 2, 5)
# (5, '5', 1.5, b'a')
# NameError: name 'N' is not defined
# TypeError: to_bytes() takes at most 2 positional arguments (3 given)
# TypeError: bytes() takes at most 3 arguments (4 given)
# (False, True, False, True, True, 0, 0.0, '', b'')
# (True, True, <class 'bool'>, <class 'int'>, <class 'float'>, <class 'str'>, <class 'int'>, <class 'int'>, <class 'str'>, <class 'float'>, <class 'bytes'>, <class 'bytearray'>, <class 'bool'>)
# ('1000000000000000000000000000000', '-1000000000000000000000000000000', '1000000000000000000000000000000', '1.5', 'True', 'None', "b'a'", '0.1')
# (1.0, 1e+20, 2.5, 'a', [True, 1.5, 3, 100000000000000000000])
# ('abcd', '\\n', b'A', '你', 'A')
