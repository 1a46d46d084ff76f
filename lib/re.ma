# re - regular expressions. Patterns are compiled and matched natively (_re.Program); here are Pattern and
# Match, the templates of sub(), and the cache. Flags and messages are CPython's. Not there: \N{...}, the
# locale (re.L is taken as ASCII) and what re.DEBUG prints.

from _re import Program
from _types import named_with_module
from enum import KEEP, IntFlag, global_enum
from sys import maxsize as _END

__all__ = ['match', 'fullmatch', 'search', 'sub', 'subn', 'split', 'findall', 'finditer', 'compile',
           'purge', 'escape', 'error', 'Pattern', 'Match', 'A', 'I', 'L', 'M', 'S', 'X', 'U', 'ASCII',
           'IGNORECASE', 'LOCALE', 'MULTILINE', 'DOTALL', 'VERBOSE', 'UNICODE', 'NOFLAG', 'RegexFlag',
           'PatternError']

_SEARCH, _MATCH, _FULL = range(3)


@global_enum
class RegexFlag(IntFlag, boundary=KEEP):
    NOFLAG = 0
    ASCII = A = 256
    IGNORECASE = I = 2
    LOCALE = L = 4
    UNICODE = U = 32
    MULTILINE = M = 8
    DOTALL = S = 16
    VERBOSE = X = 64
    DEBUG = 128
    __str__ = object.__str__


class PatternError(Exception):
    __module__ = 're'

    def __init__(self, msg, pattern=None, pos=None):
        self.msg, self.pattern, self.pos = msg, pattern, pos
        if pattern is None or pos is None:
            self.lineno = self.colno = None
        else:
            line_end = '\n' if isinstance(pattern, str) else b'\n'
            msg = f'{msg} at position {pos}'
            self.lineno = pattern.count(line_end, 0, pos) + 1
            self.colno = pos - pattern.rfind(line_end, 0, pos)
            if line_end in pattern:
                msg = f'{msg} (line {self.lineno}, column {self.colno})'
        super().__init__(msg)


error = PatternError


@named_with_module
class Match:
    __slots__ = ('re', 'string', 'pos', 'endpos', '_spans')
    __module__ = 're'

    def __new__(cls, *args, **kwargs):
        raise TypeError("cannot create 're.Match' instances")

    def _number(self, group):
        if isinstance(group, int):
            number = group
        else:
            try:
                number = self.re.groupindex.get(group, -1)
            except TypeError:
                number = group.__index__() if hasattr(group, '__index__') else -1
        if 0 <= number <= self.re.groups:
            return number
        raise IndexError('no such group')

    def _part(self, number, default=None):
        start, end = self._spans[2 * number], self._spans[2 * number + 1]
        return default if start < 0 or end < 0 else self.string[start:end]

    def group(self, *groups):
        if not groups:
            return self.string[self._spans[0]:self._spans[1]]
        if len(groups) == 1:
            return self._part(self._number(groups[0]))
        return tuple([self._part(self._number(group)) for group in groups])

    def __getitem__(self, group):
        return self._part(self._number(group))

    def groups(self, default=None):
        return tuple([self._part(i, default) for i in range(1, self.re.groups + 1)])

    def groupdict(self, default=None):
        return {name: self._part(i, default) for name, i in self.re._program.names.items()}

    def span(self, group=0, /):
        number = self._number(group)
        start, end = self._spans[2 * number], self._spans[2 * number + 1]
        return (-1, -1) if start < 0 or end < 0 else (start, end)

    def start(self, group=0, /):
        return self.span(group)[0]

    def end(self, group=0, /):
        return self.span(group)[1]

    def expand(self, template):
        return _template(self.re, template)(self)

    @property
    def regs(self):
        return tuple([self.span(i) for i in range(self.re.groups + 1)])

    @property
    def lastindex(self):
        return self._spans[-1] if self._spans[-1] > 0 else None

    @property
    def lastgroup(self):
        for name, i in self.re._program.names.items():
            if i == self._spans[-1]:
                return name
        return None

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __class_getitem__(cls, item):
        from types import GenericAlias
        return GenericAlias(cls, item)

    def __repr__(self):
        return f'<re.Match object; span={self.span()}, match={self.group()!r}>'


