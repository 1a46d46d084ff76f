# Many small checks; CPython prints the same.
def t(f, *a, **k):
    try: print(repr(f(*a, **k)))
    except BaseException as e: print(type(e).__name__, e)
import re
for e in r'''re.match(r'a+', 'aab')|re.match('b', 'ab')|re.search('b', 'ab').span()|re.findall(r'\d+', 'a1b22')|re.findall(r'(\w)(\d)', 'a1b2')|re.findall('', 'ab')|re.sub(r'\d', '#', 'a1b2')|re.sub(r'(\w)(\d)', r'\2\1', 'a1b2')|re.sub('a', lambda m: m[0].upper() + str(m.start()), 'banana')|re.subn('a', 'x', 'aaa', 2)|re.split(r'[,;]\s*', 'a, b;c')|re.split('(,)', 'a,b')|re.split(',', 'a,b,c', maxsplit=1)|re.split('', 'abc')|re.fullmatch('a', 'ab')|re.fullmatch('ab?', 'a')|[m.group() for m in re.finditer('a.', 'abacad')]|re.escape('a.b*c d-é')|re.compile('a', re.I)|re.compile('a|b', re.I | re.M)|re.compile(b'a')|re.I|re.I | re.M|re.compile('(?P<n>a)(b)?').match('a').groupdict()|re.compile('(?P<n>a)(b)?').match('a').groups()|re.compile('(a)(b)?').match('a').groups('-')|re.match('(a)(b)?', 'a').group(1, 2)|re.match('(a)', 'a').group(3)|re.match('(?P<x>a)', 'a')['x']|re.match('(?P<x>a)', 'a')['y']|re.match('(a)|b', 'b').start(1)|re.match('(a)(b)', 'ab').lastindex|re.match('(?P<z>a)', 'a').lastgroup|re.match('a', 'abc').string|re.match('a', 'a').re|re.match('(.)(.)', 'ab').expand(r'\2-\1')|re.match('(.)', 'ab').regs|re.compile('(a)(?P<n>b)').groupindex|re.compile('(a)(b)').groups|re.compile('a').pattern|re.compile('a').flags|re.compile(b'a').flags|re.match('a', b'a')|re.match(b'a', 'a')|re.search('(?i)ABC', 'xabc')|re.search('a.c', 'a\nc', re.S)|re.findall('^a', 'a\na', re.M)|re.findall(r'\bfoo\b', 'foo food foo')|re.sub(r'(?<=a)b', 'X', 'ab cb')|re.sub(r'(?<!a)b', 'X', 'ab cb')|re.findall('a(?=b)', 'abac')|re.findall('a(?!b)', 'abac')|re.match(r'(a)\1', 'aa')|re.match(r'(?P<q>a)(?P=q)', 'aa')|re.findall('a{2,3}', 'aaaaa')|re.findall('a{2,3}?', 'aaaaa')|re.findall('a*?', 'aa')|re.findall('<.*?>', '<a><b>')|re.findall(r'[^\w\s]', 'a.b c!')|re.findall('[a-c]', 'abcd')|re.findall(r'[\]\-]', 'a]-')|re.findall(r'\w+', 'héllo wörld 中文')|re.findall(r'\w+', 'héllo', re.A)|re.sub('(?x) a b # c', 'X', 'ab')|re.sub(r'\s+', ' ', ' a \n b ')|re.compile('(')|re.compile('a)')|re.compile('[a')|re.compile('*a')|re.compile('a**')|re.compile('a{2,1}')|re.compile('(?P<1a>x)')|re.compile(r'\1')|re.compile('(?P<a>x)(?P<a>y)')|re.compile('[z-a]')|re.compile('(?z)')|re.compile('\\')|re.compile('(?<=a+)b')|re.compile('(?P=x)')|re.sub('a', r'\1', 'a')|re.sub('a', r'\g<x>', 'a')|re.sub('(?P<x>a)', r'[\g<x>\g<0>\g<1>]', 'a')|re.sub('a', '\\n', 'a')|re.sub('a', r'\q', 'a')|re.compile(5)|re.match('a', 5)|re.sub('a', 5, 'a')|re.findall('(a)|(b)', 'ab')|re.split('(a)|b', 'xaybz')|re.match('(?:a|b)+', 'abab').group()|re.match('(?>a+)b', 'aab')|re.match('a++b', 'aab')|re.search(r'(\d+)-(?P<y>\d{4})', 'on 12-2024').groupdict()|re.sub('x*', '-', 'abxd')|re.sub('b|(?=c)', '-', 'abc')|re.findall(r'(?m)^(\w+):\s*(.*)$', 'a: 1\nb: 2')|re.purge()|re.template if 0 else 0|re.compile('a').search('ba', 1).pos|re.compile('a').match('ba', 1)|re.compile('^a').match('ba', 1)|re.compile('a$').search('ab', 0, 1)|re.compile('a').fullmatch('xax', 1, 2)|re.compile('a').findall('aaa', 1)|re.match('a', 'a') == re.match('a', 'a')|re.compile('a') == re.compile('a')|bool(re.match('a', 'a'))|re.error|re.PatternError|re.findall(r'\$(\d+\.\d{2})', '$5.00 $12.99')|re.match(r'(?P<y>\d{4})-(?P<m>\d\d)', '2024-05').groupdict()|re.sub(r'(?P<a>\w+) (?P<b>\w+)', r'\g<b> \g<a>', 'hello world')|re.compile(r'(\d+)').sub(lambda m: str(int(m[1]) * 2), 'a1 b22')|re.match('.*', 'a\nb').group()|re.findall('.', 'a\nb')|re.match(r'^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$', '192.168.1.1') is not None|re.findall(r'"([^"\\]*(?:\\.[^"\\]*)*)"', r'"a\"b" "c"')|re.search(r'(a+)+$', 'a' * 20 + 'b')|re.compile('é', re.A)|re.match('É', 'é', re.I)|re.findall('(?s:.)', 'a\n')|re.findall('(?-i:a)', 'aA', re.I)|re.match('(a(b(c)))', 'abc').groups()|re.match(r'\d{3,}', '12')|re.match(r'\Aab\Z', 'ab')|re.match('(?(1)a|b)', 'b')|re.match('(a)?(?(1)b|c)', 'ab')|re.split(r'\W+', 'Words, words, words.')|re.split(r'(\W+)', 'a, b.')|re.fullmatch(r'[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[a-z]{2,}', 'me@x.org')|re.match('a', 'a').endpos|re.sub('', '-', 'abc')|re.sub('a', 'b', 'aaa', count=1)|re.RegexFlag.I|re.NOFLAG|list(re.RegexFlag)[:3]|re.match(r'\u0041\x42\t', 'AB\t')|re.compile('(?i)a').flags|re.compile('a(?i)b')'''.split('|') if 0 else []: pass
import sys
exprs = [l for l in open(__file__).read().split("r'''")[1].split("'''.split")[0].split('|')]
# join the pieces that belong together
out = []; buf = ''
for piece in exprs:
    piece = piece.lstrip()
    buf = buf + '|' + piece if buf else piece
    try: compile(buf, 'x', 'eval')
    except SyntaxError: continue
    out.append(buf); buf = ''
