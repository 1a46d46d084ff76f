# _environ - os.environ: the environment as it was at the start. What is set in it reaches child processes;
# what is read from it is told to whoever looks at the run (miniasync trace), and given again in a replay.

class _Environ:
    def __init__(self, data, put, drop, told):
        self._data = data
        self._put = put
        self._drop = drop
        if __observed__:
            self._told = told

    if __observed__:
        def _look(self, key):
            return self._told(self._data.get(key))

        def _all(self):
            return dict(self._told(list(self._data.items())))
    else:
        def _look(self, key):
            return self._data.get(key)

        def _all(self):
            return self._data

    def __getitem__(self, key):
        value = self._look(_checked(key))
        if value is None:
            raise KeyError(key)
        return value

    def __setitem__(self, key, value):
        self._put(_checked(key), _checked(value))
        self._data[key] = value

    def __delitem__(self, key):
        if self._look(_checked(key)) is None:
            raise KeyError(key)
        self._drop(key)
        self._data.pop(key, None)

    def __contains__(self, key):
        return isinstance(key, str) and self._look(key) is not None

    def __iter__(self):
        return iter(list(self._all()))

    def __len__(self):
        return len(self._all())

    def __repr__(self):
        return f'environ({self._all()!r})'

    def __eq__(self, other):
        if isinstance(other, _Environ):
            other = other._data
        return self._all() == other

    __hash__ = None

    def get(self, key, default=None):
        value = self._look(_checked(key))
        return default if value is None else value

    def copy(self):
        return dict(self._all())

    def keys(self):
        return self._all().keys()

    def values(self):
        return self._all().values()

    def items(self):
        return self._all().items()

    def setdefault(self, key, value):
        if key not in self:
            self[key] = value
        return self[key]

    def pop(self, key, *default):
        if len(default) > 1:
            raise TypeError(f'pop expected at most 2 arguments, got {len(default) + 1}')
        value = self._look(_checked(key))
        if value is None and default:
            return default[0]
        del self[key]
        return value

    def popitem(self):
        for key in self:
            return key, self.pop(key)
        raise KeyError

    def clear(self):
        for key in self:
            del self[key]

    def update(self, other=(), /, **named):
        for key, value in dict(other, **named).items():
            self[key] = value

    def __or__(self, other):
        return self.copy() | dict(other) if isinstance(other, (dict, _Environ)) else NotImplemented

    def __ror__(self, other):
        return dict(other) | self.copy() if isinstance(other, dict) else NotImplemented

    def __ior__(self, other):
        self.update(other)
        return self


def _checked(text):
    if not isinstance(text, str):
        raise TypeError(f'str expected, not {type(text).__name__}')
    return text


_Environ.__module__ = 'os'
