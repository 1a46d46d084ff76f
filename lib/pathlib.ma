# pathlib - paths as objects: PurePath is arithmetic with names, Path asks the file system. Only the paths
# of POSIX; Windows' are not there.

import errno
import io
import os
import re
from abc import ABC, abstractmethod

__all__ = ['PurePath', 'PurePosixPath', 'Path', 'PosixPath']


def _split(text):
    # 'a//b/./c' -> root, parts
    root = '' if not text.startswith('/') else '//' if text.startswith('//') and text[2:3] != '/' else '/'
    return root, [part for part in text.split('/') if part and part != '.']


def _pattern(text):
    # a part with * ? [ ] as a regular expression
    out, i = '', 0
    while i < len(text):
        c = text[i]
        i += 1
        if c == '*':
            out += '[^/]*'
        elif c == '?':
            out += '[^/]'
        elif c == '[':
            end = text.find(']', i + (2 if text[i:i + 1] == '!' else 1))
            if end < 0:
                out += r'\['
            else:
                inside = text[i:end].replace('\\', r'\\')
                out += '[^' + inside[1:] + ']' if inside[0] == '!' else '[' + inside + ']'
                i = end + 1
        else:
            out += re.escape(c)
    return re.compile(out + r'\Z', re.S)


class PurePath:
    __slots__ = ('_root', '_tail', '__weakref__')

    def __new__(cls, *args):
        if cls is PurePath:
            cls = PurePosixPath
        return object.__new__(cls)

    def __init__(self, *args):
        text = ''
        for arg in args:
            piece = str(arg) if isinstance(arg, PurePath) else arg
            if not isinstance(piece, str):
                piece = os.fspath(arg) if hasattr(arg, '__fspath__') else arg
                if not isinstance(piece, str):
                    raise TypeError('argument should be a str or an os.PathLike object where __fspath__ '
                                    f'returns a str, not {type(piece).__name__!r}')
            text = piece if piece.startswith('/') or not text else f'{text}/{piece}' if piece else text
        self._root, self._tail = _split(text)

    def _made(self, root, tail):
        made = object.__new__(type(self))
        made._root, made._tail = root, tail
        return made

    def with_segments(self, *args):
        return type(self)(*args)

    def __str__(self):
        return self._root + '/'.join(self._tail) or '.'

    def __fspath__(self):
        return str(self)

    def as_posix(self):
        return str(self)

    def __bytes__(self):
        return os.fsencode(str(self))

    def __repr__(self):
        return f'{self.__class__.__name__}({str(self)!r})'

    def as_uri(self):
        if not self._root:
            raise ValueError("relative path can't be expressed as a file URI")
        return 'file://' + ''.join([c if c.isascii() and (c.isalnum() or c in '/_.-~') else
                                    ''.join([f'%{b:02X}' for b in c.encode()]) for c in str(self)])

    def _key(self):
        return self._root, *self._tail

    def __eq__(self, other):
        return self._key() == other._key() if isinstance(other, PurePath) else NotImplemented

    def __hash__(self):
        return hash(self._key())

    def __lt__(self, other):
        return self._key() < other._key() if isinstance(other, PurePath) else NotImplemented

    def __le__(self, other):
        return self._key() <= other._key() if isinstance(other, PurePath) else NotImplemented

    def __gt__(self, other):
        return self._key() > other._key() if isinstance(other, PurePath) else NotImplemented

    def __ge__(self, other):
        return self._key() >= other._key() if isinstance(other, PurePath) else NotImplemented

    drive = property(lambda self: '')
    root = property(lambda self: self._root)
    anchor = property(lambda self: self._root)

    @property
    def name(self):
        return self._tail[-1] if self._tail else ''

    @property
    def suffix(self):
        name = self.name
        dot = name.rfind('.')
        return name[dot:] if 0 < dot < len(name) - 1 else ''

    @property
    def suffixes(self):
        name = self.name
        if name.endswith('.'):
            return []
        return ['.' + part for part in name.lstrip('.').split('.')[1:]]

    @property
    def stem(self):
        name = self.name
        dot = name.rfind('.')
        return name[:dot] if 0 < dot < len(name) - 1 else name

    @property
    def parts(self):
        return (self._root, *self._tail) if self._root else tuple(self._tail)

    @property
    def parent(self):
        return self._made(self._root, self._tail[:-1]) if self._tail else self

    @property
    def parents(self):
        return tuple([self._made(self._root, self._tail[:n]) for n in range(len(self._tail) - 1, -1, -1)])

    def with_name(self, name):
        if not self.name:
            raise ValueError(f'{self!r} has an empty name')
        if not name or '/' in name or name == '.':
            raise ValueError(f'Invalid name {name!r}')
        return self._made(self._root, self._tail[:-1] + [name])

    def with_stem(self, stem):
        suffix = self.suffix
        if suffix and not stem:
            raise ValueError(f'{self!r} has a non-empty suffix')
        return self.with_name(stem + suffix)

    def with_suffix(self, suffix):
        stem = self.stem
        if not stem:
            raise ValueError(f'{self!r} has an empty name')
        if suffix and not (suffix.startswith('.') and len(suffix) > 1):
            raise ValueError(f'Invalid suffix {suffix!r}')
        return self.with_name(stem + suffix)

    def joinpath(self, *args):
        return type(self)(self, *args)

    def __truediv__(self, other):
        try:
            return type(self)(self, other)
        except TypeError:
            return NotImplemented

    def __rtruediv__(self, other):
        try:
            return type(self)(other, self)
        except TypeError:
            return NotImplemented

    def is_absolute(self):
        return bool(self._root)

    def is_relative_to(self, other):
        other = type(self)(other)
        return other == self or other in self.parents

    def relative_to(self, other, *, walk_up=False):
        other = type(self)(other)
        for up, path in enumerate((other, *other.parents)):
            if path == self or path in self.parents:
                break
            if not walk_up:
                raise ValueError(f'{str(self)!r} is not in the subpath of {str(other)!r}')
            if path.name == '..':
                raise ValueError(f"'..' segment in {str(other)!r} cannot be walked")
        else:
            raise ValueError(f'{str(self)!r} and {str(other)!r} have different anchors')
        return self._made('', ['..'] * up + self._tail[len(path._tail):])

    def match(self, path_pattern, *, case_sensitive=None):
        pattern = type(self)(path_pattern)
        if not pattern.parts:
            raise ValueError('empty pattern')
        wanted, have = pattern.parts, self.parts
        if len(wanted) > len(have) or (pattern._root and len(wanted) != len(have)):
            return False
        return all([_pattern(w).match(h) for w, h in zip(reversed(wanted), reversed(have))])

    def full_match(self, pattern, *, case_sensitive=None):
        return _fits(list(type(self)(pattern).parts), list(self.parts))

    def __reduce__(self):
        return type(self), self.parts


