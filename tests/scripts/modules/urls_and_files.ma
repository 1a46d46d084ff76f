# urllib.parse, html, fnmatch, glob, shutil, tempfile.
def t(src, env=None):
    try:
        print(src, '->', repr(eval(src, env if env is not None else {})))
    except Exception as e:
        print(src, '!!', type(e).__name__, str(e)[:300])

from urllib.parse import *
import urllib.parse, html, fnmatch, glob, shutil, tempfile, os
E=dict(globals())
for s in r'''urlparse('http://user:pw@www.Example.com:8080/a/b;p?q=1&r=2#frag')
urlparse('http://user:pw@www.Example.com:8080/a').hostname,urlparse('http://u:p@h:80/').port,urlparse('http://u:p@h/').username,urlparse('http://u:p@h/').password
urlsplit('//h/p?x')
urlsplit('mailto:a@b')
urlparse('http://h:99999/').port
urlparse('http://h:x/').port
urlparse('http://[::1]:5/').hostname
urlparse('a/b').geturl()
urlunparse(('http','h','/p','','q=1','f'))
urlunsplit(('','h','p','',''))
urljoin('http://a/b/c/d','g')
urljoin('http://a/b/c/d','../g')
urljoin('http://a/b/c/d','/g')
urljoin('http://a/b/c/d','//h/x')
urljoin('http://a/b/c/d','?y')
urljoin('http://a/b/c/d;p?q','./')
urljoin('http://a/b/c/d;p?q','#s')
urljoin('http://a/b/c/d','http://z')
urljoin('http://a','b')
urljoin('http://a/b/','../../../x')
urldefrag('http://a/b#c')
quote('a b/ü&?'),quote_plus('a b/ü&'),unquote('a%20b%C3%BC%zz+'),unquote_plus('a+b')
quote('a/b',safe='')
quote(b'\xff')
quote(5)
urlencode({'a':1,'b':'x y','c':'ü'})
urlencode([('a',[1,2])],doseq=True)
urlencode('abc')
parse_qs('a=1&a=2&b=&c=x%20y')
parse_qs('a=1&b=',keep_blank_values=True)
parse_qsl('a=1;b=2&c')
parse_qs('a',strict_parsing=True)
html.escape('<a href="x">&\'</a>'),html.escape('"',quote=False),html.unescape('&lt;&amp;&#65;&#x42;&nbsp;&copy;x&zz;&amp')
fnmatch.fnmatch('a.py','*.py'),fnmatch.fnmatch('a.py','[ab].p?'),fnmatch.filter(['a','b.c'],'*.c'),fnmatch.fnmatch('ab','[!a]b')
glob.escape('a*b')
shutil.which('nonexistent-thing')
shutil.get_terminal_size((70,20))[:0]'''.split('\n'): t(s,E)
with tempfile.TemporaryDirectory() as d:
    p=os.path.join(d,'a.txt'); open(p,'w').write('hi'); shutil.copy(p,os.path.join(d,'b.txt')); os.mkdir(os.path.join(d,'s')); shutil.move(p,os.path.join(d,'s'))
    print(sorted(os.path.relpath(x,d) for x in glob.glob(d+'/**',recursive=True)), [os.path.basename(x) for x in glob.glob(d+'/*.txt')])
    shutil.copytree(d+'/s',d+'/t'); print(os.listdir(d+'/t')); shutil.rmtree(d+'/t'); print(os.path.exists(d+'/t'))
print(os.path.exists(d))
with tempfile.NamedTemporaryFile('w+',suffix='.x') as f:
    f.write('abc'); f.seek(0); print(f.read(), f.name.endswith('.x'), os.path.exists(f.name))
