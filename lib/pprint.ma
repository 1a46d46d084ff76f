# pprint - lists, dicts, tuples and sets over several lines when they do not fit into one.

__all__ = ['pprint', 'pformat', 'pp', 'isreadable', 'isrecursive', 'saferepr', 'PrettyPrinter']


class PrettyPrinter:
    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False,
                 sort_dicts=True, underscore_numbers=False):
        if indent < 0:
            raise ValueError('indent must be >= 0')
        if depth is not None and depth <= 0:
            raise ValueError('depth must be > 0')
        if not width:
            raise ValueError('width must be != 0')
        self._indent, self._width, self._depth = indent, width, depth
        self._stream, self._compact = stream, compact
        self._sort, self._underscore = sort_dicts, underscore_numbers

    def pprint(self, object):
        import sys
        stream = sys.stdout if self._stream is None else self._stream
        stream.write(self.pformat(object) + '\n')

    def pformat(self, object):
        return self._layout(object, 0, 0, (), 1)

    def _items(self, value):
        if not self._sort:
            return list(value.items())
        try:
            return sorted(value.items(), key=lambda pair: pair[0])
        except TypeError:
            return sorted(value.items(), key=lambda pair: (str(type(pair[0])), id(pair[0])))

    def _flat(self, value, active, level):
        kind = type(value)
        if kind not in (list, tuple, dict, set, frozenset) or not value:
            if kind is int and self._underscore:
                return f'{value:_d}'
            return repr(value)
        if id(value) in active:
            return f'<Recursion on {kind.__name__} with id={id(value)}>'
        if self._depth is not None and level > self._depth:
            return '{...}' if kind is dict else '[...]' if kind is list else '(...)'
        active = active + (id(value),)
        if kind is dict:
            parts = [f'{self._flat(k, active, level + 1)}: {self._flat(v, active, level + 1)}'
                     for k, v in self._items(value)]
            return '{' + ', '.join(parts) + '}'
        items = self._ordered(value)
        text = ', '.join([self._flat(v, active, level + 1) for v in items])
        if kind is list:
            return f'[{text}]'
        if kind is tuple:
            return f'({text},)' if len(items) == 1 else f'({text})'
        return '{' + text + '}' if kind is set else 'frozenset({' + text + '})'

    def _ordered(self, value):
        if not isinstance(value, (set, frozenset)):
            return list(value)
        try:
            return sorted(value)
        except TypeError:
            return sorted(value, key=lambda v: (str(type(v)), id(v)))

    def _layout(self, value, column, allowance, active, level):
        flat = self._flat(value, active, level)
        kind = type(value)
        if len(flat) <= self._width - column - allowance or id(value) in active:
            return flat
        if self._depth is not None and level > self._depth:
            return flat
        active = active + (id(value),)
        step = self._indent
        if kind is dict and value:
            out = []
            items = self._items(value)
            for n, (k, v) in enumerate(items):
                last = n == len(items) - 1
                key = self._flat(k, active, level + 1)
                out.append(f'{key}: ' + self._layout(
                    v, column + step + len(key) + 2, allowance + 1 if last else 1, active,
                    level + 1))
            return '{' + ' ' * (step - 1) + (',\n' + ' ' * (column + step)).join(out) + '}'
        if kind in (list, tuple, set, frozenset) and value:
            first, end = {list: ('[', ']'), tuple: ('(', ')'), set: ('{', '}'),
                          frozenset: ('frozenset({', '})')}[kind]
            if kind is tuple and len(value) == 1:
                end = ',)'
            if kind is frozenset:
                column += len('frozenset(')
            return first + ' ' * (step - 1) + self._rows(
                self._ordered(value), column + step, allowance + len(end), active, level) + end
        if kind is str and value:
            return self._text(value, column, allowance, level)
        if hasattr(kind, '__dataclass_fields__') and kind.__repr__.__qualname__.endswith('__repr__'):
            name = kind.__name__
            column += len(name) + 1
            fields = [(f, getattr(value, f)) for f, spec in kind.__dataclass_fields__.items()
                      if spec.repr]
            out = []
            for n, (f, v) in enumerate(fields):
                last = n == len(fields) - 1
                out.append(f + '=' + self._layout(v, column + len(f) + 1,
                                                  allowance + 1 if last else 1, active, level + 1))
            return name + '(' + (',\n' + ' ' * column).join(out) + ')'
        return flat

    def _rows(self, items, column, allowance, active, level):
        between = ',\n' + ' ' * column
        if not self._compact:
            out = []
            for n, item in enumerate(items):
                last = n == len(items) - 1
                out.append(self._layout(item, column, allowance if last else 1, active, level + 1))
            return between.join(out)
        rows = []
        row = ''
        for n, item in enumerate(items):
            last = n == len(items) - 1
            flat = self._flat(item, active, level + 1)
            room = self._width - column - (allowance if last else 1)
            if row and len(row) + 2 + len(flat) <= room:
                row += ', ' + flat
                continue
            if row:
                rows.append(row)
            row = flat
            if len(flat) > room:
                rows.append(self._layout(item, column, allowance if last else 1, active,
                                         level + 1))
                row = ''
        if row:
            rows.append(row)
        return between.join(rows)

    def _text(self, value, column, allowance, level):
        lines = value.splitlines(True)
        if level == 1:
            column += 1
            allowance += 1
        room = self._width - column
        parts = []
        for n, line in enumerate(lines):
            last_line = n == len(lines) - 1
            limit = room - allowance if last_line else room
            if len(repr(line)) <= limit:
                parts.append(repr(line))
                continue
            current = ''
            words = []
            for word in line.split(' '):
                words.append(word + ' ')
            words[-1] = words[-1][:-1]
            words = [w for w in words if w]
            for k, word in enumerate(words):
                limit = room - allowance if last_line and k == len(words) - 1 else room
                if current and len(repr(current + word)) > limit:
                    parts.append(repr(current))
                    current = word
                else:
                    current += word
            if current:
                parts.append(repr(current))
        if len(parts) == 1:
            return parts[0]
        text = ('\n' + ' ' * column).join(parts)
        return f'({text})' if level == 1 else text


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True,
            underscore_numbers=False):
    return PrettyPrinter(indent, width, depth, compact=compact, sort_dicts=sort_dicts,
                         underscore_numbers=underscore_numbers).pformat(object)


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False,
           sort_dicts=True, underscore_numbers=False):
    PrettyPrinter(indent, width, depth, stream, compact=compact, sort_dicts=sort_dicts,
                  underscore_numbers=underscore_numbers).pprint(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def saferepr(object):
    return PrettyPrinter()._flat(object, (), 1)


def isrecursive(object):
    return '<Recursion on ' in saferepr(object)


def isreadable(object):
    return not isrecursive(object) and '<' not in repr(object)
