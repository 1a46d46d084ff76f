# reprlib - reprs that stay short, and reprs of what contains itself.

import builtins
from itertools import islice

__all__ = ['Repr', 'repr', 'recursive_repr']


def recursive_repr(fillvalue='...'):
    def decorate(function):
        from functools import wraps
        running = set()

        @wraps(function)
        def wrapper(self):
            key = id(self)
            if key in running:
                return fillvalue
            running.add(key)
            try:
                return function(self)
            finally:
                running.discard(key)
        return wrapper
    return decorate


class Repr:
    def __init__(self, *, maxlevel=6, maxtuple=6, maxlist=6, maxarray=5, maxdict=4, maxset=6,
                 maxfrozenset=6, maxdeque=6, maxstring=30, maxlong=40, maxother=30, fillvalue='...',
                 indent=None):
        self.maxlevel, self.maxtuple, self.maxlist, self.maxarray = maxlevel, maxtuple, maxlist, maxarray
        self.maxdict, self.maxset, self.maxfrozenset = maxdict, maxset, maxfrozenset
        self.maxdeque, self.maxstring, self.maxlong = maxdeque, maxstring, maxlong
        self.maxother, self.fillvalue, self.indent = maxother, fillvalue, indent

    def repr(self, x):
        return self.repr1(x, self.maxlevel)

    def repr1(self, x, level):
        method = getattr(self, f'repr_{type(x).__name__}'.replace(' ', '_'), None)
        return method(x, level) if method is not None else self.repr_instance(x, level)

    def _join(self, parts, level):
        if self.indent is None:
            return ', '.join(parts)
        if not parts:
            return ''
        indent = ' ' * self.indent if isinstance(self.indent, int) else self.indent
        line = '\n' + indent * (self.maxlevel - level + 1)
        return line + f',{line}'.join(parts) + f',\n{indent * (self.maxlevel - level)}'

    def _several(self, x, level, left, right, most, single=''):
        if level <= 0 and len(x):
            return f'{left}{self.fillvalue}{right}'
        parts = [self.repr1(item, level - 1) for item in islice(x, most)]
        if len(x) > most:
            parts.append(self.fillvalue)
        text = self._join(parts, level)
        return f'{left}{text}{single if len(x) == 1 and self.indent is None else ""}{right}'

    def repr_tuple(self, x, level):
        return self._several(x, level, '(', ')', self.maxtuple, ',')

    def repr_list(self, x, level):
        return self._several(x, level, '[', ']', self.maxlist)

    def repr_set(self, x, level):
        return self._several(_in_order(x), level, '{', '}', self.maxset) if x else 'set()'

    def repr_frozenset(self, x, level):
        if not x:
            return 'frozenset()'
        return self._several(_in_order(x), level, 'frozenset({', '})', self.maxfrozenset)

    def repr_deque(self, x, level):
        return self._several(x, level, 'deque([', '])', self.maxdeque)

    def repr_dict(self, x, level):
        if not x:
            return '{}'
        if level <= 0:
            return f'{{{self.fillvalue}}}'
        parts = [f'{self.repr1(key, level - 1)}: {self.repr1(x[key], level - 1)}'
                 for key in islice(_in_order(x), self.maxdict)]
        if len(x) > self.maxdict:
            parts.append(self.fillvalue)
        return f'{{{self._join(parts, level)}}}'

    def _cut(self, text, most):
        if len(text) <= most:
            return text
        i = max(0, (most - len(self.fillvalue)) // 2)
        j = max(0, most - len(self.fillvalue) - i)
        return text[:i] + self.fillvalue + text[len(text) - j:]

    def repr_str(self, x, level):
        text = builtins.repr(x[:self.maxstring])
        if len(text) <= self.maxstring and len(x) <= self.maxstring:
            return text
        i = max(0, (self.maxstring - len(self.fillvalue)) // 2)
        j = max(0, self.maxstring - len(self.fillvalue) - i)
        text = builtins.repr(x[:i] + x[len(x) - j:])
        return text[:i] + self.fillvalue + text[len(text) - j:]

    def repr_int(self, x, level):
        return self._cut(builtins.repr(x), self.maxlong)

    def repr_instance(self, x, level):
        try:
            text = builtins.repr(x)
        except Exception:
            return f'<{type(x).__name__} instance at {id(x):#x}>'
        return self._cut(text, self.maxother)


def _in_order(x):
    try:
        return sorted(x)
    except Exception:
        return list(x)


aRepr = Repr()
repr = aRepr.repr
