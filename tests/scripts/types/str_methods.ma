# The methods of str.
s = 'Hello, World'
print(s.upper(), s.lower(), s.swapcase(), s.title(), s.capitalize(), 'ß'.upper(), 'ǅ'.lower(), 'STRASSE'.casefold())
print(s.find('o'), s.rfind('o'), s.find('z'), s.index('W'), s.count('l'), s.replace('l', 'L', 2), s.startswith(('He', 'x')), s.endswith('ld', 5), 'aaa'.count(''), 'aXbX'.replace('', '-'))
print('a,b,,c'.split(','), ' a  b '.split(), 'a b c'.split(' ', 1), 'a b c'.rsplit(None, 1), 'a\nb\r\nc\x0bd'.splitlines(), 'a\n'.splitlines(True), ''.split(), ''.split(','), 'abc'.partition('b'), 'abc'.rpartition('z'))
print('-'.join(['a', 'b']), '  x '.strip(), 'xxaxx'.strip('x'), 'abcba'.lstrip('ab'), 'a\t'.rstrip(), 'prefix-x'.removeprefix('prefix-'), 'x.py'.removesuffix('.py'))
print('a'.center(5, '*'), 'a'.ljust(3) + '|', 'a'.rjust(3), '-5'.zfill(5), 'ab'.zfill(1), 'a\tb'.expandtabs(4), 'ab'.center(5))
print('abc'.isalpha(), '12'.isdigit(), '½'.isnumeric(), '²'.isdigit(), '²'.isdecimal(), 'a1'.isalnum(), ' '.isspace(), 'Ab'.istitle(), 'a_1'.isidentifier(), '1a'.isidentifier(), 'AB'.isupper(), ''.isalpha(), '\n'.isprintable(), 'é'.isascii(), 'ab'.islower())
print('hello'.translate({ord('l'): 'L', ord('h'): None}), 'abc'.translate(str.maketrans('ab', 'xy', 'c')), 'abc'.encode(), 'é'.encode('latin-1'), 'é'.encode('ascii', 'replace'), 'x' < 'y', 'a' * 3, 'bc' in 'abcd')
for f in (lambda: 'a'.index('z'), lambda: 'a'.split(''), lambda: ','.join([1]), lambda: 'é'.encode('ascii'), lambda: 'a'.center(5, 'xx'), lambda: 'abc'.nope, lambda: 'a' + b'b', lambda: 'a'.encode('nope'), lambda: 'a'.rindex('b'), lambda: 'a'.partition('')):
    try:
        f()
    except (ValueError, TypeError, AttributeError, LookupError) as e:
        print(type(e).__name__, e)
# expect-output:
# HELLO, WORLD hello, world hELLO, wORLD Hello, World Hello, world SS ǆ strasse
# 4 8 -1 7 3 HeLLo, World True True 4 -a-X-b-X-
# ['a', 'b', '', 'c'] ['a', 'b'] ['a', 'b c'] ['a b', 'c'] ['a', 'b', 'c', 'd'] ['a\n'] [] [''] ('a', 'b', 'c') ('', '', 'abc')
# a-b x a cba a x x
# **a** a  |   a -0005 ab a   b   ab
# True True True True False True True True True False True False False False True
# eLLo xy b'abc' b'\xe9' b'?' True aaa True
# ValueError substring not found
# ValueError empty separator
# TypeError sequence item 0: expected str instance, int found
# UnicodeEncodeError 'ascii' codec can't encode character '\xe9' in position 0: ordinal not in range(128)
# TypeError The fill character must be exactly one character long
# AttributeError 'str' object has no attribute 'nope'
# TypeError can only concatenate str (not "bytes") to str
# LookupError unknown encoding: nope
# ValueError substring not found
# ValueError empty separator
