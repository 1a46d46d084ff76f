# string - constants, capwords, Template, Formatter.

__all__ = ['ascii_letters', 'ascii_lowercase', 'ascii_uppercase', 'capwords', 'digits',
           'hexdigits', 'octdigits', 'printable', 'punctuation', 'whitespace', 'Formatter',
           'Template']

whitespace = ' \t\n\r\v\f'
ascii_lowercase = 'abcdefghijklmnopqrstuvwxyz'
ascii_uppercase = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
ascii_letters = ascii_lowercase + ascii_uppercase
digits = '0123456789'
hexdigits = digits + 'abcdef' + 'ABCDEF'
octdigits = '01234567'
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    return (sep or ' ').join([word.capitalize() for word in s.split(sep)])


_FIRST = frozenset(ascii_letters + '_')
_REST = frozenset(ascii_letters + digits + '_')


class Template:
    delimiter = '$'

    def __init__(self, template):
        self.template = template

    def _parts(self):
        # (text, None, at) for plain text, (original, name, at) for a place; name '' is wrong.
        text, mark = self.template, self.delimiter
        at = 0
        while True:
            found = text.find(mark, at)
            if found < 0:
                yield text[at:], None, at
                return
            yield text[at:found], None, at
            i = found + len(mark)
            if text[i:i + len(mark)] == mark:
                yield mark, None, found
                at = i + len(mark)
                continue
            braced = text[i:i + 1] == '{'
            start = i + 1 if braced else i
            end = start
            if text[end:end + 1] in _FIRST:
                while end < len(text) and text[end] in _REST:
                    end += 1
            name = text[start:end]
            if braced and name:
                if text[end:end + 1] == '}':
                    end += 1
                else:
                    name = ''
            if not name:
                end = i
            yield text[found:end], name, found
            at = end

    def _fill(self, args, kws, safe):
        if len(args) > 1:
            raise TypeError('Too many positional arguments')
        mapping = {**args[0], **kws} if args and kws else args[0] if args else kws
        out = []
        for original, name, at in self._parts():
            if name is None:
                out.append(original)
            elif name == '':
                if not safe:
                    before = self.template[:at].splitlines(keepends=True)
                    line = len(before) or 1
                    column = at - len(''.join(before[:-1])) + 1 if before else 1
                    raise ValueError(f'Invalid placeholder in string: line {line}, '
                                     f'col {column}')
                out.append(original)
            elif safe:
                try:
                    out.append(str(mapping[name]))
                except KeyError:
                    out.append(original)
            else:
                out.append(str(mapping[name]))
        return ''.join(out)

    def substitute(self, /, *args, **kws):
        return self._fill(args, kws, False)

    def safe_substitute(self, /, *args, **kws):
        return self._fill(args, kws, True)

    def is_valid(self):
        return all([name != '' for _, name, _ in self._parts()])

    def get_identifiers(self):
        names = [name for _, name, _ in self._parts() if name]
        return list(dict.fromkeys(names))


def _field_end(text, i):
    # Where the field that begins at i ends: at its bracket. Fields inside its specification count.
    depth = 1
    while i < len(text):
        c = text[i]
        if c == '[' and depth == 1:
            close = text.find(']', i)
            i = close if close >= 0 else i
        elif c == '{':
            depth += 1
        elif c == '}':
            depth -= 1
            if depth == 0:
                return i
        i += 1
    raise ValueError("expected '}' before end of string")


def _field(text):
    # 'name!r:spec' -> (name, spec, conversion)
    i = 0
    while i < len(text) and text[i] not in ':!':
        if text[i] == '[':
            close = text.find(']', i)
            i = close if close >= 0 else i
        i += 1
    name, rest, conversion = text[:i], text[i:], None
    if '{' in name:
        raise ValueError("unexpected '{' in field name")
    if rest[:1] == '!':
        if len(rest) < 2:
            raise ValueError('end of string while looking for conversion specifier')
        conversion, rest = rest[1], rest[2:]
        if rest and rest[0] != ':':
            raise ValueError("expected ':' after conversion specifier")
    return name, rest[1:], conversion


def _parse(text):
    start = i = 0
    while i < len(text):
        c = text[i]
        if c not in '{}':
            i += 1
        elif text[i + 1:i + 2] == c:
            yield text[start:i + 1], None, None, None
            start = i = i + 2
        elif c == '}':
            raise ValueError("Single '}' encountered in format string")
        elif i + 1 == len(text):
            raise ValueError("Single '{' encountered in format string")
        else:
            end = _field_end(text, i + 1)
            yield text[start:i], *_field(text[i + 1:end])
            start = i = end + 1
    if start < len(text):
        yield text[start:], None, None, None


def _steps(name):
    # 'a.b[c]' -> 'a', [(True, 'b'), (False, 'c')]; numbers become ints
    i = 0
    while i < len(name) and name[i] not in '.[':
        i += 1
    first, steps = name[:i], []
    while i < len(name):
        if name[i] == '.':
            end = i + 1
            while end < len(name) and name[end] not in '.[':
                end += 1
            key, is_attribute = name[i + 1:end], True
        elif name[i] == '[':
            end = name.find(']', i)
            if end < 0:
                raise ValueError("Missing ']' in format string")
            key, is_attribute = name[i + 1:end], False
            end += 1
        else:
            raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
        if not key:
            raise ValueError('Empty attribute in format string')
        steps.append((is_attribute, int(key) if not is_attribute and key.isdecimal() else key))
        i = end
    return int(first) if first.isdecimal() else first, steps


class Formatter:
    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used = set()
        text, _ = self._vformat(format_string, args, kwargs, used, 2)
        self.check_unused_args(used, args, kwargs)
        return text

    def _vformat(self, format_string, args, kwargs, used, depth, number=0):
        if depth < 0:
            raise ValueError('Max string recursion exceeded')
        out = []
        for literal, name, spec, conversion in self.parse(format_string):
            if literal:
                out.append(literal)
            if name is None:
                continue
            first = _steps(name)[0]
            if first == '':
                if number is False:
                    raise ValueError('cannot switch from manual field specification to automatic field '
                                     'numbering')
                name = f'{number}{name}'
                number += 1
            elif isinstance(first, int):
                if number:
                    raise ValueError('cannot switch from manual field specification to automatic field '
                                     'numbering')
                number = False
            value, key = self.get_field(name, args, kwargs)
            used.add(key)
            value = self.convert_field(value, conversion)
            spec, number = self._vformat(spec, args, kwargs, used, depth - 1, number)
            out.append(self.format_field(value, spec))
        return ''.join(out), number

    def get_value(self, key, args, kwargs):
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion in ('s', 'r', 'a'):
            return (str if conversion == 's' else repr if conversion == 'r' else ascii)(value)
        raise ValueError(f'Unknown conversion specifier {conversion!s}')

    def parse(self, format_string):
        return _parse(format_string)

    def get_field(self, field_name, args, kwargs):
        first, steps = _steps(field_name)
        value = self.get_value(first, args, kwargs)
        for is_attribute, key in steps:
            value = getattr(value, key) if is_attribute else value[key]
        return value, first
