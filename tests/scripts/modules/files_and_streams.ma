# open, files, io.StringIO, io.BytesIO: reading, writing, positions and the words of every error.
import io
import os
import sys

base = '/tmp/miniasync_files_%d' % os.getpid()
os.mkdir(base)
path = os.path.join(base, 'x.txt')


def t(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)).replace(base, 'BASE'))
    except Exception as e:
        print(type(e).__name__, str(e).replace(base, 'BASE'))


with open(path, 'w') as f:
    print(f.write('one\ntwo\r\nthree'), f.writable(), f.readable(), f.tell(), f.closed)
    f.writelines(['\n', 'fünf\n', '中文😀'])
    print(f.tell())
print(f.closed, os.path.getsize(path))
with open(path) as f:
    print(f.read(), f.read() == '')
with open(path, newline='') as f:
    print(f.readlines())
with open(path) as f:
    print(f.readline(), f.readline(2), f.readline(), next(f), list(f))
with open(path, encoding='utf-8') as f:
    print(f.read(2), f.read(5), f.seek(0), f.read(3), [line for line in f], f.read())
with open(path, 'rb') as f:
    print(f.read(4), f.tell(), f.readline(), f.seek(-4, 2), f.read(), f.read(), f.readlines())
with open(path, 'r+') as f:
    f.write('ONE')
    f.seek(0)
    print(f.read(5), f.truncate(4), f.seek(0), f.read())
with open(path, 'a+') as f:
    print(f.tell(), f.write('end'), f.seek(0), f.read())
with open(path, 'ab') as f:
    f.write(b'\xff')
t(lambda: open(path).read()), t(lambda: open(path, errors='replace').read()), t(lambda: open(path, errors='ignore').read())
t(lambda: open(path, errors='surrogateescape').read()), t(lambda: open(path, errors='backslashreplace').read())
t(lambda: open(path, encoding='latin-1').read()), t(lambda: open(path, encoding='ascii').read())
t(open, path, encoding='utf-8'), t(open, path, 'rb'), t(open, path, 'r+b'), t(open, path, 'ab'), t(open, path, 'q')
t(open, path, 'rw'), t(open, path, 'rt+b'), t(open, path, 'rb', encoding='utf-8'), t(open, path, 'rb', newline='')
t(open, path, newline='x'), t(open, path, encoding='xx'), t(open, path, 'r', 0), t(open, base), t(open, base + '/none')
t(open, 3.5), t(open, 'a\0b'), t(open, ''), t(open, path, 'x'), t(open, path, 3), t(open, path, ''), t(open, 999)
t(lambda: open(path).write('a')), t(lambda: open(path, 'a').read()), t(lambda: open(path, 'rb').write(b'a'))
t(lambda: open(path, 'ab').read()), t(lambda: open(path, 'ab').write('x')), t(lambda: open(path, 'a').write(b'x'))
t(lambda: open(path, 'a').write(3)), t(lambda: open(path).seek(1, 1)), t(lambda: open(path).seek(-1))
t(lambda: open(path).read('a')), t(lambda: open(path, 'w', encoding='ascii').write('é'))
t(lambda: open(path, 'w', encoding='latin-1').write('中a')), t(lambda: open(path, 'w').write('a\udc80'))
f = open(path)
f.close(), f.close()
t(f.read), t(f.fileno), t(next, f), t(f.__enter__), t(f.flush), print(f.closed, f.mode, f.name == path)
with open(path, 'w', newline='\r\n') as f:
    f.write('a\nb\n')
print(open(path, 'rb').read())
with open(path, 'w', encoding='utf-8-sig') as f:
    f.write('bom')
print(open(path, 'rb').read(), open(path, encoding='utf-8-sig').read(), ascii(open(path).read()))
with open(path, 'w') as f:
    print('to a file', 1, 2, file=f, sep='-', end='!\n')
    print('x' * 100000, file=f)
print(open(path).readline(), len(open(path).read()))
with open(path, 'wb') as f:
    f.write(b'abc' * 30000), f.write(bytearray(b'!'))
print(os.stat(path).st_size)

