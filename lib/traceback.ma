# traceback - tracebacks as text. The layout itself is native (_traceback.format_exception).

from _traceback import format_exception as _format

__all__ = ['extract_stack', 'extract_tb', 'format_exception', 'format_exception_only',
           'format_list', 'format_stack', 'format_tb', 'print_exc', 'format_exc',
           'print_exception', 'print_last', 'print_stack', 'print_tb', 'clear_frames',
           'FrameSummary', 'StackSummary', 'TracebackException', 'walk_stack', 'walk_tb']

_sentinel = object()


def _pick(exc, value):
    return exc if value is _sentinel else value


def format_exception(exc, /, value=_sentinel, tb=_sentinel, limit=None, chain=True):
    error = _pick(exc, value)
    if error is None:
        return ['NoneType: None\n']
    return _entries(_format(error))


def _entries(text):
    # One entry a frame (its place, source and carets), one for every other line.
    found = []
    for line in text.splitlines(keepends=True):
        if found and line.startswith('    ') and not line.lstrip().startswith(('|', '+')):
            found[-1] += line
        else:
            found.append(line if line.endswith('\n') else line + '\n')
    return found


def format_exception_only(exc, /, value=_sentinel, *, show_group=False):
    error = _pick(exc, value)
    if error is None:
        return ['NoneType: None\n']
    if isinstance(error, SyntaxError) and error.lineno is not None:
        place, last = format_exception(error)[-2:]
        return place.splitlines(keepends=True) + [last]
    kind = type(error)
    name = kind.__qualname__
    if kind.__module__ not in ('__main__', 'builtins'):
        name = f'{kind.__module__}.{name}'
    try:
        text = str(error)
    except Exception:
        text = '<exception str() failed>'
    lines = [f'{name}: {text}\n' if text else f'{name}\n']
    for note in getattr(error, '__notes__', None) or ():
        lines += [line + '\n' for line in str(note).split('\n')]
    return lines


def _write(lines, file):
    if file is None:
        import sys
        file = sys.stderr
    for line in lines:
        file.write(line)


def print_exception(exc, /, value=_sentinel, tb=_sentinel, limit=None, file=None, chain=True):
    _write(format_exception(exc, value, tb), file)


def _current():
    import sys
    return sys.exception()


def format_exc(limit=None, chain=True):
    return ''.join(format_exception(_current()))


def print_exc(limit=None, file=None, chain=True):
    _write(format_exception(_current()), file)


def print_last(limit=None, file=None, chain=True):
    import sys
    if not hasattr(sys, 'last_value'):
        raise ValueError('no last exception')
    _write(format_exception(sys.last_value), file)


class FrameSummary:
    __slots__ = ('filename', 'lineno', 'name', '_line')

    def __init__(self, filename, lineno, name, *, line=None):
        self.filename, self.lineno, self.name = filename, lineno, name
        self._line = line

    @property
    def line(self):
        if self._line is None:
            self._line = _source_line(self.filename, self.lineno)
        return self._line

    def __getitem__(self, i):
        return (self.filename, self.lineno, self.name, self.line)[i]

    def __iter__(self):
        return iter((self.filename, self.lineno, self.name, self.line))

    def __len__(self):
        return 4

    def __eq__(self, other):
        return tuple(self) == tuple(other)

    def __repr__(self):
        return f'<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>'


def _source_line(filename, lineno):
    try:
        with open(filename) as f:
            for n, line in enumerate(f, 1):
                if n == lineno:
                    return line.strip()
    except (OSError, ValueError):
        pass
    return ''


class StackSummary(list):
    def format(self):
        return format_list(self)


def walk_tb(tb):
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def walk_stack(f):
    if f is None:
        import sys
        f = sys._getframe(1)
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back


def _summary(frame, lineno):
    return FrameSummary(frame.f_code.co_filename, lineno, frame.f_code.co_name)


def _limited(items, limit):
    if limit is None:
        return items
    return items[:limit] if limit >= 0 else items[limit:]


def extract_tb(tb, limit=None):
    return StackSummary(_limited([_summary(f, n) for f, n in walk_tb(tb)], limit))


def extract_stack(f=None, limit=None):
    if f is None:
        import sys
        f = sys._getframe(1)
    found = [_summary(frame, n) for frame, n in walk_stack(f)]
    found.reverse()
    return StackSummary(_limited(found, None if limit is None else -limit))


def format_list(extracted_list):
    out = []
    for item in extracted_list:
        filename, lineno, name, line = item
        text = f'  File "{filename}", line {lineno}, in {name}\n'
        if line:
            text += f'    {line.strip()}\n'
        out.append(text)
    return out


def format_tb(tb, limit=None):
    return format_list(extract_tb(tb, limit))


def print_tb(tb, limit=None, file=None):
    _write(['Traceback (most recent call last):\n'] + format_tb(tb, limit), file)


def format_stack(f=None, limit=None):
    if f is None:
        import sys
        f = sys._getframe(1)
    return format_list(extract_stack(f, limit))


def print_stack(f=None, limit=None, file=None):
    if f is None:
        import sys
        f = sys._getframe(1)
    _write(format_list(extract_stack(f, limit)), file)


def clear_frames(tb):
    pass


class TracebackException:
    def __init__(self, exc_type, exc_value, exc_traceback, **options):
        self.exc_type = exc_type
        self._value = exc_value
        self.stack = extract_tb(exc_traceback)

    @classmethod
    def from_exception(cls, exc, **options):
        return cls(type(exc), exc, exc.__traceback__)

    def format(self, *, chain=True):
        yield from format_exception(self._value)

    def format_exception_only(self, *, show_group=False):
        yield from format_exception_only(self._value)

    def __str__(self):
        return str(self._value)

    def print(self, *, file=None, chain=True):
        _write(self.format(), file)