print(len(out), buf)
for e in out: t(lambda: (e, eval(e)))
try: re.compile('a\n(b')
except re.error as e: print(e.msg, e.pos, e.lineno, e.colno, e.pattern)
tok = re.compile(r'(?P<NUM>\d+(\.\d*)?)|(?P<OP>[-+*/()])|(?P<WS>\s+)|(?P<BAD>.)')
print([(m.lastgroup, m.group()) for m in tok.finditer('3 + 4.5*(x)')])
print(re.Scanner([(r'\d+', lambda s, t: int(t)), (r'\w+', lambda s, t: t), (r'\s+', None)]).scan('12 ab !')) if hasattr(re, 'Scanner') else None
# expect-output:
# 140 
# ("re.match(r'a+', 'aab')", <re.Match object; span=(0, 2), match='aa'>)
# ("re.match('b', 'ab')", None)
# ("re.search('b', 'ab').span()", (1, 2))
# ("re.findall(r'\\d+', 'a1b22')", ['1', '22'])
# ("re.findall(r'(\\w)(\\d)', 'a1b2')", [('a', '1'), ('b', '2')])
# ("re.findall('', 'ab')", ['', '', ''])
# ("re.sub(r'\\d', '#', 'a1b2')", 'a#b#')
# ("re.sub(r'(\\w)(\\d)', r'\\2\\1', 'a1b2')", '1a2b')
# ("re.sub('a', lambda m: m[0].upper() + str(m.start()), 'banana')", 'bA1nA3nA5')
# ("re.subn('a', 'x', 'aaa', 2)", ('xxa', 2))
# ("re.split(r'[,;]\\s*', 'a, b;c')", ['a', 'b', 'c'])
# ("re.split('(,)', 'a,b')", ['a', ',', 'b'])
# ("re.split(',', 'a,b,c', maxsplit=1)", ['a', 'b,c'])
# ("re.split('', 'abc')", ['', 'a', 'b', 'c', ''])
# ("re.fullmatch('a', 'ab')", None)
# ("re.fullmatch('ab?', 'a')", <re.Match object; span=(0, 1), match='a'>)
# ("[m.group() for m in re.finditer('a.', 'abacad')]", ['ab', 'ac', 'ad'])
# ("re.escape('a.b*c d-é')", 'a\\.b\\*c\\ d\\-é')
# ("re.compile('a', re.I)", re.compile('a', re.IGNORECASE))
# ("re.compile('a|b', re.I |re.M)", re.compile('a|b', re.IGNORECASE|re.MULTILINE))
# ("re.compile(b'a')", re.compile(b'a'))
# ('re.I', re.IGNORECASE)
# ('re.I ', re.IGNORECASE)
# ('re.M', re.MULTILINE)
# ("re.compile('(?P<n>a)(b)?').match('a').groupdict()", {'n': 'a'})
# ("re.compile('(?P<n>a)(b)?').match('a').groups()", ('a', None))
# ("re.compile('(a)(b)?').match('a').groups('-')", ('a', '-'))
# ("re.match('(a)(b)?', 'a').group(1, 2)", ('a', None))
# IndexError no such group
# ("re.match('(?P<x>a)', 'a')['x']", 'a')
# IndexError no such group
# ("re.match('(a)|b', 'b').start(1)", -1)
# ("re.match('(a)(b)', 'ab').lastindex", 2)
# ("re.match('(?P<z>a)', 'a').lastgroup", 'z')
# ("re.match('a', 'abc').string", 'abc')
# ("re.match('a', 'a').re", re.compile('a'))
# ("re.match('(.)(.)', 'ab').expand(r'\\2-\\1')", 'b-a')
# ("re.match('(.)', 'ab').regs", ((0, 1), (0, 1)))
# ("re.compile('(a)(?P<n>b)').groupindex", mappingproxy({'n': 2}))
# ("re.compile('(a)(b)').groups", 2)
# ("re.compile('a').pattern", 'a')
# ("re.compile('a').flags", 32)
# ("re.compile(b'a').flags", 0)
# TypeError cannot use a string pattern on a bytes-like object
# TypeError cannot use a bytes pattern on a string-like object
# ("re.search('(?i)ABC', 'xabc')", <re.Match object; span=(1, 4), match='abc'>)
# ("re.search('a.c', 'a\\nc', re.S)", <re.Match object; span=(0, 3), match='a\nc'>)
# ("re.findall('^a', 'a\\na', re.M)", ['a', 'a'])
# ("re.findall(r'\\bfoo\\b', 'foo food foo')", ['foo', 'foo'])
# ("re.sub(r'(?<=a)b', 'X', 'ab cb')", 'aX cb')
# ("re.sub(r'(?<!a)b', 'X', 'ab cb')", 'ab cX')
# ("re.findall('a(?=b)', 'abac')", ['a'])
# ("re.findall('a(?!b)', 'abac')", ['a'])
# ("re.match(r'(a)\\1', 'aa')", <re.Match object; span=(0, 2), match='aa'>)
# ("re.match(r'(?P<q>a)(?P=q)', 'aa')", <re.Match object; span=(0, 2), match='aa'>)
# ("re.findall('a{2,3}', 'aaaaa')", ['aaa', 'aa'])
# ("re.findall('a{2,3}?', 'aaaaa')", ['aa', 'aa'])
# ("re.findall('a*?', 'aa')", ['', 'a', '', 'a', ''])
# ("re.findall('<.*?>', '<a><b>')", ['<a>', '<b>'])
# ("re.findall(r'[^\\w\\s]', 'a.b c!')", ['.', '!'])
# ("re.findall('[a-c]', 'abcd')", ['a', 'b', 'c'])
# ("re.findall(r'[\\]\\-]', 'a]-')", [']', '-'])
# ("re.findall(r'\\w+', 'héllo wörld 中文')", ['héllo', 'wörld', '中文'])
# ("re.findall(r'\\w+', 'héllo', re.A)", ['h', 'llo'])
# ("re.sub('(?x) a b # c', 'X', 'ab')", 'X')
# ("re.sub(r'\\s+', ' ', ' a \\n b ')", ' a b ')
# PatternError missing ), unterminated subpattern at position 0
# PatternError unbalanced parenthesis at position 1
# PatternError unterminated character set at position 0
# PatternError nothing to repeat at position 0
# PatternError multiple repeat at position 2
# PatternError min repeat greater than max repeat at position 2
# PatternError bad character in group name '1a' at position 4
# PatternError invalid group reference 1 at position 1
# PatternError redefinition of group name 'a' as group 2; was group 1 at position 12
# PatternError bad character range z-a at position 1
# PatternError unknown extension ?z at position 1
# PatternError bad escape (end of pattern) at position 0
# PatternError look-behind requires fixed-width pattern
# PatternError unknown group name 'x' at position 4
# PatternError invalid group reference 1 at position 1
# IndexError unknown group name 'x'
# ("re.sub('(?P<x>a)', r'[\\g<x>\\g<0>\\g<1>]', 'a')", '[aaa]')
# ("re.sub('a', '\\\\n', 'a')", '\n')
# PatternError bad escape \q at position 0
# TypeError first argument must be string or compiled pattern
# TypeError expected string or bytes-like object, got 'int'
# TypeError decoding to str: need a bytes-like object, int found
# ("re.findall('(a)|(b)', 'ab')", [('a', ''), ('', 'b')])
# ("re.split('(a)|b', 'xaybz')", ['x', 'a', 'y', None, 'z'])
# ("re.match('(?:a|b)+', 'abab').group()", 'abab')
# ("re.match('(?>a+)b', 'aab')", <re.Match object; span=(0, 3), match='aab'>)
# ("re.match('a++b', 'aab')", <re.Match object; span=(0, 3), match='aab'>)
# ("re.search(r'(\\d+)-(?P<y>\\d{4})', 'on 12-2024').groupdict()", {'y': '2024'})
# ("re.sub('x*', '-', 'abxd')", '-a-b--d-')
# ("re.sub('b|(?=c)', '-', 'abc')", 'a--c')
# ("re.findall(r'(?m)^(\\w+):\\s*(.*)$', 'a: 1\\nb: 2')", [('a', '1'), ('b', '2')])
# ('re.purge()', None)
# ('re.template if 0 else 0', 0)
# ("re.compile('a').search('ba', 1).pos", 1)
# ("re.compile('a').match('ba', 1)", <re.Match object; span=(1, 2), match='a'>)
# ("re.compile('^a').match('ba', 1)", None)
# ("re.compile('a$').search('ab', 0, 1)", <re.Match object; span=(0, 1), match='a'>)
# ("re.compile('a').fullmatch('xax', 1, 2)", <re.Match object; span=(1, 2), match='a'>)
# ("re.compile('a').findall('aaa', 1)", ['a', 'a'])
# ("re.match('a', 'a') == re.match('a', 'a')", False)
# ("re.compile('a') == re.compile('a')", True)
# ("bool(re.match('a', 'a'))", True)
# ('re.error', <class 're.PatternError'>)
# ('re.PatternError', <class 're.PatternError'>)
# ("re.findall(r'\\$(\\d+\\.\\d{2})', '$5.00 $12.99')", ['5.00', '12.99'])
# ("re.match(r'(?P<y>\\d{4})-(?P<m>\\d\\d)', '2024-05').groupdict()", {'y': '2024', 'm': '05'})
# ("re.sub(r'(?P<a>\\w+) (?P<b>\\w+)', r'\\g<b> \\g<a>', 'hello world')", 'world hello')
# ("re.compile(r'(\\d+)').sub(lambda m: str(int(m[1]) * 2), 'a1 b22')", 'a2 b44')
# ("re.match('.*', 'a\\nb').group()", 'a')
# ("re.findall('.', 'a\\nb')", ['a', 'b'])
# ("re.match(r'^(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}$', '192.168.1.1') is not None", True)
# ('re.findall(r\'"([^"\\\\]*(?:\\\\.[^"\\\\]*)*)"\', r\'"a\\"b" "c"\')', ['a\\"b', 'c'])
# ("re.search(r'(a+)+$', 'a' * 20 + 'b')", None)
# ("re.compile('é', re.A)", re.compile('é', re.ASCII))
# ("re.match('É', 'é', re.I)", <re.Match object; span=(0, 1), match='é'>)
# ("re.findall('(?s:.)', 'a\\n')", ['a', '\n'])
# ("re.findall('(?-i:a)', 'aA', re.I)", ['a'])
# ("re.match('(a(b(c)))', 'abc').groups()", ('abc', 'bc', 'c'))
# ("re.match(r'\\d{3,}', '12')", None)
# ("re.match(r'\\Aab\\Z', 'ab')", <re.Match object; span=(0, 2), match='ab'>)
# PatternError invalid group reference 1 at position 3
# ("re.match('(a)?(?(1)b|c)', 'ab')", <re.Match object; span=(0, 2), match='ab'>)
# ("re.split(r'\\W+', 'Words, words, words.')", ['Words', 'words', 'words', ''])
# ("re.split(r'(\\W+)', 'a, b.')", ['a', ', ', 'b', '.', ''])
# ("re.fullmatch(r'[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\.[a-z]{2,}', 'me@x.org')", <re.Match object; span=(0, 8), match='me@x.org'>)
# ("re.match('a', 'a').endpos", 1)
# ("re.sub('', '-', 'abc')", '-a-b-c-')
# ("re.sub('a', 'b', 'aaa', count=1)", 'baa')
# ('re.RegexFlag.I', re.IGNORECASE)
# ('re.NOFLAG', re.NOFLAG)
# ('list(re.RegexFlag)[:3]', [re.ASCII, re.IGNORECASE, re.LOCALE])
# ("re.match(r'\\u0041\\x42\\t', 'AB\\t')", <re.Match object; span=(0, 3), match='AB\t'>)
# ("re.compile('(?i)a').flags", 34)
# PatternError global flags not at the start of the expression at position 1
# missing ), unterminated subpattern 2 2 1 a
# (b
# [('NUM', '3'), ('WS', ' '), ('OP', '+'), ('WS', ' '), ('NUM', '4.5'), ('OP', '*'), ('OP', '('), ('BAD', 'x'), ('OP', ')')]
# ([12, 'ab'], '!')
