# glob - the files whose paths fit a pattern of the shell; ** is any number of folders with recursive=True.

import os
from fnmatch import filter as _filter

__all__ = ['escape', 'glob', 'iglob']


def _has_magic(text):
    return any([c in text for c in '*?['])


def _names(folder):
    try:
        return os.listdir(folder or '.')
    except OSError:
        return []


def _below(folder):
    for name in _names(folder):
        if name[0] != '.':
            path = os.path.join(folder, name)
            yield path
            if os.path.isdir(path):
                yield from _below(path)


def iglob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    if root_dir is not None or dir_fd is not None:
        raise NotImplementedError('root_dir and dir_fd are not supported')
    folder, base = os.path.split(pathname)
    if not _has_magic(pathname):
        if os.path.lexists(pathname) if base else os.path.isdir(folder):
            yield pathname
        return
    if not folder:
        folders = ['']
    elif _has_magic(folder) and folder != pathname:
        folders = [f for f in iglob(folder, recursive=recursive, include_hidden=include_hidden)
                   if os.path.isdir(f) or not f]
    else:
        folders = [folder]
    for each in folders:
        if base == '**' and recursive:
            yield os.path.join(each, '') if each else ''
            yield from _below(each)
        elif _has_magic(base):
            names = _names(each)
            if base[0] != '.' and not include_hidden:
                names = [name for name in names if name[0] != '.']
            for name in _filter(names, base):
                yield os.path.join(each, name)
        elif os.path.lexists(os.path.join(each, base)):
            yield os.path.join(each, base)


def glob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    found = iglob(pathname, root_dir=root_dir, dir_fd=dir_fd, recursive=recursive, include_hidden=include_hidden)
    return [path for path in found if path]


def escape(pathname):
    return ''.join([f'[{c}]' if c in '*?[' else c for c in pathname])
