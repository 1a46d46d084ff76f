# tempfile - files and folders for a while, with names nobody else has.

import os
import random

__all__ = ['NamedTemporaryFile', 'TemporaryFile', 'TemporaryDirectory', 'SpooledTemporaryFile', 'mkdtemp', 'mktemp',
           'gettempdir', 'gettempprefix', 'tempdir']

tempdir = None
template = 'tmp'
_letters = 'abcdefghijklmnopqrstuvwxyz0123456789_'
_choices = random.SystemRandom().choices


def gettempdir():
    global tempdir
    if tempdir is None:
        folders = [os.environ.get(name) for name in ('TMPDIR', 'TEMP', 'TMP')] + ['/tmp', '/var/tmp', '/usr/tmp']
        tempdir = next((f for f in folders if f and os.path.isdir(f)), None) or os.getcwd()
    return tempdir


def gettempprefix():
    return template


def _candidate(suffix, prefix, dir):
    name = ''.join(_choices(_letters, k=8))
    return os.path.join(os.path.abspath(dir or gettempdir()),
                        (template if prefix is None else prefix) + name + (suffix or ''))


def mktemp(suffix='', prefix=template, dir=None):
    while os.path.lexists(path := _candidate(suffix, prefix, dir)):
        pass
    return path


def mkdtemp(suffix=None, prefix=None, dir=None):
    while True:
        path = _candidate(suffix, prefix, dir)
        try:
            os.mkdir(path, 0o700)
        except FileExistsError:
            continue
        return path


class _TemporaryFileWrapper:
    def __init__(self, file, name, delete, delete_on_close=True):
        self.file, self.name, self.delete = file, name, delete
        self._delete_on_close = delete_on_close

    def __getattr__(self, name):
        return getattr(self.__dict__['file'], name)

    def __iter__(self):
        return iter(self.file)

    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        self.file.close()
        self._remove()

    def _remove(self):
        if self.delete:
            self.delete = False
            try:
                os.remove(self.name)
            except FileNotFoundError:
                pass

    def close(self):
        self.file.close()
        if self._delete_on_close:
            self._remove()

    def __del__(self):
        self._remove()

    def __repr__(self):
        return f'<tempfile._TemporaryFileWrapper object at {id(self):#x}>'


def NamedTemporaryFile(mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None,
                       delete=True, *, errors=None, delete_on_close=True):
    while True:
        path = _candidate(suffix, prefix, dir)
        try:
            open(path, 'x').close()
        except FileExistsError:
            continue
        file = open(path, mode, buffering, encoding, errors, newline)
        return _TemporaryFileWrapper(file, path, delete, delete_on_close)


TemporaryFile = NamedTemporaryFile


def SpooledTemporaryFile(max_size=0, mode='w+b', *args, **kwargs):
    return NamedTemporaryFile(mode, *args, **kwargs)


class TemporaryDirectory:
    def __init__(self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False, *, delete=True):
        self.name = mkdtemp(suffix, prefix, dir)
        self._ignore, self._delete = ignore_cleanup_errors, delete

    def __enter__(self):
        return self.name

    def __exit__(self, kind, error, traceback):
        if self._delete:
            self.cleanup()

    def cleanup(self):
        import shutil
        if os.path.exists(self.name):
            shutil.rmtree(self.name, ignore_errors=self._ignore)

    def __repr__(self):
        return f'<{self.__class__.__name__} {self.name!r}>'