s = io.StringIO()
print(s.write('hello'), s.write(' world\n'), repr(s.getvalue()), s.tell(), s.seek(2), s.read(3), s.readline(), repr(s.read()))
s.seek(0), s.write('J'), print(s.getvalue(), s.truncate(3), repr(s.getvalue()))
s = io.StringIO('a\nb\nc')
print(s.readlines(), s.seek(0), list(s), s.seek(0), next(s), s.tell(), s.seek(10), s.write('z'), repr(s.getvalue()))
print(io.StringIO('a\r\nb\rc').readlines(), io.StringIO('a\r\nb\rc', newline=None).readlines(), io.StringIO('a\r\nb\rc', newline='').readlines())
t(io.StringIO, 3), t(lambda: io.StringIO().write(3)), t(lambda: io.StringIO('abc').seek(-1)), t(lambda: io.StringIO().seek(1, 1))
t(lambda: io.StringIO().seek(1, 5)), t(lambda: io.StringIO().fileno()), s.close(), t(s.read), t(s.getvalue), t(s.write, '')
with io.StringIO() as s:
    print('printed', file=s)
    print(s.getvalue())
b = io.BytesIO(b'abc\ndef')
print(b.read(2), b.readline(), b.readlines(), b.seek(0), b.getvalue(), b.write(b'XY'), b.getvalue(), b.seek(-1, 2), b.read())
t(io.BytesIO, 'a'), t(lambda: b.write('x')), t(lambda: b.seek(-1)), b.close(), t(b.read), t(b.getvalue)
buffer = bytearray(3)
print(io.BytesIO(b'hello').readinto(buffer), buffer)
print(isinstance(s, io.TextIOBase), isinstance(b, io.IOBase), issubclass(io.UnsupportedOperation, OSError), issubclass(io.UnsupportedOperation, ValueError))


class Upper(io.StringIO):
    def write(self, text):
        return super().write(text.upper())


u = Upper()
print('quiet', 1, file=u)
print(u.getvalue())
old = sys.stdout
sys.stdout = io.StringIO()
print('caught')
text = sys.stdout.getvalue()
sys.stdout = old
print(repr(text), sys.stdout is sys.__stdout__)


class Sink:
    def __init__(self):
        self.parts = []

    def write(self, text):
        self.parts.append(text)


k = Sink()
print('a', 'b', file=k)
print(k.parts)
t(lambda: print('x', file=3)), t(sys.stdout.read), t(sys.stdin.write, 'a'), t(lambda: sys.stdout.write(3))
t(lambda: sys.stdout.writelines(3)), print(sys.stdin.read(), sys.stdin.readline(), sys.stdin.readlines(), list(sys.stdin))
t(lambda: input('prompt'))
sys.stdout.flush(), sys.stderr.flush()
print(sys.stdout.fileno(), sys.stderr.fileno(), sys.stdin.fileno(), sys.stdout.isatty(), sys.stdout.encoding, sys.stdout.mode)
print(sys.stdout, sys.stderr, sys.stdin, sys.stdout.name)
sys.stdout.buffer.write(b'bytes\n'), sys.stdout.buffer.flush()
print('after')
for name in os.listdir(base):
    os.remove(os.path.join(base, name))
os.rmdir(base)

