# pprint - lists, dicts, tuples and sets over several lines when they do not fit into one.

__all__ = ['pprint', 'pformat', 'pp', 'isreadable', 'isrecursive', 'saferepr', 'PrettyPrinter']


class _Key:
    # Orders what cannot be compared by type and place.
    __slots__ = 'value'

    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        try:
            return self.value < other.value
        except TypeError:
            return (str(type(self.value)), id(self.value)) < (str(type(other.value)), id(other.value))


def _pair_key(pair):
    return _Key(pair[0]), _Key(pair[1])


class PrettyPrinter:
    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False,
                 sort_dicts=True, underscore_numbers=False):
        if indent < 0:
            raise ValueError('indent must be >= 0')
        if depth is not None and depth <= 0:
            raise ValueError('depth must be > 0')
        if not width:
            raise ValueError('width must be != 0')
        self._indent, self._width, self._depth = int(indent), int(width), depth
        self._stream, self._compact = stream, bool(compact)
        self._sort, self._underscore = sort_dicts, underscore_numbers

    def pprint(self, object):
        import sys
        stream = sys.stdout if self._stream is None else self._stream
        stream.write(self.pformat(object) + '\n')

    def pformat(self, object):
        return self._layout(object, 0, 0, {}, 0)

    def isrecursive(self, object):
        return self.format(object, {}, 0, 0)[2]

    def isreadable(self, object):
        text, readable, recursive = self.format(object, {}, 0, 0)
        return readable and not recursive

    # The text in one line; is it readable; does it contain itself. Subclasses may know better.
    def format(self, object, context, maxlevels, level):
        return self._line(object, context, self._depth if maxlevels is None else maxlevels, level)

    def _flat(self, value, context, level):
        return self.format(value, dict(context), self._depth, level)[0]

    def _items(self, value):
        return sorted(value.items(), key=_pair_key) if self._sort else list(value.items())

    def _line(self, value, context, depth, level):
        kind = type(value)
        shown = kind.__repr__
        if kind is int and self._underscore:
            return f'{value:_d}', True, False
        if kind in (str, int, float, bool, type(None)):
            return repr(value), True, False
        if shown is dict.__repr__ and issubclass(kind, dict):
            first, end = '{', '}'
        elif shown is list.__repr__ and issubclass(kind, list):
            first, end = '[', ']'
        elif shown is tuple.__repr__ and issubclass(kind, tuple):
            first, end = '(', ',)' if len(value) == 1 else ')'
        else:
            text = repr(value)
            return text, bool(text) and not text.startswith('<'), False
        if not value:
            return first + end, True, False
        if id(value) in context:
            return f'<Recursion on {kind.__name__} with id={id(value)}>', False, True
        if depth and level >= depth:
            return first + '...' + end.lstrip(','), False, False
        context[id(value)] = 1
        readable, recursive = True, False
        parts = []
        for item in self._items(value) if first == '{' else value:
            texts = []
            for part in item if first == '{' else (item,):
                text, is_readable, is_recursive = self.format(part, context, depth, level + 1)
                readable = readable and is_readable
                recursive = recursive or is_recursive
                texts.append(text)
            parts.append(': '.join(texts))
        del context[id(value)]
        return first + ', '.join(parts) + end, readable, recursive

    # Over as many lines as it takes. `column` is where the text begins, `allowance` what follows it.
    def _layout(self, value, column, allowance, context, level):
        if id(value) in context:
            return f'<Recursion on {type(value).__name__} with id={id(value)}>'
        flat = self._flat(value, context, level)
        if len(flat) <= self._width - column - allowance:
            return flat
        how = self._how(type(value))
        if how is None:
            return flat
        context[id(value)] = 1
        text = how(self, value, column, allowance, context, level + 1)
        del context[id(value)]
        return flat if text is None else text

    def _how(self, kind):
        shown = kind.__repr__
        for known, how in _ways:
            if known.__repr__ is shown and known.__repr__ is not object.__repr__:
                return how
        if kind.__name__ in _by_name and kind.__module__ in ('collections', 'types'):
            return _by_name[kind.__name__]
        if hasattr(kind, '__dataclass_fields__') and '__repr__' in kind.__dict__ and getattr(
                kind, '__dataclass_params__').repr:
            return PrettyPrinter._dataclass
        return None

    def _pairs(self, pairs, column, allowance, context, level):
        step = self._indent
        out = []
        for n, (k, v) in enumerate(pairs):
            key = self._flat(k, context, level)
            out.append(f'{key}: ' + self._layout(v, column + step + len(key) + 2,
                                                 allowance + 1 if n == len(pairs) - 1 else 1, context, level))
        return '{' + ' ' * (step - 1) + (',\n' + ' ' * (column + step)).join(out) + '}'

    def _dict(self, value, column, allowance, context, level):
        if not value:
            return '{}'
        return self._pairs(self._items(value), column, allowance, context, level)

    def _ordered_dict(self, value, column, allowance, context, level):
        if not value:
            return repr(value)
        name = type(value).__name__
        return f'{name}(' + self._rows(list(value.items()), column + len(name) + 1, allowance + 1, context,
                                       level, '[', ']') + ')'

    def _rows(self, items, column, allowance, context, level, first, end):
        between = ',\n' + ' ' * (column + self._indent)
        lead = first + ' ' * (self._indent - 1)
        column += self._indent
        allowance += len(end)
        rows = []
        row = ''
        for n, item in enumerate(items):
            after = allowance if n == len(items) - 1 else 1
            if self._compact:
                flat = self._flat(item, context, level)
                room = self._width - column - after
                if row and len(row) + 2 + len(flat) <= room:
                    row += ', ' + flat
                    continue
                if row:
                    rows.append(row)
                    row = ''
                if len(flat) <= room:
                    row = flat
                    continue
            rows.append(self._layout(item, column, after, context, level))
        if row:
            rows.append(row)
        return lead + between.join(rows) + end

    def _list(self, value, column, allowance, context, level):
        return self._rows(value, column, allowance, context, level, '[', ']')

    def _tuple(self, value, column, allowance, context, level):
        return self._rows(value, column, allowance, context, level, '(', ',)' if len(value) == 1 else ')')

    def _set(self, value, column, allowance, context, level):
        if not value:
            return repr(value)
        kind = type(value)
        first, end = ('{', '}') if kind is set else (f'{kind.__name__}({{', '})')
        if kind is not set:
            column += len(kind.__name__) + 1
        return self._rows(sorted(value, key=_Key), column, allowance, context, level, first, end)

    def _str(self, value, column, allowance, context, level):
        if not value:
            return repr(value)
        lines = value.splitlines(True)
        if level == 1:
            column += 1
            allowance += 1
        room = most = self._width - column
        parts = []
        for n, line in enumerate(lines):
            if n == len(lines) - 1:
                most -= allowance
            if len(repr(line)) <= most:
                parts.append(repr(line))
                continue
            words = _words(line)
            current = ''
            for k, word in enumerate(words):
                fits = most if k == len(words) - 1 and n == len(lines) - 1 else room
                if current and len(repr(current + word)) > fits:
                    parts.append(repr(current))
                    current = word
                else:
                    current += word
            if current:
                parts.append(repr(current))
        return self._joined(parts, column, level)

    def _joined(self, parts, column, level):
        if len(parts) == 1:
            return parts[0]
        text = ('\n' + ' ' * column).join(parts)
        return f'({text})' if level == 1 else text

    def _bytes(self, value, column, allowance, context, level):
        if len(value) <= 4:
            return repr(value)
        if level == 1:
            column += 1
            allowance += 1
        room = self._width - column
        parts = []
        current = b''
        last = len(value) // 4 * 4
        for at in range(0, len(value), 4):
            part = value[at:at + 4]
            if at == last:
                room -= allowance
            if current and len(repr(current + part)) > room:
                parts.append(repr(current))
                current = part
            else:
                current += part
        if current:
            parts.append(repr(current))
        return self._joined(parts, column, level)

    def _bytearray(self, value, column, allowance, context, level):
        return 'bytearray(' + self._bytes(bytes(value), column + 10, allowance + 1, context, level + 1) + ')'

    def _proxy(self, value, column, allowance, context, level):
        return 'mappingproxy(' + self._layout(value.copy(), column + 13, allowance + 1, context, level) + ')'

    def _fields(self, pairs, name, column, allowance, context, level):
        out = []
        for n, (key, v) in enumerate(pairs):
            out.append(f'{key}=' + self._layout(v, column + len(key) + 1,
                                                allowance if n == len(pairs) - 1 else 1, context, level))
        return f'{name}(' + (',\n' + ' ' * column).join(out) + ')'

    def _namespace(self, value, column, allowance, context, level):
        kind = type(value)
        name = 'namespace' if kind.__name__ == 'SimpleNamespace' else kind.__name__
        return self._fields(list(value.__dict__.items()), name, column + len(name) + 1, allowance + 1,
                            context, level)

    def _dataclass(self, value, column, allowance, context, level):
        kind = type(value)
        pairs = [(f, getattr(value, f)) for f, spec in kind.__dataclass_fields__.items() if spec.repr]
        return self._fields(pairs, kind.__name__, column + len(kind.__name__) + 1, allowance + 1, context,
                            level)

    def _defaultdict(self, value, column, allowance, context, level):
        if not value:
            return repr(value)
        column += len(type(value).__name__) + 1
        factory = self._flat(value.default_factory, context, level)
        return (f'{type(value).__name__}({factory},\n{" " * column}'
                + self._dict(value, column, allowance + 1, context, level) + ')')

    def _counter(self, value, column, allowance, context, level):
        if not value:
            return repr(value)
        name = type(value).__name__
        return f'{name}(' + self._pairs(value.most_common(), column + len(name) + 1, allowance + 1, context,
                                        level) + ')'

    def _chain(self, value, column, allowance, context, level):
        name = type(value).__name__
        column += len(name) + 1
        out = [self._layout(m, column, 1 if n < len(value.maps) - 1 else allowance + 1, context, level)
               for n, m in enumerate(value.maps)]
        return f'{name}(' + (',\n' + ' ' * column).join(out) + ')'

    def _deque(self, value, column, allowance, context, level):
        name = type(value).__name__
        column += len(name) + 1
        if value.maxlen is None:
            return f'{name}(' + self._rows(list(value), column, allowance + 1, context, level, '[', ']') + ')'
        return (f'{name}(' + self._rows(list(value), column, 2, context, level, '[', ']')
                + f',\n{" " * column}maxlen={value.maxlen})')

    def _inner(self, value, column, allowance, context, level):
        return self._layout(value.data, column, allowance, context, level - 1)


