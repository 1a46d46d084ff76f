# warnings - warn(), filters, catch_warnings. A filter is (action, message, category, module,
# line); the first that fits decides. Messages and modules of filters are compared as beginnings,
# not as regular expressions.

import sys

__all__ = ['warn', 'warn_explicit', 'showwarning', 'formatwarning', 'filterwarnings',
           'simplefilter', 'resetwarnings', 'catch_warnings', 'deprecated']

_HIDDEN = 2048          # flag of a library module's code: its frames do not count
filters = []
defaultaction = 'default'
onceregistry = {}
_seen = {}              # (file, line, text, category) -> True: shown already
_version = 0


class WarningMessage:
    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message, self.category = message, category
        self.filename, self.lineno = filename, lineno
        self.file, self.line, self.source = file, line, source
        self._category_name = category.__name__ if category else None

    def __str__(self):
        return (f'{{message : {self.message!r}, category : {self._category_name!r}, '
                f'filename : {self.filename!r}, lineno : {self.lineno!r}, line : {self.line!r}}}')


def _source_line(filename, lineno):
    try:
        with open(filename) as f:
            for n, line in enumerate(f, 1):
                if n == lineno:
                    return line
    except (OSError, ValueError):
        pass
    return ''


def formatwarning(message, category, filename, lineno, line=None):
    text = f'{filename}:{lineno}: {category.__name__}: {message}\n'
    if line is None:
        line = _source_line(filename, lineno)
    line = line.strip()
    return f'{text}  {line}\n' if line else text


def showwarning(message, category, filename, lineno, file=None, line=None):
    file = sys.stderr if file is None else file
    if file is not None:
        file.write(formatwarning(message, category, filename, lineno, line))


_original_show = showwarning


def _is_category(category):
    return isinstance(category, type) and issubclass(category, Warning)


def _add(item, append):
    global _version
    _version += 1
    if append:
        if item not in filters:
            filters.append(item)
    else:
        if item in filters:
            filters.remove(item)
        filters.insert(0, item)


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
    global _version
    _version += 1
    filters.clear()


def _begins(text, pattern):
    pattern = pattern.removeprefix('.*').removesuffix('$').replace('\\', '')
    return text.lower().startswith(pattern.lower())


def _action(text, category, module, lineno):
    for action, message, kind, where, line in filters:
        if ((message is None or _begins(text, message)) and issubclass(category, kind)
                and (where is None or _begins(module, where)) and line in (0, lineno)):
            return action
    return defaultaction


def warn(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=()):
    if isinstance(message, Warning):
        category = type(message)
    if category is None:
        category = UserWarning
    if not _is_category(category):
        raise TypeError('category must be a Warning subclass, not '
                        f"'{type(category).__name__}'")
    frame = sys._getframe(1)
    level = stacklevel
    while frame is not None and (level > 1 or frame.f_code.co_flags & _HIDDEN):
        if not frame.f_code.co_flags & _HIDDEN:
            level -= 1
        elif frame.f_code.co_name == 'coroutine':
            level = min(level, 1)
        frame = frame.f_back
    if frame is None:
        filename, lineno, module = '<sys>', 0, 'sys'
    else:
        filename, lineno = frame.f_code.co_filename, frame.f_lineno
        module = frame.f_globals.get('__name__', '<string>')
    warn_explicit(message, category, filename, lineno, module, source=source)


def warn_explicit(message, category, filename, lineno, module=None, registry=None,
                  module_globals=None, source=None):
    if module is None:
        module = (filename or '<unknown>').removesuffix('.py').removesuffix('.ma')
    if isinstance(message, Warning):
        text = str(message)
        category = type(message)
    else:
        text = str(message)
        message = category(message)
    action = _action(text, category, module, lineno)
    if action == 'ignore':
        return
    if action == 'error':
        raise message
    key = {'once': (text, category), 'module': (filename, text, category),
           'default': (filename, lineno, text, category)}.get(action)
    if key is not None:
        key = (_version,) + key
        if key in _seen:
            return
        _seen[key] = True
    shown = WarningMessage(message, category, filename, lineno, source=source)
    if _recorders:
        _recorders[-1].append(shown)
    else:
        showwarning(message, category, filename, lineno)


_recorders = []


class catch_warnings:
    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0,
                 append=False):
        self._record = record
        self._filter = None if action is None else (action, category, lineno, append)
        self._saved = None

    def __enter__(self):
        global _version
        if self._saved is not None:
            raise RuntimeError(f'Cannot enter {self!r} twice')
        self._saved = (filters[:], showwarning, _recorders[:])
        _version += 1
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
        global _version, showwarning
        if self._saved is None:
            raise RuntimeError(f'Cannot exit {self!r} without entering first')
        filters[:], showwarning, _recorders[:] = self._saved
        _version += 1


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


def _start():
    simplefilter('ignore', ResourceWarning, append=True)
    filterwarnings('default', category=DeprecationWarning, module='__main__')
    for category in (DeprecationWarning, PendingDeprecationWarning, ImportWarning):
        simplefilter('ignore', category, append=True)
    for option in getattr(sys, 'warnoptions', ()):
        action = option.split(':')[0]
        for whole in ('default', 'error', 'ignore', 'always', 'module', 'once'):
            if action and whole.startswith(action):
                simplefilter(whole)


_start()
