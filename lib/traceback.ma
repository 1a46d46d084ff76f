# traceback - tracebacks as text. The drawing is native (runtime/traceback_text.c and traceback_frame.c);
# here are the objects and functions around it.

import sys
from _traceback import exception_only as _only, format_frame as _format_frame, is_hidden as _is_hidden, \
    pieces as _pieces, positions as _positions, source_lines as _source_lines

__all__ = ['extract_stack', 'extract_tb', 'format_exception', 'format_exception_only', 'format_list',
           'format_stack', 'format_tb', 'print_exc', 'format_exc', 'print_exception', 'print_last',
           'print_stack', 'print_tb', 'clear_frames', 'FrameSummary', 'StackSummary',
           'TracebackException', 'walk_stack', 'walk_tb', 'print_list']

_sentinel = object()
_REPEATS = 3


def _write(lines, file):
    if file is None:
        file = sys.stderr
    for line in lines:
        print(line, file=file, end='')


def _value_and_tb(exc, value, tb):
    if (value is _sentinel) != (tb is _sentinel):
        raise ValueError('Both or neither of value and tb must be given')
    if value is not _sentinel:
        return value, tb
    if exc is None:
        return None, None
    if isinstance(exc, BaseException):
        return exc, exc.__traceback__
    raise TypeError(f'Exception expected for value, {type(exc).__name__} found')


def _safe(value, what, how=str):
    try:
        return how(value)
    except:
        return f'<{what} {how.__name__}() failed>'


# --- exceptions -----------------------------------------------------------------------------------------

def format_exception(exc, /, value=_sentinel, tb=_sentinel, limit=None, chain=True, **options):
    value, tb = _value_and_tb(exc, value, tb)
    if value is None:
        return ['NoneType: None\n']
    return _pieces(value, tb, limit, chain)


def format_exception_only(exc, /, value=_sentinel, *, show_group=False, **options):
    if value is _sentinel:
        value = exc
    if value is None:
        return ['NoneType: None\n']
    return _only(value, show_group)


def print_exception(exc, /, value=_sentinel, tb=_sentinel, limit=None, file=None, chain=True, **options):
    _write(format_exception(exc, value, tb, limit, chain), file)


def print_exc(limit=None, file=None, chain=True):
    print_exception(sys.exception(), limit=limit, file=file, chain=chain)


def format_exc(limit=None, chain=True):
    return ''.join(format_exception(sys.exception(), limit=limit, chain=chain))


def print_last(limit=None, file=None, chain=True):
    if not hasattr(sys, 'last_exc') and not hasattr(sys, 'last_value'):
        raise ValueError('no last exception')
    print_exception(sys.last_exc if hasattr(sys, 'last_exc') else sys.last_value, limit=limit, file=file, chain=chain)


# --- stacks ---------------------------------------------------------------------------------------------

class FrameSummary:
    """One entry of a stack: filename, lineno, name and the text of the line."""

    __slots__ = ('filename', 'lineno', 'end_lineno', 'colno', 'end_colno', 'name', '_lines', 'locals')

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None,
                 end_lineno=None, colno=None, end_colno=None):
        self.filename = filename
        self.lineno = lineno
        self.end_lineno = lineno if end_lineno is None else end_lineno
        self.colno = colno
        self.end_colno = end_colno
        self.name = name
        self._lines = line
        if lookup_line:
            self.line
        self.locals = {k: _safe(v, 'local', repr) for k, v in locals.items()} if locals else None

    def _load(self):
        if self._lines is None and self.lineno is not None:
            self._lines = (_source_lines(self.filename, self.lineno, self.end_lineno) or '') + '\n'
        return self._lines

    @property
    def line(self):
        lines = self._load()
        return None if lines is None else lines.partition('\n')[0].strip()

    def __eq__(self, other):
        if isinstance(other, FrameSummary):
            return (self.filename == other.filename and self.lineno == other.lineno and
                    self.name == other.name and self.locals == other.locals)
        if isinstance(other, tuple):
            return (self.filename, self.lineno, self.name, self.line) == other
        return NotImplemented

    def __getitem__(self, pos):
        return (self.filename, self.lineno, self.name, self.line)[pos]

    def __iter__(self):
        return iter([self.filename, self.lineno, self.name, self.line])

    def __len__(self):
        return 4

    def __repr__(self):
        return f'<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>'


def _limited(rows, limit):
    if limit is None:
        limit = getattr(sys, 'tracebacklimit', None)
        if limit is not None and limit < 0:
            limit = 0
    if limit is None:
        return rows
    return rows[:limit] if limit >= 0 else rows[limit:]


