# collections.namedtuple: a tuple subclass with a property for each place.

from keyword import iskeyword


class _tuplegetter(property):
    # A property that tells its place, as CPython's does.
    __slots__ = '_place'

    def __repr__(self):
        return f'_tuplegetter({self._place}, {self.__doc__!r})'

    def __set_name__(self, owner, name):
        pass


_tuplegetter.__module__ = 'collections'


def _refuse(self, value=None):
    raise AttributeError("can't set attribute")


def _field(index, name):
    made = _tuplegetter(lambda self: tuple.__getitem__(self, index), _refuse, _refuse,
                        doc=f'Alias for field number {index}')
    made._place = index
    return made


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    if isinstance(field_names, str):
        field_names = field_names.replace(',', ' ').split()
    names = [str(n) for n in field_names]
    typename = str(typename)
    if rename:
        seen = set()
        for i, name in enumerate(names):
            if (not name.isidentifier() or iskeyword(name) or name.startswith('_')
                    or name in seen):
                names[i] = f'_{i}'
            seen.add(name)
    for name in [typename] + names:
        if not name.isidentifier():
            raise ValueError(f'Type names and field names must be valid identifiers: {name!r}')
        if iskeyword(name):
            raise ValueError(f'Type names and field names cannot be a keyword: {name!r}')
    seen = set()
    for name in names:
        if name.startswith('_') and not rename:
            raise ValueError(f'Field names cannot start with an underscore: {name!r}')
        if name in seen:
            raise ValueError(f'Encountered duplicate field name: {name!r}')
        seen.add(name)
    field_defaults = {}
    if defaults is not None:
        defaults = tuple(defaults)
        if len(defaults) > len(names):
            raise TypeError('Got more default values than field names')
        field_defaults = dict(zip(names[len(names) - len(defaults):], defaults))

    fields = tuple(names)
    count = len(fields)
    args = ', '.join(fields)
    tail = ',' if count == 1 else ''
    new = eval(f'lambda _cls{", " if args else ""}{args}: _new(_cls, ({args}{tail}))',
               {'_new': tuple.__new__, '__builtins__': {}, '__name__': f'namedtuple_{typename}'})
    new.__name__ = '__new__'
    new.__qualname__ = f'{typename}.__new__'
    new.__doc__ = f'Create new instance of {typename}({args})'
    if defaults is not None:
        new.__defaults__ = defaults

    def _make(cls, iterable):
        result = tuple.__new__(cls, iterable)
        if len(result) != count:
            raise TypeError(f'Expected {count} arguments, got {len(result)}')
        return result

    def _replace(self, /, **kwds):
        result = self._make([kwds.pop(name, value) for name, value in zip(fields, self)])
        if kwds:
            raise TypeError(f'Got unexpected field names: {list(kwds)!r}')
        return result

    def __repr__(self):
        parts = [f'{name}={value!r}' for name, value in zip(fields, self)]
        return f'{self.__class__.__name__}({", ".join(parts)})'

    def _asdict(self):
        return dict(zip(fields, self))

    def __getnewargs__(self):
        return tuple(self)

    space = {
        '__doc__': f'{typename}({args})',
        '__slots__': (),
        '_fields': fields,
        '_field_defaults': field_defaults,
        '__new__': new,
        '_make': classmethod(_make),
        '_replace': _replace,
        '__replace__': _replace,
        '__repr__': __repr__,
        '_asdict': _asdict,
        '__getnewargs__': __getnewargs__,
        '__match_args__': fields,
    }
    for method in (_make, _replace, __repr__, _asdict, __getnewargs__):
        method.__qualname__ = f'{typename}.{method.__name__}'
    for index, name in enumerate(fields):
        space[name] = _field(index, name)
    if module is None:
        import sys
        try:
            module = sys._getframe(1).f_globals.get('__name__', '__main__')
        except (AttributeError, ValueError):
            module = '__main__'
    space['__module__'] = module
    return type(typename, (tuple,), space)
