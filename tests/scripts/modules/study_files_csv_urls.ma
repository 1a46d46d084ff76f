# Many small checks; CPython prints the same.
def t(f, *a, **k):
    try: print(repr(f(*a, **k)))
    except BaseException as e: print(type(e).__name__, e)
from pathlib import *
import os, tempfile, csv, io, shutil, glob, fnmatch, urllib.parse as up, html, base64, hashlib, uuid
p = PurePosixPath('/a/b/c.tar.gz'); print(p, repr(p), p.name, p.stem, p.suffix, p.suffixes, p.parent, list(p.parents), p.parts, p.root, p.anchor, p / 'x', p.with_name('q'), p.with_suffix('.z'), p.with_stem('s'), p.is_absolute(), p.relative_to('/a'), p.match('*.gz'), p.joinpath('a', 'b'), p.as_posix(), PurePosixPath('a//b/./c/..'), PurePosixPath('.'), PurePosixPath('') == PurePosixPath('.'), PurePosixPath('a') < PurePosixPath('b'), hash(p) == hash(PurePosixPath('/a/b/c.tar.gz')), '/x' / PurePosixPath('y'), PurePosixPath('a', '/b', 'c'), p.is_relative_to('/a'), PurePosixPath('.bashrc').suffix, PurePosixPath('a.').suffix, p.as_uri(), PureWindowsPath('C:\\a\\b').parts if 0 else ''); t(lambda: p.relative_to('/z')); t(lambda: p.with_suffix('z')); t(lambda: PurePosixPath(5)); t(lambda: p.with_name('')); t(lambda: p / 5)
d = Path(tempfile.mkdtemp()); f = d / 'f.txt'; print(f.write_text('hello\nwörld\n'), f.read_text(), f.read_bytes(), f.exists(), f.is_file(), d.is_dir(), f.stat().st_size, [x.name for x in d.iterdir()], (d / 'sub' / 'deep').mkdir(parents=True), sorted(x.relative_to(d).as_posix() for x in d.rglob('*')), [x.name for x in d.glob('*.txt')], f.rename(d / 'g.txt').name, f.exists()); t(lambda: f.read_text() if 0 else (d / 'sub').rmdir()) if 0 else None
for e in (lambda: (d / 'no').read_text(), lambda: (d / 'sub').mkdir(), lambda: (d / 'sub').rmdir(), lambda: (d / 'zz').unlink(), lambda: open(d / 'nope'), lambda: os.listdir(d / 'q'), lambda: os.remove(d / 'sub'), lambda: os.mkdir(d / 'a' / 'b')):
    try: print(e())
    except OSError as x: print(type(x).__name__, x.errno, x.strerror, os.path.basename(x.filename))