class StackSummary(list):
    """A list of FrameSummary, outermost first."""

    @classmethod
    def extract(cls, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        result = cls()
        for frame, lineno in _limited(list(frame_gen), limit):
            result.append(FrameSummary(frame.f_code.co_filename, lineno, frame.f_code.co_name, lookup_line=lookup_lines,
                                       locals=frame.f_locals if capture_locals else None))
        return result

    @classmethod
    def _of_traceback(cls, tb, limit=None, lookup_lines=True, capture_locals=False):
        result = cls()
        for frame, filename, lineno, end_lineno, colno, end_colno, name in _limited(_positions(tb), limit):
            result.append(FrameSummary(filename, lineno, name, end_lineno=end_lineno, colno=colno, end_colno=end_colno,
                                       lookup_line=lookup_lines, locals=frame.f_locals if capture_locals else None))
        return result

    @classmethod
    def from_list(cls, a_list):
        result = cls()
        for item in a_list:
            if not isinstance(item, FrameSummary):
                filename, lineno, name, line = item
                item = FrameSummary(filename, lineno, name, line=line)
            result.append(item)
        return result

    def format_frame_summary(self, frame_summary, **options):
        row = _format_frame(frame_summary.filename, frame_summary.lineno, frame_summary.end_lineno, frame_summary.colno,
                            frame_summary.end_colno, frame_summary.name, frame_summary._load())
        if frame_summary.locals:
            for name, value in sorted(frame_summary.locals.items()):
                row += f'    {name} = {value}\n'
        return row

    def format(self, **options):
        result = []
        last, count = None, 0

        def fold():
            if count > _REPEATS:
                more = count - _REPEATS
                result.append(f'  [Previous line repeated {more} more time{"s" if more > 1 else ""}]\n')

        for item in self:
            text = self.format_frame_summary(item)
            if text is None:
                continue
            place = item.filename, item.lineno, item.name
            if last is None or None in place or last != place:
                fold()
                last, count = place, 0
            count += 1
            if count <= _REPEATS:
                result.append(text)
        fold()
        return result


def walk_tb(tb):
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def walk_stack(f):
    if f is None:
        f = sys._getframe(1)
    while f is not None:
        if not _is_hidden(f.f_code):
            yield f, f.f_lineno
        f = f.f_back


def extract_tb(tb, limit=None):
    return StackSummary._of_traceback(tb, limit)


def extract_stack(f=None, limit=None):
    if f is None:
        f = sys._getframe(1)
    stack = StackSummary.extract(walk_stack(f), limit=limit)
    stack.reverse()
    return stack


def format_list(extracted_list):
    return StackSummary.from_list(extracted_list).format()


def print_list(extracted_list, file=None):
    _write(format_list(extracted_list), file)


def format_tb(tb, limit=None):
    return extract_tb(tb, limit).format()


def print_tb(tb, limit=None, file=None):
    print_list(extract_tb(tb, limit), file)


def format_stack(f=None, limit=None):
    if f is None:
        f = sys._getframe(1)
    return format_list(extract_stack(f, limit))


def print_stack(f=None, limit=None, file=None):
    if f is None:
        f = sys._getframe(1)
    print_list(extract_stack(f, limit), file)


def clear_frames(tb):
    while tb is not None:
        tb.tb_frame.clear()
        tb = tb.tb_next


class TracebackException:
    """An exception with what is needed to show it."""

    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True, capture_locals=False,
                 compact=False, max_group_width=15, max_group_depth=10, save_exc_type=True, _seen=None):
        seen = set() if _seen is None else _seen
        seen.add(id(exc_value))
        self._value, self._tb, self._limit = exc_value, exc_traceback, limit
        self.stack = StackSummary._of_traceback(exc_traceback, limit, lookup_lines, capture_locals)
        self.exc_type = exc_type if save_exc_type else None
        self._exc_type = exc_type
        self._str = _safe(exc_value, 'exception')
        self.__notes__ = getattr(exc_value, '__notes__', None)
        self.__suppress_context__ = exc_value.__suppress_context__ if exc_value is not None else False
        if isinstance(exc_value, SyntaxError):
            for name in ('filename', 'text', 'offset', 'end_offset', 'msg'):
                setattr(self, name, getattr(exc_value, name))
            for name in ('lineno', 'end_lineno'):
                number = getattr(exc_value, name)
                setattr(self, name, None if number is None else str(number))
        options = dict(limit=limit, lookup_lines=lookup_lines, capture_locals=capture_locals, _seen=seen)

        def other(exc):
            if exc is None or id(exc) in seen:
                return None
            return TracebackException(type(exc), exc, exc.__traceback__, **options)

        self.__cause__ = other(getattr(exc_value, '__cause__', None))
        if compact and (self.__cause__ is not None or self.__suppress_context__):
            self.__context__ = None
        else:
            self.__context__ = other(getattr(exc_value, '__context__', None))
        self.exceptions = None
        if isinstance(exc_value, BaseExceptionGroup):
            self.exceptions = [TracebackException(type(e), e, e.__traceback__, **options) for e in exc_value.exceptions]

    @classmethod
    def from_exception(cls, exc, *args, **options):
        return cls(type(exc), exc, exc.__traceback__, *args, **options)

    @property
    def exc_type_str(self):
        kind = self._exc_type
        if kind is None:
            return None
        if kind.__module__ in ('__main__', 'builtins'):
            return kind.__qualname__
        module = kind.__module__ if isinstance(kind.__module__, str) else '<unknown>'
        return f'{module}.{kind.__qualname__}'

    def __eq__(self, other):
        if isinstance(other, TracebackException):
            return self._value is other._value and self.stack == other.stack
        return NotImplemented

    def __str__(self):
        return self._str

    def format_exception_only(self, *, show_group=False, **options):
        yield from format_exception_only(self._value, show_group=show_group)

    def format(self, *, chain=True, **options):
        if self._value is None:
            yield 'NoneType: None\n'
        else:
            yield from _pieces(self._value, self._tb, self._limit, chain)

    def print(self, *, file=None, chain=True, **options):
        _write(self.format(chain=chain), file)