def _match(pattern, string, pos, endpos, mode, advance=False):
    spans = pattern._program.run(string, pos, endpos, mode, advance)
    if spans is None:
        return None
    match = object.__new__(Match)
    match.re, match.string, match._spans = pattern, string, spans
    length = len(string)
    match.pos = 0 if pos < 0 else length if pos > length else pos
    match.endpos = 0 if endpos < 0 else length if endpos > length else endpos
    return match


@named_with_module
class Pattern:
    __slots__ = ('pattern', 'flags', 'groups', '_program', '_templates', '__weakref__')
    __module__ = 're'

    def __new__(cls, *args, **kwargs):
        raise TypeError("cannot create 're.Pattern' instances")

    @property
    def groupindex(self):
        from types import MappingProxyType
        return MappingProxyType(self._program.names)

    def match(self, string, pos=0, endpos=_END):
        return _match(self, string, pos, endpos, _MATCH)

    def fullmatch(self, string, pos=0, endpos=_END):
        return _match(self, string, pos, endpos, _FULL)

    def search(self, string, pos=0, endpos=_END):
        return _match(self, string, pos, endpos, _SEARCH)

    def scanner(self, string, pos=0, endpos=_END):
        return _Scanner(self, string, pos, endpos)

    def finditer(self, string, pos=0, endpos=_END):
        self._program.run(string, 0, 0, _MATCH, True)  # a wrong type is told at once
        return iter(_Scanner(self, string, pos, endpos).search, None)

    def _places(self, string, pos, endpos):
        run, advance = self._program.run, False
        while True:
            spans = run(string, pos, endpos, _SEARCH, advance)
            if spans is None:
                return
            yield spans
            advance = spans[0] == spans[1]
            pos = spans[1]

    def findall(self, string, pos=0, endpos=_END):
        if self.groups == 0:
            return [string[spans[0]:spans[1]] for spans in self._places(string, pos, endpos)]
        empty = string[:0]
        if self.groups == 1:
            return [string[spans[2]:spans[3]] if spans[2] >= 0 else empty
                    for spans in self._places(string, pos, endpos)]
        numbers = range(2, 2 * self.groups + 1, 2)
        return [tuple([string[spans[i]:spans[i + 1]] if spans[i] >= 0 else empty for i in numbers])
                for spans in self._places(string, pos, endpos)]

    def split(self, string, maxsplit=0):
        parts, start = [], 0
        for spans in self._places(string, 0, _END):
            if maxsplit > 0 and len(parts) >= maxsplit * (self.groups + 1):
                break
            if maxsplit < 0:
                break
            parts.append(string[start:spans[0]])
            for i in range(2, 2 * self.groups + 1, 2):
                parts.append(string[spans[i]:spans[i + 1]] if spans[i] >= 0 else None)
            start = spans[1]
        parts.append(string[start:])
        return parts

    def subn(self, repl, string, count=0):
        make = repl if callable(repl) else _template(self, repl)
        parts, start, done, pos, advance = [], 0, 0, 0, False
        while count <= 0 or done < count:
            match = _match(self, string, pos, _END, _SEARCH, advance)
            if match is None:
                break
            begin, pos = match._spans[0], match._spans[1]
            advance = begin == pos
            if begin > start:
                parts.append(string[start:begin])
            made = make if isinstance(make, (str, bytes)) else make(match)
            if made is not None:
                parts.append(made)
            start = pos
            done += 1
        if not done:
            return string, 0
        parts.append(string[start:])
        return string[:0].join(parts), done

    def sub(self, repl, string, count=0):
        return self.subn(repl, string, count)[0]

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __reduce__(self):
        return compile, (self.pattern, self.flags)

    def __class_getitem__(cls, item):
        from types import GenericAlias
        return GenericAlias(cls, item)

    def __eq__(self, other):
        if not isinstance(other, Pattern):
            return NotImplemented
        return (self.flags == other.flags and type(self.pattern) is type(other.pattern)
                and self.pattern == other.pattern)

    def __hash__(self):
        return hash((self.flags, self.pattern))

    def __repr__(self):
        shown = self.flags
        if isinstance(self.pattern, str) and shown & (256 | 32) == 32:
            shown &= ~32
        names = [f're.{name}' for name, bit in _SHOWN if shown & bit]
        text = f'{self.pattern!r:.200}'
        return f're.compile({text}, {"|".join(names)})' if names else f're.compile({text})'