(d / 'g.txt').touch(); (d / 'zz').unlink(missing_ok=True); (d / 'sub').mkdir(exist_ok=True)
with (d / 'g.txt').open('a') as fh: fh.write('more'); 
with open(d / 'g.txt') as fh: print(fh.readlines(), fh.name == str(d / 'g.txt'), fh.mode, fh.encoding, fh.closed)
with open(d / 'b', 'wb') as fh: print(fh.write(b'\x00\x01'), fh.tell())
with open(d / 'b', 'r+b') as fh: fh.seek(1); fh.write(b'Z'); fh.seek(0); print(fh.read())
t(lambda: open(d / 'b', 'q')); t(lambda: open(d / 'b', 'rw')); t(lambda: open(d / 'b', 'x')) if 0 else None; t(lambda: open(d / 'b').write('x')); t(lambda: open(d / 'b', 'wb').write('x')); t(lambda: open(5.5))
print(sorted(os.path.basename(x) for x in glob.glob(str(d / '*'))), [(os.path.relpath(r, d), sorted(ds), sorted(fs)) for r, ds, fs in os.walk(d)], sorted(e.name for e in os.scandir(d)), os.path.join('a', '/b', 'c'), os.path.split('/a/b'), os.path.splitext('a.b.c'), os.path.normpath('a/../b//c'), os.path.dirname('/a/b/'), os.path.commonprefix(['abc', 'abd']), os.path.commonpath(['/a/b', '/a/c']), os.path.isabs('/a'), os.path.expanduser('~') != '~'); shutil.copy(d / 'g.txt', d / 'h.txt'); shutil.move(d / 'h.txt', d / 'sub'); print(os.path.exists(d / 'sub' / 'h.txt')); shutil.rmtree(d); print(d.exists())
r = csv.reader(io.StringIO('a,b,c\n1,"x, y","q""q"\n\n2,,"multi\nline"\n')); print(list(r), r.line_num); o = io.StringIO(); w = csv.writer(o); w.writerow(['a', 1, None, 'x,y', 'q"q', 'n\nl', 1.5]); w.writerows([[1], [2, 3]]); print(repr(o.getvalue())); dr = csv.DictReader(io.StringIO('n,v\nx,1\ny,2,3\nz\n')); print(list(dr), dr.fieldnames); o = io.StringIO(); dw = csv.DictWriter(o, ['a', 'b'], extrasaction='ignore', restval='-'); dw.writeheader(); dw.writerow({'a': 1, 'c': 3}); print(repr(o.getvalue())); t(lambda: csv.DictWriter(io.StringIO(), ['a']).writerow({'z': 1})); o = io.StringIO(); csv.writer(o, delimiter=';', quoting=csv.QUOTE_ALL, lineterminator='\n').writerow([1, 'a']); csv.writer(o, quoting=csv.QUOTE_NONNUMERIC).writerow([1, 'a']); print(repr(o.getvalue())); t(lambda: csv.writer(io.StringIO(), quoting=csv.QUOTE_NONE).writerow(['a,b'])); print(list(csv.reader(['a b', "'c d' e"], delimiter=' ', quotechar="'")), csv.list_dialects()); t(lambda: list(csv.reader(['"abc'], strict=True)))
u = up.urlparse('https://user:pw@host.com:8080/path/x;p?q=1&r=a%20b&q=2#frag'); print(u, u.netloc, u.hostname, u.port, u.username, u.geturl(), up.parse_qs(u.query), up.parse_qsl(u.query), up.urlencode({'a': 1, 'b': 'x y', 'c': 'é&'}), up.urlencode({'a': [1, 2]}, doseq=True), up.quote('a b/ü?'), up.quote('a/b', safe=''), up.quote_plus('a b&c'), up.unquote('a%20b%C3%BC'), up.unquote_plus('a+b'), up.urljoin('http://a/b/c', '../d'), up.urljoin('http://a/b/', 'c?x'), up.urlsplit('//h/p'), u._replace(scheme='ftp').geturl(), up.urlunparse(('http', 'h', '/p', '', 'q=1', '')), up.urldefrag('a#b'))
print(html.escape('<a href="x">\'&'), html.unescape('&lt;&amp;&#39;&eacute;&#x4e2d;'), base64.b64encode(b'hello'), base64.b64decode('aGVsbG8='), base64.urlsafe_b64encode(b'\xff\xfe'), base64.b32encode(b'hi'), base64.b16encode(b'hi'), hashlib.md5(b'a').hexdigest(), hashlib.sha256(b'a').hexdigest(), hashlib.sha1(b'a').digest()[:3], hashlib.new('sha256', b'x').name, hashlib.sha512(b'').block_size, uuid.UUID('12345678123456781234567812345678'), uuid.uuid5(uuid.NAMESPACE_DNS, 'python.org'), uuid.uuid4().version, fnmatch.fnmatch('a.py', '*.py'), fnmatch.filter(['a', 'b.c'], '*.c')); t(lambda: base64.b64decode('abc')); t(lambda: uuid.UUID('x')); t(lambda: hashlib.new('zz'))
# expect-output:
# /a/b/c.tar.gz PurePosixPath('/a/b/c.tar.gz') c.tar.gz c.tar .gz ['.tar', '.gz'] /a/b [PurePosixPath('/a/b'), PurePosixPath('/a'), PurePosixPath('/')] ('/', 'a', 'b', 'c.tar.gz') / / /a/b/c.tar.gz/x /a/b/q /a/b/c.tar.z /a/b/s.gz True b/c.tar.gz True /a/b/c.tar.gz/a/b /a/b/c.tar.gz a/b/c/.. . True True True /x/y /b/c True   file:///a/b/c.tar.gz 
# ValueError '/a/b/c.tar.gz' is not in the subpath of '/z'
# ValueError Invalid suffix 'z'
# TypeError argument should be a str or an os.PathLike object where __fspath__ returns a str, not 'int'
# ValueError Invalid name ''
# TypeError unsupported operand type(s) for /: 'PurePosixPath' and 'int'
# 12 hello
# wörld
#  b'hello\nw\xc3\xb6rld\n' True True True 13 ['f.txt'] None ['f.txt', 'sub', 'sub/deep'] ['f.txt'] g.txt False
# FileNotFoundError 2 No such file or directory no
# FileExistsError 17 File exists sub
# OSError 39 Directory not empty sub
# FileNotFoundError 2 No such file or directory zz
# FileNotFoundError 2 No such file or directory nope
# FileNotFoundError 2 No such file or directory q
# IsADirectoryError 21 Is a directory sub
# FileNotFoundError 2 No such file or directory b
# ['hello\n', 'wörld\n', 'more'] True r UTF-8 False
# 2 2
# b'\x00Z'
# ValueError invalid mode: 'q'
# ValueError must have exactly one of create/read/write/append mode
# UnsupportedOperation not writable
# TypeError a bytes-like object is required, not 'str'
# TypeError expected str, bytes or os.PathLike object, not float
# ['b', 'g.txt', 'sub'] [('.', ['sub'], ['b', 'g.txt']), ('sub', ['deep'], []), ('sub/deep', [], [])] ['b', 'g.txt', 'sub'] /b/c ('/a', 'b') ('a.b', '.c') b/c /a/b ab /a True True
# True
# False
# [['a', 'b', 'c'], ['1', 'x, y', 'q"q'], [], ['2', '', 'multi\nline']] 5
# 'a,1,,"x,y","q""q","n\nl",1.5\r\n1\r\n2,3\r\n'
# [{'n': 'x', 'v': '1'}, {'n': 'y', 'v': '2', None: ['3']}, {'n': 'z', 'v': None}] ['n', 'v']
# 'a,b\r\n1,-\r\n'
# ValueError dict contains fields not in fieldnames: 'z'
# '"1";"a"\n1,"a"\r\n'
# Error need to escape, but no escapechar set
# [['a', 'b'], ['c d', 'e']] ['excel', 'excel-tab', 'unix']
# Error unexpected end of data
# ParseResult(scheme='https', netloc='user:pw@host.com:8080', path='/path/x', params='p', query='q=1&r=a%20b&q=2', fragment='frag') user:pw@host.com:8080 host.com 8080 user https://user:pw@host.com:8080/path/x;p?q=1&r=a%20b&q=2#frag {'q': ['1', '2'], 'r': ['a b']} [('q', '1'), ('r', 'a b'), ('q', '2')] a=1&b=x+y&c=%C3%A9%26 a=1&a=2 a%20b/%C3%BC%3F a%2Fb a+b%26c a bü a b http://a/d http://a/b/c?x SplitResult(scheme='', netloc='h', path='/p', query='', fragment='') ftp://user:pw@host.com:8080/path/x;p?q=1&r=a%20b&q=2#frag http://h/p?q=1 DefragResult(url='a', fragment='b')
# &lt;a href=&quot;x&quot;&gt;&#x27;&amp; <&'é中 b'aGVsbG8=' b'hello' b'__4=' b'NBUQ====' b'6869' 0cc175b9c0f1b6a831c399e269772661 ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb b'\x86\xf7\xe4' sha256 128 12345678-1234-5678-1234-567812345678 886313e1-3b8a-5372-9b90-0c9aee199e5d 4 True ['b.c']
# Error Incorrect padding
# ValueError badly formed hexadecimal UUID string
# ValueError unsupported hash type zz
