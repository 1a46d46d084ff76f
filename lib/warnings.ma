# warnings - filters and catch_warnings. What a warning does is decided natively (_warnings), by the
# list `filters` of (action, message, category, module, line): the first that fits. Messages and
# modules are compared as beginnings, not as regular expressions. Native warnings that are to be
# shown come through _showwarnmsg() once this module is there.

from _warnings import _filters_mutated, _get_filters, _set_filters, _source_line
from _warnings import warn, warn_explicit

__all__ = ['warn', 'warn_explicit', 'showwarning', 'formatwarning', 'filterwarnings',
           'simplefilter', 'resetwarnings', 'catch_warnings', 'deprecated']

filters = _get_filters()


class WarningMessage:
    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message, self.category = message, category
        self.filename, self.lineno = filename, lineno
        self.file, self.line, self.source = file, line, source
        self._category_name = category.__name__ if category else None

    def __str__(self):
        return (f'{{message : {self.message!r}, category : {self._category_name!r}, '
                f'filename : {self.filename!r}, lineno : {self.lineno!r}, line : {self.line!r}}}')


def formatwarning(message, category, filename, lineno, line=None):
    text = f'{filename}:{lineno}: {category.__name__}: {message}\n'
    if line is None:
        line = _source_line(filename, lineno)
    line = line.strip()
    return f'{text}  {line}\n' if line else text


def showwarning(message, category, filename, lineno, file=None, line=None):
    if file is None:
        import sys
        file = sys.stderr
    if file is not None:
        file.write(formatwarning(message, category, filename, lineno, line))


def _is_category(category):
    return isinstance(category, type) and issubclass(category, Warning)


def _add(item, append):
    if append:
        if item not in filters:
            filters.append(item)
    else:
        if item in filters:
            filters.remove(item)
        filters.insert(0, item)
    _filters_mutated()


def _check_action(action):
    if action not in ('error', 'ignore', 'always', 'all', 'default', 'module', 'once'):
        raise ValueError(f'invalid action: {action!r}')


def filterwarnings(action, message='', category=Warning, module='', lineno=0, append=False):
    _check_action(action)
    if not isinstance(message, str):
        raise TypeError('message must be a string')
    if not _is_category(category):
        raise TypeError('category must be a Warning subclass, not '
                        f"'{type(category).__name__}'")
    _add((action, message or None, category, module or None, lineno), append)


def simplefilter(action, category=Warning, lineno=0, append=False):
    _check_action(action)
    _add((action, None, category, None, lineno), append)


def resetwarnings():
    filters.clear()
    _filters_mutated()


_recorders = []


def _showwarnmsg(message, category, filename, lineno):
    if _recorders:
        _recorders[-1].append(WarningMessage(message, category, filename, lineno))
    else:
        showwarning(message, category, filename, lineno)


class catch_warnings:
    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0,
                 append=False):
        self._record = record
        self._filter = None if action is None else (action, category, lineno, append)
        self._saved = None

    def __enter__(self):
        global filters
        if self._saved is not None:
            raise RuntimeError(f'Cannot enter {self!r} twice')
        self._saved = (filters, showwarning, _recorders[:])
        filters = filters[:]
        _set_filters(filters)
        log = None
        if self._record:
            log = []
            _recorders.append(log)
        else:
            _recorders.clear()
        if self._filter is not None:
            simplefilter(*self._filter)
        return log

    def __exit__(self, kind, error, traceback):
        global filters, showwarning
        if self._saved is None:
            raise RuntimeError(f'Cannot exit {self!r} without entering first')
        filters, showwarning, _recorders[:] = self._saved
        _set_filters(filters)


class deprecated:
    def __init__(self, message, /, *, category=DeprecationWarning, stacklevel=1):
        self.message, self.category, self.stacklevel = message, category, stacklevel

    def __call__(self, arg, /):
        message, category, stacklevel = self.message, self.category, self.stacklevel
        if category is None or isinstance(arg, type):
            arg.__deprecated__ = message
            return arg
        from functools import wraps

        @wraps(arg)
        def wrapper(*args, **kwargs):
            warn(message, category, stacklevel=stacklevel + 1)
            return arg(*args, **kwargs)
        wrapper.__deprecated__ = message
        return wrapper
