# str methods with Unicode.
s = 'Hello, Wörld ßtraße İıŞş ǅ ﬁ'
print(s.upper(), s.lower(), s.casefold(), s.title(), s.swapcase(), s.capitalize())
for t in ('abc', 'ABC', 'Ab1', '', ' ', '١٢', '²', '½', 'a b', 'Aa Bb', '_x1', '1x', 'é', '\t', 'ﬁ', 'ªº', '中文'): print(repr(t), t.isalpha(), t.isdigit(), t.isdecimal(), t.isnumeric(), t.isalnum(), t.isupper(), t.islower(), t.istitle(), t.isspace(), t.isidentifier(), t.isprintable(), t.isascii())
print('a,b,,c'.split(','), ' a  b '.split(), 'a,b,c'.rsplit(',', 1), 'a\nb\r\nc\x0bd\u2028e'.splitlines(), 'a\nb\n'.splitlines(True), 'abc'.partition('b'), 'abcbd'.rpartition('b'), 'x'.partition('y'), ''.split(), ''.split(','))
print('abc'.center(8, '*'), 'abc'.ljust(5) + '|', 'abc'.rjust(5), '-5'.zfill(4), '+3'.zfill(1), 'a\tb\tc'.expandtabs(4), 'xxabcxx'.strip('x'), '  a '.lstrip(), 'abc'.removeprefix('a'), 'abc'.removesuffix('c'))
print('banana'.find('an', 2), 'banana'.rfind('an'), 'banana'.count('an'), 'aaaa'.count('aa'), 'banana'.index('n'), 'abc'.count(''), 'banana'.replace('an', 'X', 1), 'abc'.replace('', '-'), 'abc'.startswith(('x', 'a')), 'abc'.endswith('bc', 1))
print('-'.join('abc'), 'abc'[::-1], 'abc'[5:], 'abc'[-2:], 'abcdef'[1:5:2], 'a' * 3, 'b' in 'abc', '' in 'abc', 'abc'.translate({97: 'X', 98: None}), str.maketrans('ab', 'xy', 'c'))
print(repr('a\'b'), repr("a'b"), repr('a\'b"c'), repr('\x00\x7f\xa0\u200b\ud800\U0001f600\n\t\\'), ascii('é中😀'), '\x41\u0042\103')
for bad in ("'abc'.index('z')", "'a'.join([1])", "'abc'[10]", "'abc'['a']", "'a' - 'b'", "'abc'.split('')", "'x'.center(5, 'ab')", "'a'.zfill()", "'abc'.foo", "'a'.join(5)", "'abc'.encode('x')", "'é'.encode('ascii')", "b'\\xff'.decode()", "'a'.startswith(1)", "'a'.replace('a')", "str(b'a', 'q')", "''.join(['a', None])", "'a'.count()", "'abc'.find(1)", "'a' in 1", "1 in 'a'", "'\\ud800'.encode()", "len(5)", "'a'[1.0]", "'é'.encode('latin-1')", "'中'.encode('gbk')" if 0 else "'a'.encode('utf-16')", "'é'.encode('ascii', 'replace')", "'é'.encode('ascii', 'xmlcharrefreplace')", "'é'.encode('ascii', 'backslashreplace')", "b'a\\xffb'.decode('utf-8', 'replace')", "b'a\\xffb'.decode('utf-8', 'ignore')", "b'\\xe4\\xb8'.decode()", "'abc'.expandtabs('x')", "'a'.ljust(3, 'é')", "str.lower(1)", "'ab'.title().swapcase()"):
    try: print(bad, '=', eval(bad))
    except Exception as e: print(bad, type(e).__name__, e)
print(sorted('bAaB'), sorted(['é', 'z', 'a']), max('abc'), 'ß'.upper(), 'ŉ'.upper(), 'ΑΣ'.lower(), 'Σ'.lower(), 'ﬀ'.title(), 'ǆ'.title(), len('😀'), '😀'[0], 'e\u0301' == 'é', hash('a') == hash('a'))
print('%s' % 'a', 'a' 'b', 'a' < 'b', 'abc' > 'abd', 'Z' < 'a', *'xy', sep='|', end='!\n')
print("tab\tq", r'\n', 'multi\
line', '''tri
ple''', b'by\x00', bytes(3), bytes([1, 2]), bytes('é', 'utf-8'))

