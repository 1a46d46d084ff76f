# os and os.path: text functions, files, directories, and the words of errors.
import os
import os.path as osp

base = '/tmp/miniasync_os_%d' % os.getpid()


def t(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)).replace(base, 'BASE'))
    except Exception as e:
        print(type(e).__name__, str(e).replace(base, 'BASE'))


class P:
    def __init__(self, path):
        self.path = path

    def __fspath__(self):
        return self.path


t(osp.join, 'a', 'b', 'c'), t(osp.join, 'a/', '/b'), t(osp.join, '', 'x'), t(osp.join, 'a', ''), t(osp.join, 'a', P('q'))
t(osp.join, 'a', 3), t(osp.join, 3), t(osp.join, 'a', b'b')
for p in ('', '/', 'a', 'a/b', '/a/b/', '//x', 'a//b', '.bashrc', 'x.tar.gz', 'a.b/c', '..', 'a/..', './a/./b/../c', '///x', '//a/b/..'):
    print(repr(p), osp.split(p), osp.basename(p), osp.dirname(p), osp.splitext(p), osp.normpath(p), osp.isabs(p))
t(osp.basename, 3), t(osp.splitext, None), t(osp.basename, P('/x/y'))
print(osp.abspath('/a/../b'), osp.relpath('/a/b/c', '/a/d'), osp.relpath('/a', '/a'), osp.relpath('/', '/x/y'))
t(osp.relpath, ''), print(osp.commonprefix(['abc', 'abd', 'ab']), osp.commonprefix([]), osp.expanduser('~/x').endswith('/x'), osp.expanduser('a~'))
t(os.mkdir, base), t(os.mkdir, base), t(os.makedirs, base + '/a/b/c'), t(os.makedirs, base + '/a/b'), t(os.makedirs, base + '/a/b', exist_ok=True)
with open(base + '/f.txt', 'w') as f:
    f.write('12345')
print(sorted(os.listdir(base)), osp.exists(base), osp.isdir(base), osp.isfile(base), osp.isfile(base + '/f.txt'), osp.exists(base + '/no'))
print(osp.getsize(base + '/f.txt'), os.stat(base + '/f.txt').st_size, os.stat(base + '/f.txt')[6], osp.getmtime(base) > 1e9, len(os.stat(base)))
t(osp.getsize, base + '/no'), t(os.stat, base + '/no'), t(os.listdir, base + '/no'), t(os.listdir, base + '/f.txt'), t(os.remove, base + '/no')
t(os.remove, base + '/a'), t(os.rmdir, base + '/a'), t(os.rmdir, base + '/no'), t(os.chdir, base + '/no'), t(os.mkdir, 'a\0b'), t(os.mkdir, 3)
t(os.rename, base + '/f.txt', base + '/g.txt'), t(os.rename, base + '/no', base + '/x'), t(os.replace, base + '/g.txt', base + '/h.txt')
t(os.symlink, base + '/h.txt', base + '/link'), t(os.readlink, base + '/link'), print(osp.islink(base + '/link'), osp.realpath(base + '/link') == osp.realpath(base + '/h.txt'))
t(os.access, base, os.R_OK), t(os.access, base + '/no', os.F_OK), t(osp.samefile, base, base + '/a/..'), t(os.chmod, base + '/h.txt', 0o600)
print(oct(os.stat(base + '/h.txt').st_mode), osp.exists('a\0b'))
try:
    open(base + '/no')
except FileNotFoundError as e:
    print(e.errno, e.strerror, e.filename == base + '/no', e.args)
try:
    os.rename(base + '/no', base + '/x')
except OSError as e:
    print(type(e).__name__, e.filename == base + '/no', e.filename2 == base + '/x')
here = os.getcwd()
os.chdir(base)
print(os.getcwd() == osp.realpath(base), os.listdir('a'), osp.abspath('q') == osp.realpath(base) + '/q')
os.chdir(here)
os.remove(base + '/link'), os.remove(base + '/h.txt'), os.rmdir(base + '/a/b/c'), os.rmdir(base + '/a/b'), os.rmdir(base + '/a'), os.rmdir(base)
print(os.name, os.sep, repr(os.linesep), os.pathsep, os.curdir, os.pardir, os.devnull, osp.sep, os.error is OSError)
os.environ['MINIASYNC_PROBE'] = 'yes'
print(os.getenv('MINIASYNC_PROBE'), os.environ.get('MINIASYNC_NOPE'), os.getenv('MINIASYNC_NOPE', 5), 'PATH' in os.environ)
t(lambda: os.environ['MINIASYNC_NOPE']), t(os.getenv, 3) if False else None
print(len(os.urandom(8)), type(os.urandom(1)).__name__, os.cpu_count() >= 1, os.strerror(2), os.getpid() > 0)
t(os.urandom, -1), t(os.urandom, 'a'), t(os.fspath, 'x'), t(os.fspath, P('y')), t(os.fspath, 3), t(os.fspath, P(3))
r, w = os.pipe()
print(os.write(w, b'hi'), os.read(r, 10), os.close(r), os.close(w))
t(os.close, 999), t(os.write, 1, 'x')

