# shutil - files and folders copied, moved and removed as a whole.

import os
from collections import namedtuple

__all__ = ['copyfileobj', 'copyfile', 'copy', 'copy2', 'copytree', 'move', 'rmtree', 'which', 'get_terminal_size',
           'Error', 'SameFileError']


class Error(OSError):
    pass


class SameFileError(Error):
    pass


def copyfileobj(fsrc, fdst, length=0):
    while piece := fsrc.read(length or 65536):
        fdst.write(piece)


def copyfile(src, dst, *, follow_symlinks=True):
    source, target = os.fspath(src), os.fspath(dst)
    if os.path.exists(target) and os.path.realpath(source) == os.path.realpath(target):
        raise SameFileError(f'{src!r} and {dst!r} are the same file')
    with open(source, 'rb') as fsrc, open(target, 'wb') as fdst:
        copyfileobj(fsrc, fdst)
    return dst


def copy(src, dst, *, follow_symlinks=True):
    if os.path.isdir(os.fspath(dst)):
        dst = os.path.join(os.fspath(dst), os.path.basename(os.fspath(src)))
    return copyfile(src, dst)


copy2 = copy


def copytree(src, dst, symlinks=False, ignore=None, copy_function=copy2, dirs_exist_ok=False):
    src, target = os.fspath(src), os.fspath(dst)
    names = os.listdir(src)
    left_out = ignore(src, names) if ignore else ()
    os.makedirs(target, exist_ok=dirs_exist_ok)
    for name in names:
        if name in left_out:
            continue
        a, b = os.path.join(src, name), os.path.join(target, name)
        if os.path.isdir(a):
            copytree(a, b, symlinks, ignore, copy_function, dirs_exist_ok)
        else:
            copy_function(a, b)
    return dst


def rmtree(path, ignore_errors=False, onerror=None, *, onexc=None, dir_fd=None):
    path = os.fspath(path)
    try:
        if os.path.islink(path):
            raise OSError('Cannot call rmtree on a symbolic link')
        for name in os.listdir(path):
            each = os.path.join(path, name)
            if os.path.isdir(each) and not os.path.islink(each):
                rmtree(each, ignore_errors, onerror, onexc=onexc)
            else:
                os.remove(each)
        os.rmdir(path)
    except OSError as e:
        if onexc is not None:
            onexc(os.rmdir, path, e)
        elif not ignore_errors:
            raise


def move(src, dst, copy_function=copy2):
    target = dst
    if os.path.isdir(os.fspath(dst)):
        target = os.path.join(os.fspath(dst), os.path.basename(os.fspath(src).rstrip('/')))
        if os.path.exists(target):
            raise Error(f"Destination path '{target}' already exists")
    try:
        os.rename(os.fspath(src), os.fspath(target))
    except OSError:
        if os.path.isdir(os.fspath(src)):
            copytree(src, target, copy_function=copy_function)
            rmtree(src)
        else:
            copy_function(src, target)
            os.remove(os.fspath(src))
    return target


def which(cmd, mode=None, path=None):
    folders = [''] if '/' in cmd else (path or os.environ.get('PATH', '')).split(':')
    for folder in folders:
        found = os.path.join(folder, cmd) if folder else cmd
        if os.path.isfile(found) and os.stat(found).st_mode & 0o111:
            return found
    return None


_Size = namedtuple('terminal_size', 'columns lines')


def get_terminal_size(fallback=(80, 24)):
    sizes = []
    for name, otherwise in zip(('COLUMNS', 'LINES'), fallback):
        try:
            sizes.append(int(os.environ[name]) or otherwise)
        except (KeyError, ValueError):
            sizes.append(otherwise)
    return _Size(*sizes)
