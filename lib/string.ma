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


class Formatter:
    def format(self, format_string, /, *args, **kwargs):
        return format_string.format(*args, **kwargs)

    def vformat(self, format_string, args, kwargs):
        return format_string.format(*args, **kwargs)