# expect-output:
# 14 True False 14 False
# 31
# True 31
# one
# two
# three
# fünf
# 中文😀 True
# ['one\n', 'two\r\n', 'three\n', 'fünf\n', '中文😀']
# one
#  tw o
#  three
#  ['fünf\n', '中文😀']
# on e
# two 0 one ['\n', 'two\n', 'three\n', 'fünf\n', '中文😀'] 
# b'one\n' 4 b'two\r\n' 27 b'\xf0\x9f\x98\x80' b'' []
# ONE
# t 4 0 ONE
#
# 4 3 0 ONE
# end
# UnicodeDecodeError 'utf-8' codec can't decode byte 0xff in position 7: invalid start byte
# 'ONE\nend�'
# 'ONE\nend'
# 'ONE\nend\udcff'
# 'ONE\nend\\xff'
# 'ONE\nendÿ'
# UnicodeDecodeError 'ascii' codec can't decode byte 0xff in position 7: ordinal not in range(128)
# <_io.TextIOWrapper name='BASE/x.txt' mode='r' encoding='utf-8'>
# <_io.BufferedReader name='BASE/x.txt'>
# <_io.BufferedRandom name='BASE/x.txt'>
# <_io.BufferedWriter name='BASE/x.txt'>
# ValueError invalid mode: 'q'
# ValueError must have exactly one of create/read/write/append mode
# ValueError can't have text and binary mode at once
# ValueError binary mode doesn't take an encoding argument
# ValueError binary mode doesn't take a newline argument
# ValueError illegal newline value: x
# LookupError unknown encoding: xx
# ValueError can't have unbuffered text I/O
# IsADirectoryError [Errno 21] Is a directory: 'BASE'
# FileNotFoundError [Errno 2] No such file or directory: 'BASE/none'
# TypeError expected str, bytes or os.PathLike object, not float
# ValueError embedded null byte
# FileNotFoundError [Errno 2] No such file or directory: ''
# FileExistsError [Errno 17] File exists: 'BASE/x.txt'
# TypeError open() argument 'mode' must be str, not int
# ValueError Must have exactly one of create/read/write/append mode and at most one plus
# OSError [Errno 9] Bad file descriptor
# UnsupportedOperation not writable
# UnsupportedOperation not readable
# UnsupportedOperation write
# UnsupportedOperation read
# TypeError a bytes-like object is required, not 'str'
# TypeError write() argument must be str, not bytes
# TypeError write() argument must be str, not int
# UnsupportedOperation can't do nonzero cur-relative seeks
# ValueError negative seek position -1
# TypeError argument should be integer or None, not 'str'
# UnicodeEncodeError 'ascii' codec can't encode character '\xe9' in position 0: ordinal not in range(128)
# UnicodeEncodeError 'latin-1' codec can't encode character '\u4e2d' in position 0: ordinal not in range(256)
# UnicodeEncodeError 'utf-8' codec can't encode character '\udc80' in position 1: surrogates not allowed
# ValueError I/O operation on closed file.
# ValueError I/O operation on closed file
# ValueError I/O operation on closed file.
# ValueError I/O operation on closed file.
# ValueError I/O operation on closed file.
# True r True
# b'a\r\nb\r\n'
# b'\xef\xbb\xbfbom' bom '\ufeffbom'
# to a file-1-2!
#  100016
# 90001
# 5 7 'hello world\n' 12 2 llo  world
#  ''
# Jello world
#  3 'Jel'
# ['a\n', 'b\n', 'c'] 0 ['a\n', 'b\n', 'c'] 0 a
#  2 10 1 'a\nb\nc\x00\x00\x00\x00\x00z'
# ['a\r\n', 'b\rc'] ['a\n', 'b\n', 'c'] ['a\r\n', 'b\r', 'c']
# TypeError initial_value must be str or None, not int
# TypeError string argument expected, got 'int'
# ValueError Negative seek position -1
# OSError Can't do nonzero cur-relative seeks
# ValueError Invalid whence (5, should be 0, 1 or 2)
# UnsupportedOperation fileno
# ValueError I/O operation on closed file
# ValueError I/O operation on closed file
# ValueError I/O operation on closed file
# printed
#
# b'ab' b'c\n' [b'def'] 0 b'abc\ndef' 2 b'XYc\ndef' 6 b'f'
# TypeError a bytes-like object is required, not 'str'
# TypeError a bytes-like object is required, not 'str'
# ValueError negative seek value -1
# ValueError I/O operation on closed file.
# ValueError I/O operation on closed file.
# 3 bytearray(b'hel')
# True True True True
# QUIET 1
#
# 'caught\n' True
# ['a', ' ', 'b', '\n']
# AttributeError 'int' object has no attribute 'write'
# UnsupportedOperation not readable
# UnsupportedOperation not writable
# TypeError write() argument must be str, not int
# TypeError 'int' object is not iterable
#   [] []
# promptEOFError EOF when reading a line
# 1 2 0 False utf-8 w
# <_io.TextIOWrapper name='<stdout>' mode='w' encoding='utf-8'> <_io.TextIOWrapper name='<stderr>' mode='w' encoding='utf-8'> <_io.TextIOWrapper name='<stdin>' mode='r' encoding='utf-8'> <stdout>
# bytes
# after
