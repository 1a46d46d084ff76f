# _os_more - what os and os.path have beyond the daily: walk, scandir and others, written on the rest.
# The modules ask here (PEP 562) for a name that they do not know themselves.

import os
from abc import ABC, abstractmethod


class PathLike(ABC):
    __slots__ = ()

    @abstractmethod
    def __fspath__(self):
        raise NotImplementedError

    @classmethod
    def __subclasshook__(cls, subclass):
        return hasattr(subclass, '__fspath__') if cls is PathLike else NotImplemented

    __class_getitem__ = classmethod(type(list[int]))


PathLike.__module__ = 'os'


class DirEntry:
    __slots__ = 'name', 'path'

    def __init__(self, name, path):
        self.name, self.path = name, path

    def __fspath__(self):
        return self.path

    def is_symlink(self):
        return os.path.islink(self.path)

    def is_dir(self, *, follow_symlinks=True):
        return os.path.isdir(self.path) and (follow_symlinks or not self.is_symlink())

    def is_file(self, *, follow_symlinks=True):
        return os.path.isfile(self.path) and (follow_symlinks or not self.is_symlink())

    def is_junction(self):
        return False

    def stat(self, *, follow_symlinks=True):
        return os.stat(self.path) if follow_symlinks else os.lstat(self.path)

    def inode(self):
        return os.lstat(self.path).st_ino

    def __repr__(self):
        return f'<DirEntry {self.name!r}>'


DirEntry.__module__ = 'posix'


class _Entries:
    def __init__(self, path):
        names = os.listdir(path)
        self._entries = iter([DirEntry(name, os.path.join(path, name)) for name in names])

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._entries)

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def close(self):
        self._entries = iter(())


def scandir(path='.'):
    return _Entries(os.fspath(path))


def walk(top, topdown=True, onerror=None, followlinks=False):
    top = os.fspath(top)
    try:
        entries = list(scandir(top))
    except OSError as error:
        if onerror is not None:
            onerror(error)
        return
    folders = [e.name for e in entries if e.is_dir()]
    files = [e.name for e in entries if not e.is_dir()]
    if topdown:
        yield top, folders, files
    for name in list(folders):
        inner = os.path.join(top, name)
        if followlinks or not os.path.islink(inner):
            yield from walk(inner, topdown, onerror, followlinks)
    if not topdown:
        yield top, folders, files


def removedirs(name):
    os.rmdir(name)
    head = os.path.dirname(name.rstrip('/'))
    while head:
        try:
            os.rmdir(head)
        except OSError:
            break
        head = os.path.dirname(head)


def renames(old, new):
    head = os.path.dirname(new)
    if head and not os.path.exists(head):
        os.makedirs(head)
    os.rename(old, new)
    head = os.path.dirname(old)
    if head:
        try:
            removedirs(head)
        except OSError:
            pass


def fsencode(filename):
    filename = os.fspath(filename)
    return filename.encode('utf-8', 'surrogateescape') if isinstance(filename, str) else filename


def fsdecode(filename):
    filename = os.fspath(filename)
    return filename.decode('utf-8', 'surrogateescape') if isinstance(filename, bytes) else filename


def fdopen(fd, mode='r', buffering=-1, encoding=None, *args, **kwargs):
    if not isinstance(fd, int):
        raise TypeError(f'invalid fd type ({type(fd)}, expected integer)')
    return open(fd, mode, buffering, encoding, *args, **kwargs)


def getlogin():
    return os.environ.get('LOGNAME') or os.environ.get('USER') or 'root'


def get_exec_path(env=None):
    return (os.environ if env is None else env).get('PATH', os.defpath).split(os.pathsep)


def uname():
    import platform
    from collections import namedtuple
    kind = namedtuple('uname_result', 'sysname nodename release version machine', module='posix')
    return kind(platform.system(), platform.node(), platform.release(), platform.version(),
                platform.machine())


def process_cpu_count():
    return os.cpu_count()


# --- os.path ---

def expandvars(path):
    import re
    path = os.fspath(path)
    return re.sub(r'\$(\w+|\{[^}]*\})', lambda m: os.environ.get(m[1].strip('{}'), m[0]), path, flags=re.A)


def splitroot(p):
    p = os.fspath(p)
    if not p.startswith('/'):
        return '', '', p
    if p.startswith('//') and not p.startswith('///'):
        return '', '//', p[2:]
    return '', '/', p[1:]


def getctime(filename):
    return os.stat(filename).st_ctime


def ismount(path):
    try:
        here, above = os.lstat(path), os.lstat(os.path.join(path, '..'))
    except OSError:
        return False
    return not os.path.islink(path) and (here.st_dev != above.st_dev or here.st_ino == above.st_ino)


def isjunction(path):
    os.fspath(path)
    return False


def samestat(s1, s2):
    return s1.st_ino == s2.st_ino and s1.st_dev == s2.st_dev


_of_path = {'expandvars', 'splitroot', 'getctime', 'ismount', 'isjunction', 'samestat'}
_of_os = {'PathLike', 'DirEntry', 'scandir', 'walk', 'removedirs', 'renames', 'fsencode', 'fsdecode', 'fdopen',
          'getlogin', 'get_exec_path', 'uname', 'process_cpu_count'}


def find_os(name):
    if name not in _of_os:
        raise AttributeError(f"module 'os' has no attribute {name!r}", name=name, obj=os)
    value = globals()[name]
    setattr(os, name, value)
    return value


def find_path(name):
    if name not in _of_path:
        raise AttributeError(f"module 'posixpath' has no attribute {name!r}", name=name, obj=os.path)
    value = globals()[name]
    setattr(os.path, name, value)
    return value