def _fits(wanted, have):
    if not wanted:
        return not have
    if wanted[0] == '**':
        return any([_fits(wanted[1:], have[i:]) for i in range(len(have) + 1)])
    return bool(have) and bool(_pattern(wanted[0]).match(have[0])) and _fits(wanted[1:], have[1:])


class PurePosixPath(PurePath):
    __slots__ = ()


class _PathLike(ABC):
    # os.PathLike: whatever has __fspath__
    @abstractmethod
    def __fspath__(self):
        raise NotImplementedError

    @classmethod
    def __subclasshook__(cls, subclass):
        if cls is _PathLike:
            return any(['__fspath__' in c.__dict__ for c in subclass.__mro__]) or NotImplemented
        return NotImplemented


_PathLike.__name__ = _PathLike.__qualname__ = 'PathLike'
_PathLike.__module__ = 'os'
os.PathLike = _PathLike


class Path(PurePath):
    __slots__ = ()

    def __new__(cls, *args):
        return object.__new__(PosixPath if cls is Path else cls)

    @classmethod
    def cwd(cls):
        return cls(os.getcwd())

    @classmethod
    def home(cls):
        return cls(os.path.expanduser('~'))

    def expanduser(self):
        return type(self)(os.path.expanduser(str(self))) if self._tail and self._tail[0][0] == '~' else self

    def absolute(self):
        return self if self._root else type(self)(os.getcwd(), self)

    def resolve(self, strict=False):
        if strict:
            self.stat()
        return type(self)(os.path.realpath(str(self)))

    def stat(self, *, follow_symlinks=True):
        return os.stat(str(self)) if follow_symlinks else os.lstat(str(self))

    def lstat(self):
        return os.lstat(str(self))

    def exists(self, *, follow_symlinks=True):
        return os.path.exists(str(self)) if follow_symlinks else os.path.lexists(str(self))

    def is_file(self, *, follow_symlinks=True):
        return os.path.isfile(str(self))

    def is_dir(self, *, follow_symlinks=True):
        return os.path.isdir(str(self))

    def is_symlink(self):
        return os.path.islink(str(self))

    def samefile(self, other_path):
        return os.path.realpath(str(self)) == os.path.realpath(os.fspath(other_path))

    def open(self, mode='r', buffering=-1, encoding=None, errors=None, newline=None):
        return io.open(str(self), mode, buffering, encoding, errors, newline)

    def read_text(self, encoding=None, errors=None, newline=None):
        with self.open('r', -1, encoding, errors, newline) as f:
            return f.read()

    def read_bytes(self):
        with self.open('rb') as f:
            return f.read()

    def write_text(self, data, encoding=None, errors=None, newline=None):
        if not isinstance(data, str):
            raise TypeError(f'data must be str, not {type(data).__name__}')
        with self.open('w', -1, encoding, errors, newline) as f:
            return f.write(data)

    def write_bytes(self, data):
        with self.open('wb') as f:
            return f.write(data)

    def iterdir(self):
        names = os.listdir(str(self))
        return (type(self)(self, name) for name in names)

    def walk(self, top_down=True, on_error=None, follow_symlinks=False):
        for root, folders, files in os.walk(str(self), top_down, on_error, follow_symlinks):
            yield type(self)(root), folders, files

    def glob(self, pattern, *, case_sensitive=None, recurse_symlinks=False):
        parts = _glob_parts(pattern)
        return self._select(parts)

    def rglob(self, pattern, *, case_sensitive=None, recurse_symlinks=False):
        return self._select(['**'] + _glob_parts(pattern))

    def _select(self, parts):
        seen = set()
        for path in self._selected(parts):
            if path not in seen:
                seen.add(path)
                yield path

    def _selected(self, parts):
        if not parts:
            yield self
            return
        first, rest = parts[0], parts[1:]
        if first == '**':
            if not rest:
                yield self
                for path in self._below(True):
                    yield path
                return
            for path in (self, *self._below(False)):
                yield from path._selected(rest)
            return
        if not any([c in first for c in '*?[']):
            path = type(self)(self, first)
            if path.exists():
                yield from path._selected(rest)
            return
        pattern = _pattern(first)
        for path in self._entries():
            if pattern.match(path.name) and (not rest or path.is_dir()):
                yield from path._selected(rest)

    def _entries(self):
        try:
            return [type(self)(self, name) for name in os.listdir(str(self))]
        except OSError:
            return []

    def _below(self, files):
        for path in self._entries():
            is_dir = path.is_dir() and not path.is_symlink()
            if is_dir or files:
                yield path
            if is_dir:
                yield from path._below(files)

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        try:
            os.mkdir(str(self), mode)
        except FileNotFoundError:
            if not parents or self.parent == self:
                raise
            self.parent.mkdir(parents=True, exist_ok=True)
            self.mkdir(mode, exist_ok=exist_ok)
        except OSError:
            if not exist_ok or not self.is_dir():
                raise

    def touch(self, mode=0o666, exist_ok=True):
        if self.exists():
            if not exist_ok:
                raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(self))
            with self.open('ab'):
                pass
            return
        with self.open('wb'):
            pass

    def unlink(self, missing_ok=False):
        try:
            os.remove(str(self))
        except FileNotFoundError:
            if not missing_ok:
                raise

    def rmdir(self):
        os.rmdir(str(self))

    def rename(self, target):
        os.rename(str(self), os.fspath(target))
        return type(self)(target)

    def replace(self, target):
        os.replace(str(self), os.fspath(target))
        return type(self)(target)


def _glob_parts(pattern):
    root, parts = _split(os.fspath(pattern))
    if root:
        raise NotImplementedError('Non-relative patterns are unsupported')
    if not parts:
        raise ValueError(f'Unacceptable pattern: {str(pattern)!r}')
    return parts


class PosixPath(Path, PurePosixPath):
    __slots__ = ()