# expect-output:
# 'a/b/c'
# '/b'
# 'x'
# 'a/'
# 'a/q'
# TypeError join() argument must be str, bytes, or os.PathLike object, not 'int'
# TypeError expected str, bytes or os.PathLike object, not int
# TypeError Can't mix strings and bytes in path components
# '' ('', '')   ('', '') . False
# '/' ('/', '')  / ('/', '') / True
# 'a' ('', 'a') a  ('a', '') a False
# 'a/b' ('a', 'b') b a ('a/b', '') a/b False
# '/a/b/' ('/a/b', '')  /a/b ('/a/b/', '') /a/b True
# '//x' ('//', 'x') x // ('//x', '') //x True
# 'a//b' ('a', 'b') b a ('a//b', '') a/b False
# '.bashrc' ('', '.bashrc') .bashrc  ('.bashrc', '') .bashrc False
# 'x.tar.gz' ('', 'x.tar.gz') x.tar.gz  ('x.tar', '.gz') x.tar.gz False
# 'a.b/c' ('a.b', 'c') c a.b ('a.b/c', '') a.b/c False
# '..' ('', '..') ..  ('..', '') .. False
# 'a/..' ('a', '..') .. a ('a/..', '') . False
# './a/./b/../c' ('./a/./b/..', 'c') c ./a/./b/.. ('./a/./b/../c', '') a/c False
# '///x' ('///', 'x') x /// ('///x', '') /x True
# '//a/b/..' ('//a/b', '..') .. //a/b ('//a/b/..', '') //a True
# TypeError expected str, bytes or os.PathLike object, not int
# TypeError expected str, bytes or os.PathLike object, not NoneType
# 'y'
# /b ../b/c . ../..
# ValueError no path specified
# ab  True a~
# None
# FileExistsError [Errno 17] File exists: 'BASE'
# None
# FileExistsError [Errno 17] File exists: 'BASE/a/b'
# None
# ['a', 'f.txt'] True True False True False
# 5 5 5 True 10
# FileNotFoundError [Errno 2] No such file or directory: 'BASE/no'
# FileNotFoundError [Errno 2] No such file or directory: 'BASE/no'
# FileNotFoundError [Errno 2] No such file or directory: 'BASE/no'
# NotADirectoryError [Errno 20] Not a directory: 'BASE/f.txt'
# FileNotFoundError [Errno 2] No such file or directory: 'BASE/no'
# IsADirectoryError [Errno 21] Is a directory: 'BASE/a'
# OSError [Errno 39] Directory not empty: 'BASE/a'
# FileNotFoundError [Errno 2] No such file or directory: 'BASE/no'
# FileNotFoundError [Errno 2] No such file or directory: 'BASE/no'
# ValueError mkdir: embedded null character in path
# TypeError mkdir: path should be string, bytes or os.PathLike, not int
# None
# FileNotFoundError [Errno 2] No such file or directory: 'BASE/no' -> 'BASE/x'
# None
# None
# 'BASE/h.txt'
# True True
# True
# False
# True
# None
# 0o100600 False
# 2 No such file or directory True (2, 'No such file or directory')
# FileNotFoundError True True
# True ['b'] True
# posix / '\n' : . .. /dev/null / True
# yes None 5 True
# KeyError 'MINIASYNC_NOPE'
# 8 bytes True No such file or directory True
# ValueError negative argument not allowed
# TypeError 'str' object cannot be interpreted as an integer
# 'x'
# 'y'
# TypeError expected str, bytes or os.PathLike object, not int
# TypeError expected P.__fspath__() to return str or bytes, not int
# 2 b'hi' None None
# OSError [Errno 9] Bad file descriptor
# TypeError a bytes-like object is required, not 'str'