# expect-output:
# HELLO, WÖRLD SSTRASSE İIŞŞ Ǆ FI hello, wörld ßtraße i̇ışş ǆ ﬁ hello, wörld sstrasse i̇ışş ǆ fi Hello, Wörld Sstraße İışş ǅ Fi hELLO, wÖRLD SSTRASSE i̇IşŞ ǅ FI Hello, wörld ßtraße i̇ışş ǆ ﬁ
# 'abc' True False False False True False True False False True True True
# 'ABC' True False False False True True False False False True True True
# 'Ab1' False False False False True False False True False True True True
# '' False False False False False False False False False False True True
# ' ' False False False False False False False False True False True True
# '١٢' False True True True True False False False False False True False
# '²' False True False True True False False False False False True False
# '½' False False False True True False False False False False True False
# 'a b' False False False False False False True False False False True True
# 'Aa Bb' False False False False False False False True False False True True
# '_x1' False False False False False False True False False True True True
# '1x' False False False False True False True False False False True True
# 'é' True False False False True False True False False True True False
# '\t' False False False False False False False False True False False True
# 'ﬁ' True False False False True False True False False True True False
# 'ªº' True False False False True False True False False True True False
# '中文' True False False False True False False False False True True False
# ['a', 'b', '', 'c'] ['a', 'b'] ['a,b', 'c'] ['a', 'b', 'c', 'd', 'e'] ['a\n', 'b\n'] ('a', 'b', 'c') ('abc', 'b', 'd') ('x', '', '') [] ['']
# **abc*** abc  |   abc -005 +3 a   b   c abc a  bc ab
# 3 3 2 2 2 4 bXana -a-b-c- True True
# a-b-c cba  bc bd aaa True True Xc {97: 120, 98: 121, 99: None}
# "a'b" "a'b" 'a\'b"c' '\x00\x7f\xa0\u200b\ud800😀\n\t\\' '\xe9\u4e2d\U0001f600' ABC
# 'abc'.index('z') ValueError substring not found
# 'a'.join([1]) TypeError sequence item 0: expected str instance, int found
# 'abc'[10] IndexError string index out of range
# 'abc'['a'] TypeError string indices must be integers, not 'str'
# 'a' - 'b' TypeError unsupported operand type(s) for -: 'str' and 'str'
# 'abc'.split('') ValueError empty separator
# 'x'.center(5, 'ab') TypeError The fill character must be exactly one character long
# 'a'.zfill() TypeError str.zfill() takes exactly one argument (0 given)
# 'abc'.foo AttributeError 'str' object has no attribute 'foo'
# 'a'.join(5) TypeError can only join an iterable
# 'abc'.encode('x') LookupError unknown encoding: x
# 'é'.encode('ascii') UnicodeEncodeError 'ascii' codec can't encode character '\xe9' in position 0: ordinal not in range(128)
# b'\xff'.decode() UnicodeDecodeError 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte
# 'a'.startswith(1) TypeError startswith first arg must be str or a tuple of str, not int
# 'a'.replace('a') TypeError replace() takes at least 2 positional arguments (1 given)
# str(b'a', 'q') LookupError unknown encoding: q
# ''.join(['a', None]) TypeError sequence item 1: expected str instance, NoneType found
# 'a'.count() TypeError count expected at least 1 argument, got 0
# 'abc'.find(1) TypeError find() argument 1 must be str, not int
# 'a' in 1 TypeError argument of type 'int' is not iterable
# 1 in 'a' TypeError 'in <string>' requires string as left operand, not int
# '\ud800'.encode() UnicodeEncodeError 'utf-8' codec can't encode character '\ud800' in position 0: surrogates not allowed
# len(5) TypeError object of type 'int' has no len()
# 'a'[1.0] TypeError string indices must be integers, not 'float'
# 'é'.encode('latin-1') = b'\xe9'
# 'a'.encode('utf-16') = b'\xff\xfea\x00'
# 'é'.encode('ascii', 'replace') = b'?'
# 'é'.encode('ascii', 'xmlcharrefreplace') = b'&#233;'
# 'é'.encode('ascii', 'backslashreplace') = b'\\xe9'
# b'a\xffb'.decode('utf-8', 'replace') = a�b
# b'a\xffb'.decode('utf-8', 'ignore') = ab
# b'\xe4\xb8'.decode() UnicodeDecodeError 'utf-8' codec can't decode bytes in position 0-1: unexpected end of data
# 'abc'.expandtabs('x') TypeError 'str' object cannot be interpreted as an integer
# 'a'.ljust(3, 'é') = aéé
# str.lower(1) TypeError descriptor 'lower' for 'str' objects doesn't apply to a 'int' object
# 'ab'.title().swapcase() = aB
# ['A', 'B', 'a', 'b'] ['a', 'z', 'é'] c SS ʼN ας σ Ff ǅ 1 😀 False True
# a|ab|True|False|True|x|y!
# tab	q \n multiline tri
# ple b'by\x00' b'\x00\x00\x00' b'\x01\x02' b'\xc3\xa9'
