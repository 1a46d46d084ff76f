# linecache - lines of source files. What was compiled is known as it was then; other files are read.

from _traceback import source_lines as _source_lines

__all__ = ['getline', 'getlines', 'clearcache', 'checkcache', 'lazycache']


def getline(filename, lineno, module_globals=None):
    if lineno < 1:
        return ''
    lines = getlines(filename, module_globals)
    return lines[lineno - 1] if lineno <= len(lines) else ''


def getlines(filename, module_globals=None):
    text = _source_lines(filename, 0, 0)
    if text is None:
        return []
    lines = text.splitlines(keepends=True)
    if lines and not lines[-1].endswith('\n'):
        lines[-1] += '\n'
    return lines


def clearcache():
    pass


def checkcache(filename=None):
    pass


def lazycache(filename, module_globals):
    return False
