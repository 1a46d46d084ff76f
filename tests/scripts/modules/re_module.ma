# re: matching, flags, templates, every message of the parser.
import re
def t(src, env=None):
    try:
        print(src, '->', repr(eval(src, env if env is not None else {})))
    except Exception as e:
        print(src, '!!', type(e).__name__, str(e)[:300])

E={'re':re}
for s in r'''re.match('a','abc')
re.match(r'(\w+) (\w+)', 'Isaac Newton, phys').groups()
re.match(r'(\w+) (\w+)', 'Isaac Newton, phys').group(0,1,2)
re.match(r'(?P<first>\w+) (?P<last>\w+)', 'Malcolm Reynolds').groupdict()
re.match(r'(?P<first>\w+) (?P<last>\w+)', 'Malcolm Reynolds')['last']
re.match(r'(\d+)\.?(\d+)?', '24').groups('0')
re.sub('x*','-','abxd')
re.sub(r'(\w)(\d)', r'\2\1', 'a1 b2')
re.sub(r'(?P<q>\w)', r'<\g<q>\g<0>\g<1>>', 'ab')
re.subn('a','b','banana',count=2)
re.sub('a','b','banana',2)
re.split(r'\W+','Words, words, words.')
re.split(r'(\W+)','Words, words, words.')
re.split(r'\W+','Words, words, words.',maxsplit=1)
re.split(r'\b','Words, words')
re.split(r'(?:)','abc')
re.split(r'(x)|y','axbyc')
re.findall(r'\bf[a-z]*','which foot or hand fell fastest')
re.findall(r'(\w+)=(\d+)','set width=20 and height=10')
re.findall(r'(a)|b','ab')
[m.span() for m in re.finditer('a|','aab')]
re.compile('a',re.I|re.M)
re.compile(b'a')
re.compile('a').flags
re.compile('(?i)a').flags
re.compile('(?P<x>a)(b)').groupindex
re.compile('a',re.I)
re.compile('a')==re.compile('a')
re.I
re.I|re.M
str(re.I)
repr(re.RegexFlag.IGNORECASE)
re.fullmatch('a|ab','ab')
re.fullmatch('a*?','aaa')
re.search('(?<=abc)def','abcdef')
re.search(r'(?<=-)\w+','spam-egg')
re.search('(?<!a)b','ab b')
re.search('a(?!b)','ab ac')
re.search('(?=a)','ba')
re.match(r'(a)(?(1)b|c)','ab')
re.match(r'(a)?(?(1)b|c)','c')
re.match(r'(?>a*)ab','aab')
re.match(r'a*+a','aaa')
re.match(r'(?:ab)++','ababa')
re.match(r'(?:a|ab){2,3}?c','aababc')
re.match(r'(a|b)*','abab').groups()
re.match(r'((a)|b)*','ab').groups()
re.match(r'((a)|(b))*','ab').groups()
re.match(r'(a*)*','aab').groups()
re.match(r'(a*)+','b').groups()
re.match(r'(?:a?){3}b','aab')
re.match(r'(a{2,3}?){2}','aaaaaa')
re.match(r'(.)\1','aa')
re.match(r'(?i)(.)\1','aA')
re.match(r'(?P<c>.)(?P=c)','bb')
re.match(r'[^a-c]+','xyzabc')
re.match(r'[]a]+',']a')
re.match(r'[a\-z]+','a-z')
re.match(r'[\w.-]+@[\w-]+\.\w+','foo.bar@ex-am.com')
re.findall(r'^\w+','a\nb\nc',re.M)
re.findall(r'\w+$','a\nb\nc\n',re.M)
re.findall(r'\w+$','a\nb\nc\n')
re.match('.','\n')
re.match('(?s).','\n')
re.match('(?x) a  b # c\n c','abc')
re.match('(?i:a)b','Ab')
re.match('(?i:a)b','AB')
re.match('(?-i:a)b','AB',re.I)
re.match('ä','Ä',re.I)
re.match('[à-ý]','É',re.I)
re.match('ß','ẞ',re.I)
re.match('K','k',re.I)
re.match('[^a]','A',re.I)
re.match(r'\d','٣')
re.match(r'\d','٣',re.A)
re.match(r'\w+','héllo')
re.match(r'\w+','héllo',re.A)
re.match(rb'\w+',b'h\xe9llo')
re.sub(rb'a',b'b',b'aa')
re.match('a',b'a')
re.match(b'a','a')
re.match(5,'a')
re.match('a',5)
re.sub('a',5,'a')
re.sub('a',lambda m:m.group().upper(),'banana')
re.sub('a',lambda m:5,'banana')
re.sub('(a)|b',r'[\1]','ab')
re.sub('a',r'\n\t\\','a')
re.sub('a',r'\q','a')
re.sub('a',r'\1','a')
re.sub('a',r'\g<x>','a')
re.sub('a',r'\g<1','a')
re.sub('a',r'\g<>','a')
re.sub('a','\\','a')
re.sub('','-','abc')
re.sub('(?=b)','-','abc')
re.sub('b*','-','abc')
re.escape('a.b*c d-e_é\n')
re.escape(b'a.b')
re.match('(','')
re.match(')','')
re.match('[','')
re.match('[a','')
re.match('*','')
re.match('a**','')
re.match('a{2}{3}','')
re.match('a{3,2}','')
re.match('a{,2}','aaa')
re.match('a{2,}','aaa')
re.match('a{','a{')
re.match('a{}','a{}')
re.match('x{a}','x{a}')
re.match('\\','')
re.match(r'\q','')
re.match(r'[\q]','')
re.match('[z-a]','')
re.match(r'[a-\d]','')
re.match('(?P<a','')
re.match('(?P<1a>x)','')
re.match('(?P<a>x)(?P<a>y)','')
re.match('(?P=a)','')
re.match('(?Px)','')
re.match('(?z)','')
re.match('(?<x)','')
re.match('(?','')
re.match('(?i','')
re.match('(?i-','')
re.match('(?-)','')
re.match('a(?i)b','')
re.match('(?#x','')
re.match('(?<=a*)b','')
re.match('(?<=a|bc)b','')
re.match(r'\1','')
re.match(r'(\1)','')
re.match(r'(?(1)a|b|c)','')
re.match(r'(?(2)a)(b)','')
re.match(r'(?(x)a)(b)','')
re.match('a\n(b','')
re.match('+','')
re.match('(?:','')
re.match('^*','')
re.match('(?i)*','')
re.match(r'\x1','')
re.match(r'\x41\u0042\t\0','AB\t\0')
re.match(r'\u12','')
re.match(r'[\b]','\b')
re.match(r'\400','')
re.match(r'\141','a')
re.match('a',"a",re.A|re.U)
re.compile('a',re.L)
re.compile(re.compile('a'),re.I)
re.compile(re.compile('a'))
re.match('(a)(b)?','a').span(2)
re.match('(a)(b)?','a').start(1)
re.match('(a)(b)?','a').group(3)
re.match('(a)(b)?','a').group('x')
re.match('(a)(b)?','a').lastindex
re.match('((a)(b))','ab').lastindex
re.match('(?P<x>a)(b)?','a').lastgroup
re.match('(a)(b)?','a').regs
re.match('(a)(b)?','a').re
re.match('a','abc').string
re.compile('b').search('abc',1)
re.compile('b').match('abc',1)
re.compile('^b').match('abc',1)
re.compile('b').search('abc',0,1)
re.compile('b').search('abc',1).pos
re.compile('b').search('abc',1).endpos
re.match(r'(\w)(\w)','ab').expand(r'\2-\1')
bool(re.match('',''))
re.match('a*','')
type(re.match('a','a'))
type(re.compile('a'))
re.Pattern
re.Match()
re.Pattern[str]
isinstance(re.compile('a'), re.Pattern)
re.error
re.PatternError('x','abc',1)
re.search(r'\bfoo\b','a foo b').span()
re.search(r'\Bo','foo').span()
re.sub(r'\s+',' ','a  b \n c')
re.sub(r'(?<=\d)(?=(\d{3})+$)',',','1234567')
re.findall(r'"(?:[^"\\]|\\.)*"', r'a "b\"c" d "e"')
re.match(r'^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$','192.168.1.1')
re.findall(r'\d{4}-\d{2}-\d{2}','on 2024-01-02 and 2023-12-31')
re.findall(r'[A-Z][a-z]+|[0-9]+','HelloWorld42')
re.match(r'(x+x+)+y','x'*15)
re.sub('[aeiou]','','hello world',flags=re.I)
re.match(r'a|b|','c')
re.match(r'(?m)^$','')
re.search(r'\Z','abc\n').span()
re.search(r'$','abc\n').span()
re.findall(r'(?m)^','a\nb')
re.match(r'(?s:.)\n','\n\n')
re.match(r'(a(?=b))b','ab').groups()
re.match(r'(?=(a+))a*b\1','aaab')
re.match(r'(?=(a+))a*b\1','aaaba')
re.match(r'(?!(a))b','b').groups()
re.match('(?:(a)|b)*?c','abc').groups()
re.findall('a??','aa')
re.findall('(?:a|b)??x','abx')
re.compile(r'(\w+)\s(\w+)').sub(lambda m: m[2]+' '+m[1], 'hello world')
[*re.compile('a').scanner('aa').search().span()]
re.match('a.c','a\u2028c')
re.sub(r'\.','',"1.2.3",count=1)
re.template if hasattr(re,'template') else 0
re.NOFLAG
re.compile('x',0)
re.compile('x'*300)
re.split('a','bab',1)
re.match()
1'''.split('\n'): t(s,E)
# expect-output:
# re.match('a','abc') -> <re.Match object; span=(0, 1), match='a'>
# re.match(r'(\w+) (\w+)', 'Isaac Newton, phys').groups() -> ('Isaac', 'Newton')
# re.match(r'(\w+) (\w+)', 'Isaac Newton, phys').group(0,1,2) -> ('Isaac Newton', 'Isaac', 'Newton')
# re.match(r'(?P<first>\w+) (?P<last>\w+)', 'Malcolm Reynolds').groupdict() -> {'first': 'Malcolm', 'last': 'Reynolds'}
# re.match(r'(?P<first>\w+) (?P<last>\w+)', 'Malcolm Reynolds')['last'] -> 'Reynolds'
# re.match(r'(\d+)\.?(\d+)?', '24').groups('0') -> ('24', '0')
# re.sub('x*','-','abxd') -> '-a-b--d-'
# re.sub(r'(\w)(\d)', r'\2\1', 'a1 b2') -> '1a 2b'
# re.sub(r'(?P<q>\w)', r'<\g<q>\g<0>\g<1>>', 'ab') -> '<aaa><bbb>'
# re.subn('a','b','banana',count=2) -> ('bbnbna', 2)
# re.sub('a','b','banana',2) -> 'bbnbna'
# re.split(r'\W+','Words, words, words.') -> ['Words', 'words', 'words', '']
# re.split(r'(\W+)','Words, words, words.') -> ['Words', ', ', 'words', ', ', 'words', '.', '']
# re.split(r'\W+','Words, words, words.',maxsplit=1) -> ['Words', 'words, words.']
# re.split(r'\b','Words, words') -> ['', 'Words', ', ', 'words', '']
# re.split(r'(?:)','abc') -> ['', 'a', 'b', 'c', '']
# re.split(r'(x)|y','axbyc') -> ['a', 'x', 'b', None, 'c']
# re.findall(r'\bf[a-z]*','which foot or hand fell fastest') -> ['foot', 'fell', 'fastest']
# re.findall(r'(\w+)=(\d+)','set width=20 and height=10') -> [('width', '20'), ('height', '10')]
# re.findall(r'(a)|b','ab') -> ['a', '']
# [m.span() for m in re.finditer('a|','aab')] -> [(0, 1), (1, 2), (2, 2), (3, 3)]
# re.compile('a',re.I|re.M) -> re.compile('a', re.IGNORECASE|re.MULTILINE)
# re.compile(b'a') -> re.compile(b'a')
# re.compile('a').flags -> 32
# re.compile('(?i)a').flags -> 34
# re.compile('(?P<x>a)(b)').groupindex -> mappingproxy({'x': 1})
# re.compile('a',re.I) -> re.compile('a', re.IGNORECASE)
# re.compile('a')==re.compile('a') -> True
# re.I -> re.IGNORECASE
# re.I|re.M -> re.IGNORECASE|re.MULTILINE
# str(re.I) -> 're.IGNORECASE'
# repr(re.RegexFlag.IGNORECASE) -> 're.IGNORECASE'
# re.fullmatch('a|ab','ab') -> <re.Match object; span=(0, 2), match='ab'>
# re.fullmatch('a*?','aaa') -> <re.Match object; span=(0, 3), match='aaa'>
# re.search('(?<=abc)def','abcdef') -> <re.Match object; span=(3, 6), match='def'>
# re.search(r'(?<=-)\w+','spam-egg') -> <re.Match object; span=(5, 8), match='egg'>
# re.search('(?<!a)b','ab b') -> <re.Match object; span=(3, 4), match='b'>
# re.search('a(?!b)','ab ac') -> <re.Match object; span=(3, 4), match='a'>
# re.search('(?=a)','ba') -> <re.Match object; span=(1, 1), match=''>
# re.match(r'(a)(?(1)b|c)','ab') -> <re.Match object; span=(0, 2), match='ab'>
# re.match(r'(a)?(?(1)b|c)','c') -> <re.Match object; span=(0, 1), match='c'>
# re.match(r'(?>a*)ab','aab') -> None
# re.match(r'a*+a','aaa') -> None
# re.match(r'(?:ab)++','ababa') -> <re.Match object; span=(0, 4), match='abab'>
# re.match(r'(?:a|ab){2,3}?c','aababc') -> <re.Match object; span=(0, 6), match='aababc'>
# re.match(r'(a|b)*','abab').groups() -> ('b',)
# re.match(r'((a)|b)*','ab').groups() -> ('b', 'a')
# re.match(r'((a)|(b))*','ab').groups() -> ('b', 'a', 'b')
# re.match(r'(a*)*','aab').groups() -> ('',)
# re.match(r'(a*)+','b').groups() -> ('',)
# re.match(r'(?:a?){3}b','aab') -> <re.Match object; span=(0, 3), match='aab'>
# re.match(r'(a{2,3}?){2}','aaaaaa') -> <re.Match object; span=(0, 4), match='aaaa'>
# re.match(r'(.)\1','aa') -> <re.Match object; span=(0, 2), match='aa'>
# re.match(r'(?i)(.)\1','aA') -> <re.Match object; span=(0, 2), match='aA'>
# re.match(r'(?P<c>.)(?P=c)','bb') -> <re.Match object; span=(0, 2), match='bb'>
# re.match(r'[^a-c]+','xyzabc') -> <re.Match object; span=(0, 3), match='xyz'>
# re.match(r'[]a]+',']a') -> <re.Match object; span=(0, 2), match=']a'>
# re.match(r'[a\-z]+','a-z') -> <re.Match object; span=(0, 3), match='a-z'>
# re.match(r'[\w.-]+@[\w-]+\.\w+','foo.bar@ex-am.com') -> <re.Match object; span=(0, 17), match='foo.bar@ex-am.com'>
# re.findall(r'^\w+','a\nb\nc',re.M) -> ['a', 'b', 'c']
# re.findall(r'\w+$','a\nb\nc\n',re.M) -> ['a', 'b', 'c']
# re.findall(r'\w+$','a\nb\nc\n') -> ['c']
# re.match('.','\n') -> None
# re.match('(?s).','\n') -> <re.Match object; span=(0, 1), match='\n'>
# re.match('(?x) a  b # c\n c','abc') -> <re.Match object; span=(0, 3), match='abc'>
# re.match('(?i:a)b','Ab') -> <re.Match object; span=(0, 2), match='Ab'>
# re.match('(?i:a)b','AB') -> None
# re.match('(?-i:a)b','AB',re.I) -> None
# re.match('ä','Ä',re.I) -> <re.Match object; span=(0, 1), match='Ä'>
# re.match('[à-ý]','É',re.I) -> <re.Match object; span=(0, 1), match='É'>
# re.match('ß','ẞ',re.I) -> <re.Match object; span=(0, 1), match='ẞ'>
# re.match('K','k',re.I) -> <re.Match object; span=(0, 1), match='k'>
# re.match('[^a]','A',re.I) -> None
# re.match(r'\d','٣') -> <re.Match object; span=(0, 1), match='٣'>
# re.match(r'\d','٣',re.A) -> None
# re.match(r'\w+','héllo') -> <re.Match object; span=(0, 5), match='héllo'>
# re.match(r'\w+','héllo',re.A) -> <re.Match object; span=(0, 1), match='h'>
# re.match(rb'\w+',b'h\xe9llo') -> <re.Match object; span=(0, 1), match=b'h'>
# re.sub(rb'a',b'b',b'aa') -> b'bb'
# re.match('a',b'a') !! TypeError cannot use a string pattern on a bytes-like object
# re.match(b'a','a') !! TypeError cannot use a bytes pattern on a string-like object
# re.match(5,'a') !! TypeError first argument must be string or compiled pattern
# re.match('a',5) !! TypeError expected string or bytes-like object, got 'int'
# re.sub('a',5,'a') !! TypeError decoding to str: need a bytes-like object, int found
# re.sub('a',lambda m:m.group().upper(),'banana') -> 'bAnAnA'
# re.sub('a',lambda m:5,'banana') !! TypeError sequence item 1: expected str instance, int found
# re.sub('(a)|b',r'[\1]','ab') -> '[a][]'
# re.sub('a',r'\n\t\\','a') -> '\n\t\\'
# re.sub('a',r'\q','a') !! PatternError bad escape \q at position 0
# re.sub('a',r'\1','a') !! PatternError invalid group reference 1 at position 1
# re.sub('a',r'\g<x>','a') !! IndexError unknown group name 'x'
# re.sub('a',r'\g<1','a') !! PatternError missing >, unterminated name at position 3
# re.sub('a',r'\g<>','a') !! PatternError missing group name at position 3
# re.sub('a','\\','a') !! PatternError bad escape (end of pattern) at position 0
# re.sub('','-','abc') -> '-a-b-c-'
# re.sub('(?=b)','-','abc') -> 'a-bc'
# re.sub('b*','-','abc') -> '-a--c-'
# re.escape('a.b*c d-e_é\n') -> 'a\\.b\\*c\\ d\\-e_é\\\n'
# re.escape(b'a.b') -> b'a\\.b'
# re.match('(','') !! PatternError missing ), unterminated subpattern at position 0
# re.match(')','') !! PatternError unbalanced parenthesis at position 0
# re.match('[','') !! PatternError unterminated character set at position 0
# re.match('[a','') !! PatternError unterminated character set at position 0
# re.match('*','') !! PatternError nothing to repeat at position 0
# re.match('a**','') !! PatternError multiple repeat at position 2
# re.match('a{2}{3}','') !! PatternError multiple repeat at position 4
# re.match('a{3,2}','') !! PatternError min repeat greater than max repeat at position 2
# re.match('a{,2}','aaa') -> <re.Match object; span=(0, 2), match='aa'>
# re.match('a{2,}','aaa') -> <re.Match object; span=(0, 3), match='aaa'>
# re.match('a{','a{') -> <re.Match object; span=(0, 2), match='a{'>
# re.match('a{}','a{}') -> <re.Match object; span=(0, 3), match='a{}'>
# re.match('x{a}','x{a}') -> <re.Match object; span=(0, 4), match='x{a}'>
# re.match('\\','') !! PatternError bad escape (end of pattern) at position 0
# re.match(r'\q','') !! PatternError bad escape \q at position 0
# re.match(r'[\q]','') !! PatternError bad escape \q at position 1
# re.match('[z-a]','') !! PatternError bad character range z-a at position 1
# re.match(r'[a-\d]','') !! PatternError bad character range a-\d at position 1
# re.match('(?P<a','') !! PatternError missing >, unterminated name at position 4
# re.match('(?P<1a>x)','') !! PatternError bad character in group name '1a' at position 4
# re.match('(?P<a>x)(?P<a>y)','') !! PatternError redefinition of group name 'a' as group 2; was group 1 at position 12
# re.match('(?P=a)','') !! PatternError unknown group name 'a' at position 4
# re.match('(?Px)','') !! PatternError unknown extension ?Px at position 1
# re.match('(?z)','') !! PatternError unknown extension ?z at position 1
# re.match('(?<x)','') !! PatternError unknown extension ?<x at position 1
# re.match('(?','') !! PatternError unexpected end of pattern at position 2
# re.match('(?i','') !! PatternError missing -, : or ) at position 3
# re.match('(?i-','') !! PatternError missing flag at position 4
# re.match('(?-)','') !! PatternError missing flag at position 3
# re.match('a(?i)b','') !! PatternError global flags not at the start of the expression at position 1
# re.match('(?#x','') !! PatternError missing ), unterminated comment at position 0
# re.match('(?<=a*)b','') !! PatternError look-behind requires fixed-width pattern
# re.match('(?<=a|bc)b','') !! PatternError look-behind requires fixed-width pattern
# re.match(r'\1','') !! PatternError invalid group reference 1 at position 1
# re.match(r'(\1)','') !! PatternError cannot refer to an open group at position 1
# re.match(r'(?(1)a|b|c)','') !! PatternError conditional backref with more than two branches at position 8
# re.match(r'(?(2)a)(b)','') !! PatternError invalid group reference 2 at position 3
# re.match(r'(?(x)a)(b)','') !! PatternError unknown group name 'x' at position 3
# re.match('a\n(b','') !! PatternError missing ), unterminated subpattern at position 2 (line 2, column 1)
# re.match('+','') !! PatternError nothing to repeat at position 0
# re.match('(?:','') !! PatternError missing ), unterminated subpattern at position 0
# re.match('^*','') !! PatternError nothing to repeat at position 1
# re.match('(?i)*','') !! PatternError nothing to repeat at position 4
# re.match(r'\x1','') !! PatternError incomplete escape \x1 at position 0
# re.match(r'\x41\u0042\t\0','AB\t\0') -> <re.Match object; span=(0, 4), match='AB\t\x00'>
# re.match(r'\u12','') !! PatternError incomplete escape \u12 at position 0
# re.match(r'[\b]','\b') -> <re.Match object; span=(0, 1), match='\x08'>
# re.match(r'\400','') !! PatternError octal escape value \400 outside of range 0-0o377 at position 0
# re.match(r'\141','a') -> <re.Match object; span=(0, 1), match='a'>
# re.match('a',"a",re.A|re.U) !! ValueError ASCII and UNICODE flags are incompatible
# re.compile('a',re.L) !! ValueError cannot use LOCALE flag with a str pattern
# re.compile(re.compile('a'),re.I) !! ValueError cannot process flags argument with a compiled pattern
# re.compile(re.compile('a')) -> re.compile('a')
# re.match('(a)(b)?','a').span(2) -> (-1, -1)
# re.match('(a)(b)?','a').start(1) -> 0
# re.match('(a)(b)?','a').group(3) !! IndexError no such group
# re.match('(a)(b)?','a').group('x') !! IndexError no such group
# re.match('(a)(b)?','a').lastindex -> 1
# re.match('((a)(b))','ab').lastindex -> 1
# re.match('(?P<x>a)(b)?','a').lastgroup -> 'x'
# re.match('(a)(b)?','a').regs -> ((0, 1), (0, 1), (-1, -1))
# re.match('(a)(b)?','a').re -> re.compile('(a)(b)?')
# re.match('a','abc').string -> 'abc'
# re.compile('b').search('abc',1) -> <re.Match object; span=(1, 2), match='b'>
# re.compile('b').match('abc',1) -> <re.Match object; span=(1, 2), match='b'>
# re.compile('^b').match('abc',1) -> None
# re.compile('b').search('abc',0,1) -> None
# re.compile('b').search('abc',1).pos -> 1
# re.compile('b').search('abc',1).endpos -> 3
# re.match(r'(\w)(\w)','ab').expand(r'\2-\1') -> 'b-a'
# bool(re.match('','')) -> True
# re.match('a*','') -> <re.Match object; span=(0, 0), match=''>
# type(re.match('a','a')) -> <class 're.Match'>
# type(re.compile('a')) -> <class 're.Pattern'>
# re.Pattern -> <class 're.Pattern'>
# re.Match() !! TypeError cannot create 're.Match' instances
# re.Pattern[str] -> re.Pattern[str]
# isinstance(re.compile('a'), re.Pattern) -> True
# re.error -> <class 're.PatternError'>
# re.PatternError('x','abc',1) -> PatternError('x at position 1')
# re.search(r'\bfoo\b','a foo b').span() -> (2, 5)
# re.search(r'\Bo','foo').span() -> (1, 2)
# re.sub(r'\s+',' ','a  b \n c') -> 'a b c'
# re.sub(r'(?<=\d)(?=(\d{3})+$)',',','1234567') -> '1,234,567'
# re.findall(r'"(?:[^"\\]|\\.)*"', r'a "b\"c" d "e"') -> ['"b\\"c"', '"e"']
# re.match(r'^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$','192.168.1.1') -> <re.Match object; span=(0, 11), match='192.168.1.1'>
# re.findall(r'\d{4}-\d{2}-\d{2}','on 2024-01-02 and 2023-12-31') -> ['2024-01-02', '2023-12-31']
# re.findall(r'[A-Z][a-z]+|[0-9]+','HelloWorld42') -> ['Hello', 'World', '42']
# re.match(r'(x+x+)+y','x'*15) -> None
# re.sub('[aeiou]','','hello world',flags=re.I) -> 'hll wrld'
# re.match(r'a|b|','c') -> <re.Match object; span=(0, 0), match=''>
# re.match(r'(?m)^$','') -> <re.Match object; span=(0, 0), match=''>
# re.search(r'\Z','abc\n').span() -> (4, 4)
# re.search(r'$','abc\n').span() -> (3, 3)
# re.findall(r'(?m)^','a\nb') -> ['', '']
# re.match(r'(?s:.)\n','\n\n') -> <re.Match object; span=(0, 2), match='\n\n'>
# re.match(r'(a(?=b))b','ab').groups() -> ('a',)
# re.match(r'(?=(a+))a*b\1','aaab') -> None
# re.match(r'(?=(a+))a*b\1','aaaba') -> None
# re.match(r'(?!(a))b','b').groups() -> (None,)
# re.match('(?:(a)|b)*?c','abc').groups() -> ('a',)
# re.findall('a??','aa') -> ['', 'a', '', 'a', '']
# re.findall('(?:a|b)??x','abx') -> ['bx']
# re.compile(r'(\w+)\s(\w+)').sub(lambda m: m[2]+' '+m[1], 'hello world') -> 'world hello'
# [*re.compile('a').scanner('aa').search().span()] -> [0, 1]
# re.match('a.c','a\u2028c') -> <re.Match object; span=(0, 3), match='a\u2028c'>
# re.sub(r'\.','',"1.2.3",count=1) -> '12.3'
# re.template if hasattr(re,'template') else 0 -> 0
# re.NOFLAG -> re.NOFLAG
# re.compile('x',0) -> re.compile('x')
# re.compile('x'*300) -> re.compile('xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx)
# re.split('a','bab',1) -> ['b', 'b']
# re.match() !! TypeError match() missing 2 required positional arguments: 'pattern' and 'string'
# 1 -> 1
