s = '  Hello, 世界! Hello  '
print(s.strip(), s.lstrip(), s.rstrip() + '|', s.upper(), s.lower(), s.title(), s.swapcase(), sep='\n')
print(s.find('世'), s.rfind('Hello'), s.index('H'), s.count('l'), s.replace('Hello', '你好', 1), s.split(), s.split(','), 'a,b,,c'.split(','), 'a b c d'.split(None, 2), 'a-b-c'.rsplit('-', 1))
print('abc'.startswith(('x', 'a')), 'abc'.endswith('bc'), 'a=b=c'.partition('='), 'a=b=c'.rpartition('='), '-'.join('abc'), 'x'.isalpha(), '12'.isdigit(), 'a1'.isalnum(), ' '.isspace(), 'Ab'.istitle())
print('line1\nline2\r\nline3'.splitlines(), 'abc'[::-1], 'abc'[-2:], 'abcdef'[1:5:2], 'ab' * 3, 'b' in 'abc', 'abc' < 'abd', len('世界'))
print('hello world'.capitalize(), 'ß'.upper(), 'İ'.lower() == 'i̇', '一二三'.encode('utf-8'), b'\xe4\xb8\x80'.decode(), 'a\tb'.expandtabs(4), 'prefix_x'.removeprefix('prefix_'), 'x.py'.removesuffix('.py'))
table = str.maketrans({'a': '1', 'b': None})
print('aabbc'.translate(table), 'hello'.translate(str.maketrans('el', 'ip')))
print([c for c in 'héllo'], list('中文'.encode('gbk')) if False else '', 'é' == 'é', ascii('é'))
text = '''to be or not to be
that is the question'''
freq = {}
for w in text.split():
    freq[w] = freq.get(w, 0) + 1
for w, n in sorted(freq.items(), key=lambda t: (-t[1], t[0]))[:4]:
    print(f'{w:<10}{n:>3} {"#" * n}')


def caesar(t, k):
    out = []
    for ch in t:
        if ch.isalpha() and ch.isascii():
            base = ord('A') if ch.isupper() else ord('a')
            out.append(chr((ord(ch) - base + k) % 26 + base))
        else:
            out.append(ch)
    return ''.join(out)


def is_palindrome(t):
    t = [c.lower() for c in t if c.isalnum()]
    return t == t[::-1]


def rle(t):
    out, i = [], 0
    while i < len(t):
        j = i
        while j < len(t) and t[j] == t[i]:
            j += 1
        out.append(f'{t[i]}{j - i if j - i > 1 else ""}')
        i = j
    return ''.join(out)


print(caesar('Hello, World! 你好', 3), caesar(caesar('abcxyz', 5), -5))
print(is_palindrome('上海自来水来自海上'), is_palindrome('A man, a plan, a canal: Panama'), rle('aaabccdddd'))
b = bytearray(b'abc')
b[0] = 65
b += b'!'
print(b, bytes(b), b.hex(), bytes.fromhex('4142'), b'a,b'.split(b','), list(b'AB'), bytes([1, 2]), b'x'[0], int.from_bytes(b'\x01\x00', 'big'), (258).to_bytes(2, 'little'))
for f in (lambda: 'abc'.index('z'), lambda: 'a' + 1, lambda: 'abc'[10], lambda: int('x1'), lambda: b'\xff'.decode('utf-8'), lambda: 'é'.encode('ascii'), lambda: ord('ab'), lambda: 'x'.join([1])):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
# expect-output:
# Hello, 世界! Hello
# Hello, 世界! Hello
#   Hello, 世界! Hello|
#   HELLO, 世界! HELLO
#   hello, 世界! hello
#   Hello, 世界! Hello
#   hELLO, 世界! hELLO
# 9 13 2 4   你好, 世界! Hello   ['Hello,', '世界!', 'Hello'] ['  Hello', ' 世界! Hello  '] ['a', 'b', '', 'c'] ['a', 'b', 'c d'] ['a-b', 'c']
# True True ('a', '=', 'b=c') ('a=b', '=', 'c') a-b-c True True True True True
# ['line1', 'line2', 'line3'] cba bc bd ababab True True 2
# Hello world SS True b'\xe4\xb8\x80\xe4\xba\x8c\xe4\xb8\x89' 一 a   b x x
# 11c hippo
# ['h', 'é', 'l', 'l', 'o']  True '\xe9'
# be          2 ##
# to          2 ##
# is          1 #
# not         1 #
# Khoor, Zruog! 你好 abcxyz
# True True a3bc2d4
# bytearray(b'Abc!') b'Abc!' 41626321 b'AB' [b'a', b'b'] [65, 66] b'\x01\x02' 120 256 b'\x02\x01'
# ValueError substring not found
# TypeError can only concatenate str (not "int") to str
# IndexError string index out of range
# ValueError invalid literal for int() with base 10: 'x1'
# UnicodeDecodeError 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte
# UnicodeEncodeError 'ascii' codec can't encode character '\xe9' in position 0: ordinal not in range(128)
# TypeError ord() expected a character, but string of length 2 found
# TypeError sequence item 0: expected str instance, int found