_SHOWN = (('IGNORECASE', 2), ('LOCALE', 4), ('MULTILINE', 8), ('DOTALL', 16), ('UNICODE', 32), ('VERBOSE', 64),
          ('DEBUG', 128), ('ASCII', 256))


class _Scanner:
    def __init__(self, pattern, string, pos, endpos):
        self.pattern, self._string, self._pos, self._endpos = pattern, string, pos, endpos
        self._advance = False

    def _next(self, mode):
        if self._pos is None:
            return None
        match = _match(self.pattern, self._string, self._pos, self._endpos, mode, self._advance)
        if match is None:
            self._pos = None
        else:
            self._advance = match._spans[0] == match._spans[1]
            self._pos = match._spans[1]
        return match

    def search(self):
        return self._next(_SEARCH)

    def match(self):
        return self._next(_MATCH)


# What sub() puts in: a str without groups, or a function of the match.

_ESCAPES = {'a': '\a', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t', 'v': '\v', '\\': '\\'}


def _template(pattern, repl):
    if not isinstance(repl, (str, bytes)):
        if not isinstance(repl, bytearray):
            raise TypeError(f'decoding to str: need a bytes-like object, {type(repl).__name__} found')
        repl = bytes(repl)
    if ('\\' if isinstance(repl, str) else b'\\') not in repl:
        return repl
    made = pattern._templates.get(repl)
    if made is None:
        if len(pattern._templates) > 50:
            pattern._templates.clear()
        made = pattern._templates[repl] = _compile_template(pattern, repl)
    return made


def _group_number(pattern, name, at, source):
    if name.isdecimal() and name.isascii():
        number = int(name)
        if number > pattern.groups:
            raise PatternError(f'invalid group reference {number}', source, at)
        return number
    if not name.isidentifier() or not (isinstance(source, str) or name.isascii()):
        raise PatternError(f'bad character in group name {name!r}', source, at)
    if name not in pattern._program.names:
        raise IndexError(f'unknown group name {name!r}')
    return pattern._program.names[name]


def _compile_template(pattern, source):
    is_text = isinstance(source, str)
    text = source if is_text else source.decode('latin-1')
    parts, plain, i = [], '', 0
    while i < len(text):
        c = text[i]
        i += 1
        if c != '\\':
            plain += c
            continue
        at = i - 1
        if i == len(text):
            raise PatternError('bad escape (end of pattern)', source, at)
        c = text[i]
        i += 1
        number = None
        if c == 'g':
            if text[i:i + 1] != '<':
                raise PatternError('missing <', source, i)
            end = text.find('>', i + 1)
            name = text[i + 1:end if end >= 0 else len(text)]
            if not name:
                raise PatternError('missing group name', source, i + 1)
            if end < 0:
                raise PatternError('missing >, unterminated name', source, i + 1)
            number = _group_number(pattern, name, i + 1, source)
            i = end + 1
        elif c == '0':
            digits = c
            while len(digits) < 3 and text[i:i + 1] and text[i] in '01234567':
                digits += text[i]
                i += 1
            plain += chr(int(digits, 8))
        elif '1' <= c <= '9':
            digits = c
            if text[i:i + 1] and text[i] in '0123456789':
                digits += text[i]
                i += 1
                if c in '01234567' and digits[1] in '01234567' and text[i:i + 1] and text[i] in '01234567':
                    digits += text[i]
                    i += 1
                    value = int(digits, 8)
                    if value > 0o377:
                        raise PatternError(f'octal escape value \\{digits} outside of range 0-0o377',
                                           source, at)
                    plain += chr(value)
                    continue
            number = int(digits)
            if number > pattern.groups:
                raise PatternError(f'invalid group reference {number}', source, at + 1)
        elif c in _ESCAPES:
            plain += _ESCAPES[c]
        elif c.isascii() and c.isalpha():
            raise PatternError(f'bad escape \\{c}', source, at)
        else:
            plain += '\\' + c
        if number is not None:
            parts += [plain, number]
            plain = ''
    if not is_text:
        parts = [part if isinstance(part, int) else part.encode('latin-1') for part in parts]
        plain = plain.encode('latin-1')
    if not parts:
        return plain
    parts.append(plain)
    empty = plain[:0]

    def expand(match):
        return empty.join([match._part(part, empty) if isinstance(part, int) else part for part in parts])
    return expand


# The functions of the module.

_cache = {}


def _compile(pattern, flags):
    if isinstance(flags, RegexFlag):
        flags = flags.value
    key = type(pattern), pattern, flags
    try:
        return _cache[key]
    except KeyError:
        pass
    if isinstance(pattern, Pattern):
        if flags:
            raise ValueError('cannot process flags argument with a compiled pattern')
        return pattern
    if not isinstance(pattern, (str, bytes)):
        raise TypeError('first argument must be string or compiled pattern')
    program = Program(pattern, flags)
    made = object.__new__(Pattern)
    made.pattern, made._program, made._templates = pattern, program, {}
    made.flags, made.groups = program.flags, program.groups
    if len(_cache) >= 512:
        del _cache[next(iter(_cache))]
    _cache[key] = made
    return made


def compile(pattern, flags=0):
    return _compile(pattern, flags)


def match(pattern, string, flags=0):
    return _compile(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    return _compile(pattern, flags).fullmatch(string)


def search(pattern, string, flags=0):
    return _compile(pattern, flags).search(string)


def findall(pattern, string, flags=0):
    return _compile(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    return _compile(pattern, flags).finditer(string)


class _Zero(int):
    pass


_zero = _Zero()


def _positional(name, args, count, flags):
    import warnings
    if count is not _zero:
        raise TypeError(f"{name}() got multiple values for argument "
                        f"'{'maxsplit' if name == 'split' else 'count'}'")
    if len(args) > 1 and flags is not _zero:
        raise TypeError(f"{name}() got multiple values for argument 'flags'")
    if len(args) > 2:
        given = len(args) + (2 if name == 'split' else 3)
        raise TypeError(f'{name}() takes from {given - len(args)} to {given - len(args) + 2} positional '
                        f'arguments but {given} were given')
    what = 'maxsplit' if name == 'split' else 'count'
    warnings.warn(f"'{what}' is passed as positional argument", DeprecationWarning, stacklevel=3)
    return args[0], args[1] if len(args) > 1 else flags


def sub(pattern, repl, string, *args, count=_zero, flags=_zero):
    if args:
        count, flags = _positional('sub', args, count, flags)
    return _compile(pattern, flags).sub(repl, string, count)


def subn(pattern, repl, string, *args, count=_zero, flags=_zero):
    if args:
        count, flags = _positional('subn', args, count, flags)
    return _compile(pattern, flags).subn(repl, string, count)


def split(pattern, string, *args, maxsplit=_zero, flags=_zero):
    if args:
        maxsplit, flags = _positional('split', args, maxsplit, flags)
    return _compile(pattern, flags).split(string, maxsplit)


def purge():
    _cache.clear()


_SPECIAL = {c: '\\' + chr(c) for c in b'()[]{}?*+-|^$\\.&~# \t\n\r\v\f'}


def escape(pattern):
    if isinstance(pattern, str):
        return pattern.translate(_SPECIAL)
    return str(pattern, 'latin-1').translate(_SPECIAL).encode('latin-1')


class Scanner:
    # Cuts a text into tokens: the first rule of the lexicon that fits takes its piece.
    def __init__(self, lexicon, flags=0):
        self.lexicon = lexicon
        self._rules = [(compile(pattern, flags), action) for pattern, action in lexicon]

    def scan(self, string):
        found = []
        at = 0
        while at < len(string):
            for pattern, action in self._rules:
                match = pattern.match(string, at)
                if match is not None:
                    break
            if match is None or match.end() == at:
                break
            at = match.end()
            if callable(action):
                self.match = match
                action = action(self, match.group())
            if action is not None:
                found.append(action)
        return found, string[at:]