print(os.path.exists(f.name))
# expect-output:
# urlparse('http://user:pw@www.Example.com:8080/a/b;p?q=1&r=2#frag') -> ParseResult(scheme='http', netloc='user:pw@www.Example.com:8080', path='/a/b', params='p', query='q=1&r=2', fragment='frag')
# urlparse('http://user:pw@www.Example.com:8080/a').hostname,urlparse('http://u:p@h:80/').port,urlparse('http://u:p@h/').username,urlparse('http://u:p@h/').password -> ('www.example.com', 80, 'u', 'p')
# urlsplit('//h/p?x') -> SplitResult(scheme='', netloc='h', path='/p', query='x', fragment='')
# urlsplit('mailto:a@b') -> SplitResult(scheme='mailto', netloc='', path='a@b', query='', fragment='')
# urlparse('http://h:99999/').port !! ValueError Port out of range 0-65535
# urlparse('http://h:x/').port !! ValueError Port could not be cast to integer value as 'x'
# urlparse('http://[::1]:5/').hostname -> '::1'
# urlparse('a/b').geturl() -> 'a/b'
# urlunparse(('http','h','/p','','q=1','f')) -> 'http://h/p?q=1#f'
# urlunsplit(('','h','p','','')) -> '//h/p'
# urljoin('http://a/b/c/d','g') -> 'http://a/b/c/g'
# urljoin('http://a/b/c/d','../g') -> 'http://a/b/g'
# urljoin('http://a/b/c/d','/g') -> 'http://a/g'
# urljoin('http://a/b/c/d','//h/x') -> 'http://h/x'
# urljoin('http://a/b/c/d','?y') -> 'http://a/b/c/d?y'
# urljoin('http://a/b/c/d;p?q','./') -> 'http://a/b/c/'
# urljoin('http://a/b/c/d;p?q','#s') -> 'http://a/b/c/d;p?q#s'
# urljoin('http://a/b/c/d','http://z') -> 'http://z'
# urljoin('http://a','b') -> 'http://a/b'
# urljoin('http://a/b/','../../../x') -> 'http://a/x'
# urldefrag('http://a/b#c') -> DefragResult(url='http://a/b', fragment='c')
# quote('a b/ü&?'),quote_plus('a b/ü&'),unquote('a%20b%C3%BC%zz+'),unquote_plus('a+b') -> ('a%20b/%C3%BC%26%3F', 'a+b%2F%C3%BC%26', 'a bü%zz+', 'a b')
# quote('a/b',safe='') -> 'a%2Fb'
# quote(b'\xff') -> '%FF'
# quote(5) !! TypeError quote_from_bytes() expected bytes
# urlencode({'a':1,'b':'x y','c':'ü'}) -> 'a=1&b=x+y&c=%C3%BC'
# urlencode([('a',[1,2])],doseq=True) -> 'a=1&a=2'
# urlencode('abc') !! TypeError not a valid non-string sequence or mapping object
# parse_qs('a=1&a=2&b=&c=x%20y') -> {'a': ['1', '2'], 'c': ['x y']}
# parse_qs('a=1&b=',keep_blank_values=True) -> {'a': ['1'], 'b': ['']}
# parse_qsl('a=1;b=2&c') -> [('a', '1;b=2')]
# parse_qs('a',strict_parsing=True) !! ValueError bad query field: 'a'
# html.escape('<a href="x">&\'</a>'),html.escape('"',quote=False),html.unescape('&lt;&amp;&#65;&#x42;&nbsp;&copy;x&zz;&amp') -> ('&lt;a href=&quot;x&quot;&gt;&amp;&#x27;&lt;/a&gt;', '"', '<&AB\xa0©x&zz;&')
# fnmatch.fnmatch('a.py','*.py'),fnmatch.fnmatch('a.py','[ab].p?'),fnmatch.filter(['a','b.c'],'*.c'),fnmatch.fnmatch('ab','[!a]b') -> (True, True, ['b.c'], False)
# glob.escape('a*b') -> 'a[*]b'
# shutil.which('nonexistent-thing') -> None
# shutil.get_terminal_size((70,20))[:0] -> ()
# ['.', 'b.txt', 's', 's/a.txt'] ['b.txt']
# ['a.txt']
# False
# False
# abc True True
# False