# A line with its blanks, in pieces that begin with what is no blank.
def _words(line):
    words = []
    at = 0
    while at < len(line):
        end = at
        while end < len(line) and not line[end].isspace():
            end += 1
        while end < len(line) and line[end].isspace():
            end += 1
        words.append(line[at:end])
        at = end
    return words


_ways = [(dict, PrettyPrinter._dict), (list, PrettyPrinter._list), (tuple, PrettyPrinter._tuple),
         (set, PrettyPrinter._set), (frozenset, PrettyPrinter._set), (str, PrettyPrinter._str),
         (bytes, PrettyPrinter._bytes), (bytearray, PrettyPrinter._bytearray),
         (type(object.__dict__), PrettyPrinter._proxy)]
_by_name = {'OrderedDict': PrettyPrinter._ordered_dict, 'defaultdict': PrettyPrinter._defaultdict,
            'Counter': PrettyPrinter._counter, 'ChainMap': PrettyPrinter._chain,
            'deque': PrettyPrinter._deque, 'UserDict': PrettyPrinter._inner,
            'UserList': PrettyPrinter._inner, 'UserString': PrettyPrinter._inner,
            'SimpleNamespace': PrettyPrinter._namespace}


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
    return PrettyPrinter()._flat(object, {}, 0)


def isrecursive(object):
    return PrettyPrinter().isrecursive(object)


def isreadable(object):
    return PrettyPrinter().isreadable(object)
