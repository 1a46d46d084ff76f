# pathlib, hashlib, uuid, timeit: what they answer and refuse.
def t(src, env=None):
    try:
        print(src, '->', repr(eval(src, env if env is not None else {})))
    except Exception as e:
        print(src, '!!', type(e).__name__, str(e)[:300])

import hashlib, uuid, os
from pathlib import *
E=dict(globals())
for s in r'''hashlib.md5(b'abc').hexdigest()
hashlib.sha1(b'abc'*100).hexdigest()
hashlib.sha256(b'').hexdigest()
hashlib.sha512(b'abc').hexdigest()[:20]
hashlib.md5(b'a'*55).hexdigest(),hashlib.md5(b'a'*56).hexdigest(),hashlib.md5(b'a'*64).hexdigest(),hashlib.sha1(b'a'*119).hexdigest()
hashlib.md5('abc')
hashlib.md5(5)
hashlib.new('sha256',b'x').hexdigest()
hashlib.new('nope')
hashlib.sha256().name,hashlib.sha256().digest_size,hashlib.sha256().block_size
uuid.UUID('12345678-1234-5678-1234-567812345678')
str(uuid.UUID(int=5))
uuid.UUID('x')
uuid.UUID()
uuid.uuid5(uuid.NAMESPACE_DNS,'python.org')
uuid.uuid3(uuid.NAMESPACE_DNS,'python.org')
uuid.uuid4().version,uuid.uuid1().version,uuid.uuid4().variant
len(str(uuid.uuid4())),len(uuid.uuid4().hex)
uuid.UUID(int=5)<uuid.UUID(int=6)
uuid.UUID(bytes=b'a'*16).fields
uuid.UUID(int=1<<128)
Path('a/b.txt')
PurePath('a','b')
str(Path('a//b/./c/../d/'))
Path()
Path('/').parts,Path('a/b').parts,Path('/a/b').parts
Path('a/b.tar.gz').name,Path('a/b.tar.gz').stem,Path('a/b.tar.gz').suffix,Path('a/b.tar.gz').suffixes
Path('.bashrc').suffix,Path('.bashrc').stem,Path('a.').suffix
Path('a/b').parent,Path('a').parent,Path('/').parent,list(Path('/a/b/c').parents)
Path('a')/'b'/'c'
'x'/Path('b')
Path('a')/'/b'
Path('a')/5
Path(5)
Path('a/b').with_suffix('.py'),Path('a/b.c').with_name('x'),Path('a/b.c').with_stem('q')
Path('a/b').with_suffix('py')
Path('/').with_name('x')
Path('/a/b/c').relative_to('/a')
Path('/a/b/c').relative_to('/x')
Path('/a/b/c').is_relative_to('/a')
Path('/a/b').relative_to('/a/c',walk_up=True)
Path('a')==Path('a'),Path('a')<Path('b'),hash(Path('a'))==hash(Path('a')),Path('a')=='a'
Path('a/b.py').match('*.py'),Path('a/b.py').match('b/*.py'),Path('/a/b.py').full_match('/**/*.py')
Path('/nonexistent').exists(),Path('/tmp').is_dir(),Path('/tmp').is_file()
Path('/nonexistent').read_text()
Path('/a b').as_uri()
Path('a').is_absolute()
os.fspath(Path('a'))
f"{Path('a/b')}"
Path('a/b').joinpath('c','d')
isinstance(Path('a'),PurePath),isinstance(Path(),os.PathLike)
Path.cwd()==Path(os.getcwd())
Path('~').expanduser()==Path.home()
Path('a').absolute()==Path.cwd()/'a'
PurePosixPath('a')'''.split('\n'): t(s,E)
d=Path('/tmp/miniasync_pathlib_test'); d.mkdir(exist_ok=True); (d/'sub').mkdir(parents=True,exist_ok=True)
print((d/'x.txt').write_text('hi\n'), (d/'x.txt').read_text(), (d/'sub'/'y.txt').write_bytes(b'abc'))
print(sorted(p.name for p in d.iterdir()), sorted(d.rglob('*.txt')), sorted(d.glob('*/*.txt')), sorted(d.glob('**/*')))
try: d.mkdir()
except FileExistsError as e: print(e)
with (d/'x.txt').open('a') as f: f.write('z')
print((d/'x.txt').stat().st_size, (d/'x.txt').rename(d/'w.txt'))
(d/'w.txt').unlink(); (d/'sub'/'y.txt').unlink(); (d/'w.txt').unlink(missing_ok=True)
(d/'sub').rmdir(); (d/'t').touch(); print((d/'t').exists()); (d/'t').unlink(); d.rmdir(); print(d.exists())
import timeit
print(timeit.timeit('x=1',number=10)<1, len(timeit.repeat(lambda: 1, number=5, repeat=3)))
# expect-output:
# hashlib.md5(b'abc').hexdigest() -> '900150983cd24fb0d6963f7d28e17f72'
# hashlib.sha1(b'abc'*100).hexdigest() -> 'c95466320eaae6d19ee314ae4f135b12d45ced9a'
# hashlib.sha256(b'').hexdigest() -> 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
# hashlib.sha512(b'abc').hexdigest()[:20] -> 'ddaf35a193617abacc41'
# hashlib.md5(b'a'*55).hexdigest(),hashlib.md5(b'a'*56).hexdigest(),hashlib.md5(b'a'*64).hexdigest(),hashlib.sha1(b'a'*119).hexdigest() -> ('ef1772b6dff9a122358552954ad0df65', '3b0c8ac703f828b04c6c197006d17218', '014842d480b571495a4a0363793f7367', 'ee971065aaa017e0632a8ca6c77bb3bf8b1dfc56')
# hashlib.md5('abc') !! TypeError Strings must be encoded before hashing
# hashlib.md5(5) !! TypeError object supporting the buffer API required
# hashlib.new('sha256',b'x').hexdigest() -> '2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881'
# hashlib.new('nope') !! ValueError unsupported hash type nope
# hashlib.sha256().name,hashlib.sha256().digest_size,hashlib.sha256().block_size -> ('sha256', 32, 64)
# uuid.UUID('12345678-1234-5678-1234-567812345678') -> UUID('12345678-1234-5678-1234-567812345678')
# str(uuid.UUID(int=5)) -> '00000000-0000-0000-0000-000000000005'
# uuid.UUID('x') !! ValueError badly formed hexadecimal UUID string
# uuid.UUID() !! TypeError one of the hex, bytes, bytes_le, fields, or int arguments must be given
# uuid.uuid5(uuid.NAMESPACE_DNS,'python.org') -> UUID('886313e1-3b8a-5372-9b90-0c9aee199e5d')
# uuid.uuid3(uuid.NAMESPACE_DNS,'python.org') -> UUID('6fa459ea-ee8a-3ca4-894e-db77e160355e')
# uuid.uuid4().version,uuid.uuid1().version,uuid.uuid4().variant -> (4, 1, 'specified in RFC 4122')
# len(str(uuid.uuid4())),len(uuid.uuid4().hex) -> (36, 32)
# uuid.UUID(int=5)<uuid.UUID(int=6) -> True
# uuid.UUID(bytes=b'a'*16).fields -> (1633771873, 24929, 24929, 97, 97, 107070873493857)
# uuid.UUID(int=1<<128) !! ValueError int is out of range (need a 128-bit value)
# Path('a/b.txt') -> PosixPath('a/b.txt')
# PurePath('a','b') -> PurePosixPath('a/b')
# str(Path('a//b/./c/../d/')) -> 'a/b/c/../d'
# Path() -> PosixPath('.')
# Path('/').parts,Path('a/b').parts,Path('/a/b').parts -> (('/',), ('a', 'b'), ('/', 'a', 'b'))
# Path('a/b.tar.gz').name,Path('a/b.tar.gz').stem,Path('a/b.tar.gz').suffix,Path('a/b.tar.gz').suffixes -> ('b.tar.gz', 'b.tar', '.gz', ['.tar', '.gz'])
# Path('.bashrc').suffix,Path('.bashrc').stem,Path('a.').suffix -> ('', '.bashrc', '')
# Path('a/b').parent,Path('a').parent,Path('/').parent,list(Path('/a/b/c').parents) -> (PosixPath('a'), PosixPath('.'), PosixPath('/'), [PosixPath('/a/b'), PosixPath('/a'), PosixPath('/')])
# Path('a')/'b'/'c' -> PosixPath('a/b/c')
# 'x'/Path('b') -> PosixPath('x/b')
# Path('a')/'/b' -> PosixPath('/b')
# Path('a')/5 !! TypeError unsupported operand type(s) for /: 'PosixPath' and 'int'
# Path(5) !! TypeError argument should be a str or an os.PathLike object where __fspath__ returns a str, not 'int'
# Path('a/b').with_suffix('.py'),Path('a/b.c').with_name('x'),Path('a/b.c').with_stem('q') -> (PosixPath('a/b.py'), PosixPath('a/x'), PosixPath('a/q.c'))
# Path('a/b').with_suffix('py') !! ValueError Invalid suffix 'py'
# Path('/').with_name('x') !! ValueError PosixPath('/') has an empty name
# Path('/a/b/c').relative_to('/a') -> PosixPath('b/c')
# Path('/a/b/c').relative_to('/x') !! ValueError '/a/b/c' is not in the subpath of '/x'
# Path('/a/b/c').is_relative_to('/a') -> True
# Path('/a/b').relative_to('/a/c',walk_up=True) -> PosixPath('../b')
# Path('a')==Path('a'),Path('a')<Path('b'),hash(Path('a'))==hash(Path('a')),Path('a')=='a' -> (True, True, True, False)
# Path('a/b.py').match('*.py'),Path('a/b.py').match('b/*.py'),Path('/a/b.py').full_match('/**/*.py') -> (True, False, True)
# Path('/nonexistent').exists(),Path('/tmp').is_dir(),Path('/tmp').is_file() -> (False, True, False)
# Path('/nonexistent').read_text() !! FileNotFoundError [Errno 2] No such file or directory: '/nonexistent'
# Path('/a b').as_uri() -> 'file:///a%20b'
# Path('a').is_absolute() -> False
# os.fspath(Path('a')) -> 'a'
# f"{Path('a/b')}" -> 'a/b'
# Path('a/b').joinpath('c','d') -> PosixPath('a/b/c/d')
# isinstance(Path('a'),PurePath),isinstance(Path(),os.PathLike) -> (True, True)
# Path.cwd()==Path(os.getcwd()) -> True
# Path('~').expanduser()==Path.home() -> True
# Path('a').absolute()==Path.cwd()/'a' -> True
# PurePosixPath('a') -> PurePosixPath('a')
# 3 hi
#  3
# ['sub', 'x.txt'] [PosixPath('/tmp/miniasync_pathlib_test/sub/y.txt'), PosixPath('/tmp/miniasync_pathlib_test/x.txt')] [PosixPath('/tmp/miniasync_pathlib_test/sub/y.txt')] [PosixPath('/tmp/miniasync_pathlib_test/sub'), PosixPath('/tmp/miniasync_pathlib_test/sub/y.txt'), PosixPath('/tmp/miniasync_pathlib_test/x.txt')]
# [Errno 17] File exists: '/tmp/miniasync_pathlib_test'
# 4 /tmp/miniasync_pathlib_test/w.txt
# True
# False
# True 3
