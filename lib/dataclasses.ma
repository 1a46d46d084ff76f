# dataclasses - classes whose methods are written from their annotations.
# __init__ is generated as source and compiled, so that wrong calls get the messages of any
# other function; the other methods are closures over the tuple of field names.

__all__ = ['dataclass', 'field', 'Field', 'FrozenInstanceError', 'InitVar', 'KW_ONLY', 'MISSING',
           'fields', 'asdict', 'astuple', 'make_dataclass', 'replace', 'is_dataclass']


class FrozenInstanceError(AttributeError):
    pass


class _Sentinel:
    def __init__(self, text):
        self._text = text

    def __repr__(self):
        return self._text


class _MISSING_TYPE:
    pass


MISSING = _MISSING_TYPE()
MappingProxyType = type(object.__dict__)
_NO_METADATA = MappingProxyType({})
KW_ONLY = _Sentinel('KW_ONLY')
_FACTORY = _Sentinel('<factory>')
_FIELD, _CLASSVAR, _INITVAR = '_FIELD', '_FIELD_CLASSVAR', '_FIELD_INITVAR'


class InitVar:
    def __init__(self, type):
        self.type = type

    def __repr__(self):
        name = getattr(self.type, '__name__', None) or repr(self.type)
        return f'dataclasses.InitVar[{name}]'

    def __class_getitem__(cls, type):
        return InitVar(type)


class Field:
    __slots__ = ('name', 'type', 'default', 'default_factory', 'repr', 'hash', 'init', 'compare',
                 'metadata', 'kw_only', '_field_type')

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = _NO_METADATA if metadata is None else MappingProxyType(metadata)
        self.kw_only = kw_only
        self._field_type = None

    def __repr__(self):
        return (f'Field(name={self.name!r},type={self.type!r},default={self.default!r},'
                f'default_factory={self.default_factory!r},init={self.init!r},'
                f'repr={self.repr!r},hash={self.hash!r},compare={self.compare!r},'
                f'metadata={self.metadata!r},kw_only={self.kw_only!r},'
                f'_field_type={self._field_type})')

    def __set_name__(self, owner, name):
        func = getattr(type(self.default), '__set_name__', None)
        if func:
            func(self.default, owner, name)


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None,
          compare=True, metadata=None, kw_only=MISSING):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError('cannot specify both default and default_factory')
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False,
              frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False):
    def wrap(cls):
        return _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only,
                        slots, weakref_slot)
    return wrap if cls is None else wrap(cls)


def _kind_of(note):
    if isinstance(note, str):
        text = note.strip()
        head = text.split('[')[0].split('.')[-1]
        if head == 'ClassVar':
            return _CLASSVAR
        return _INITVAR if head == 'InitVar' else _FIELD
    if isinstance(note, InitVar) or note is InitVar:
        return _INITVAR
    origin = getattr(note, '__origin__', note)
    if getattr(origin, '_name', None) == 'ClassVar' and type(origin).__module__ == 'typing':
        return _CLASSVAR
    return _FIELD


def _is_kw_only_mark(note):
    return note is KW_ONLY or (isinstance(note, str)
                               and note.split('.')[-1].strip() == 'KW_ONLY')


def _make_field(cls, name, note, kw_only):
    default = cls.__dict__.get(name, MISSING)
    if default is MISSING:
        default = getattr(cls, name, MISSING) if name not in _inherited(cls) else MISSING
    if isinstance(default, Field):
        f = default
    else:
        if type(default).__name__ == 'member_descriptor':
            default = MISSING
        f = field(default=default)
    f.name = name
    f.type = note
    f._field_type = _kind_of(note)
    if f._field_type == _CLASSVAR and f.default_factory is not MISSING:
        raise TypeError(f'field {f.name} cannot have a default factory')
    if f._field_type == _CLASSVAR:
        if f.kw_only is not MISSING:
            raise TypeError(f'field {f.name} is a ClassVar but specifies kw_only')
    elif f.kw_only is MISSING:
        f.kw_only = kw_only
    if f._field_type == _FIELD and type(f.default) in (list, dict, set):
        raise ValueError(f'mutable default {type(f.default)} for field {f.name} is not allowed: '
                         'use default_factory')
    if f._field_type == _FIELD and f.default is not MISSING and type(f.default).__hash__ is None:
        raise ValueError(f'mutable default {type(f.default)} for field {f.name} is not allowed: '
                         'use default_factory')
    return f


def _inherited(cls):
    names = set()
    for base in cls.__mro__[1:]:
        names.update(base.__dict__)
    return names


def _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots,
             weakref_slot=False):
    all_fields = {}
    any_frozen = has_base = False
    all_frozen = True
    for base in cls.__mro__[-1:0:-1]:
        inherited = base.__dict__.get('__dataclass_fields__')
        if inherited is not None:
            has_base = True
            all_fields.update(inherited)
            params = base.__dict__['__dataclass_params__']
            any_frozen = any_frozen or params.frozen
            all_frozen = all_frozen and params.frozen
    own = []
    saw_mark = False
    for name, note in cls.__dict__.get('__annotations__', {}).items():
        if _is_kw_only_mark(note):
            if saw_mark:
                raise TypeError(f'{name!r} is KW_ONLY, but KW_ONLY has already been specified')
            saw_mark = kw_only = True
        else:
            own.append(_make_field(cls, name, note, kw_only))
    for f in own:
        all_fields[f.name] = f
        if isinstance(cls.__dict__.get(f.name), Field):
            if f.default is MISSING:
                delattr(cls, f.name)
            else:
                setattr(cls, f.name, f.default)
    for name, value in list(cls.__dict__.items()):
        if isinstance(value, Field) and name not in cls.__dict__.get('__annotations__', {}):
            raise TypeError(f'{name!r} is a field but has no type annotation')
    if has_base:
        if any_frozen and not frozen:
            raise TypeError('cannot inherit non-frozen dataclass from a frozen one')
        if not all_frozen and frozen:
            raise TypeError('cannot inherit frozen dataclass from a non-frozen one')

    cls.__dataclass_fields__ = all_fields
    cls.__dataclass_params__ = _Params(init, repr, eq, order, unsafe_hash, frozen, match_args,
                                       kw_only, slots)
    has_hash = cls.__dict__.get('__hash__', MISSING)
    explicit_hash = not (has_hash is MISSING or (has_hash is None and '__eq__' in cls.__dict__))
    if order and not eq:
        raise ValueError('eq must be true if order is true')

    real = [f for f in all_fields.values() if f._field_type == _FIELD]
    if init:
        _set_new(cls, '__init__', _make_init(cls, all_fields, frozen))
    if repr:
        _set_new(cls, '__repr__', _make_repr([f.name for f in real if f.repr]))
    compared = tuple([f.name for f in real if f.compare])
    if eq:
        _set_new(cls, '__eq__', _make_eq(compared))
    if order:
        for name, sign in (('__lt__', '<'), ('__le__', '<='), ('__gt__', '>'), ('__ge__', '>=')):
            if not _set_new(cls, name, _make_order(name, sign, compared)):
                raise TypeError(f'Cannot overwrite attribute {name} in class {cls.__name__} '
                                'Consider using functools.total_ordering')
    if frozen:
        for name, method in _make_frozen(cls, tuple(all_fields)):
            if not _set_new(cls, name, method):
                raise TypeError(f'Cannot overwrite attribute {name} in class {cls.__name__}')
    if unsafe_hash or (eq and frozen):
        if not explicit_hash:
            cls.__hash__ = _make_hash(tuple([f.name for f in real
                                             if (f.compare if f.hash is None else f.hash)]))
        elif unsafe_hash:
            raise TypeError(f'Cannot overwrite attribute __hash__ in class {cls.__name__}')
    elif eq and not explicit_hash:
        cls.__hash__ = None
    if match_args:
        _set_new(cls, '__match_args__', tuple([f.name for f in all_fields.values()
                                               if f.init and not f.kw_only
                                               and f._field_type != _CLASSVAR]))
    _set_new(cls, '__replace__', _replace)
    if slots:
        cls = _with_slots(cls, [f.name for f in real], weakref_slot)
    if cls.__doc__ is None:
        cls.__doc__ = cls.__name__ + _signature_text([f for f in all_fields.values() if f.init
                                                      and f._field_type != _CLASSVAR])
    return cls


class _Params:
    def __init__(self, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots):
        self.init, self.repr, self.eq, self.order = init, repr, eq, order
        self.unsafe_hash, self.frozen = unsafe_hash, frozen
        self.match_args, self.kw_only, self.slots = match_args, kw_only, slots


def _note_text(note):
    if isinstance(note, type) and type(note) is not type(list[int]):
        if note.__module__ == 'builtins':
            return note.__qualname__
        return f'{note.__module__}.{note.__qualname__}'
    return repr(note).replace('typing.', '')


def _signature_text(fields):
    """What inspect.signature(cls) shows, without the work of importing it."""
    parts = []
    for kw_only in (False, True):
        for f in fields:
            if bool(f.kw_only) != kw_only:
                continue
            if kw_only and '*' not in parts:
                parts.append('*')
            text = f'{f.name}: {_note_text(f.type)}'
            if f.default is not MISSING:
                text += f' = {f.default!r}'
            elif f.default_factory is not MISSING:
                text += ' = <factory>'
            parts.append(text)
    return f"({', '.join(parts)})"


def _set_new(cls, name, value):
    if name in cls.__dict__:
        return False
    if hasattr(value, '__code__'):
        value.__qualname__ = f'{cls.__qualname__}.{name}'
        value.__name__ = name
    setattr(cls, name, value)
    return True


def _make_init(cls, all_fields, frozen):
    entries = [f for f in all_fields.values() if f._field_type != _CLASSVAR]
    plain = [f for f in entries if f.init and not f.kw_only]
    by_name = [f for f in entries if f.init and f.kw_only]
    seen = None
    for f in plain:
        if f.default is not MISSING or f.default_factory is not MISSING:
            seen = f
        elif seen is not None:
            raise TypeError(f'non-default argument {f.name!r} follows default argument '
                            f'{seen.name!r}')
    space = {'_FACTORY': _FACTORY, '_set': object.__setattr__}
    me = '__dataclass_self__' if 'self' in all_fields else 'self'

    def parameter(f):
        if f.default is not MISSING:
            space[f'_default_{f.name}'] = f.default
            return f'{f.name}=_default_{f.name}'
        if f.default_factory is not MISSING:
            return f'{f.name}=_FACTORY'
        return f.name

    params = [me] + [parameter(f) for f in plain]
    if by_name:
        params += ['*'] + [parameter(f) for f in by_name]
    body = []
    for f in entries:
        if f._field_type == _INITVAR:
            continue
        if f.default_factory is not MISSING:
            space[f'_factory_{f.name}'] = f.default_factory
            value = f'_factory_{f.name}()'
            if f.init:
                value = f'{value} if {f.name} is _FACTORY else {f.name}'
        elif f.init:
            value = f.name
        elif f.default is not MISSING and '__slots__' in cls.__dict__:
            space[f'_default_{f.name}'] = f.default
            value = f'_default_{f.name}'
        else:
            continue
        if frozen:
            body.append(f'_set({me}, {f.name!r}, {value})')
        else:
            body.append(f'{me}.{f.name} = {value}')
    if hasattr(cls, '__post_init__'):
        extra = ', '.join([f.name for f in entries if f._field_type == _INITVAR])
        body.append(f'{me}.__post_init__({extra})')
    lines = '\n'.join(['    ' + line for line in body or ['pass']])
    exec(f'def __init__({", ".join(params)}):\n{lines}\n', space)
    init = space['__init__']
    notes = {f.name: f.type for f in plain + by_name}
    notes['return'] = None
    init.__annotations__ = notes
    return init


def _make_repr(names):
    active = set()

    def __repr__(self):
        if id(self) in active:
            return '...'
        active.add(id(self))
        try:
            parts = [f'{name}={getattr(self, name)!r}' for name in names]
        finally:
            active.discard(id(self))
        return f'{self.__class__.__qualname__}({", ".join(parts)})'
    return __repr__


def _values(self, names):
    return tuple([getattr(self, name) for name in names])


def _make_eq(names):
    def __eq__(self, other):
        if self is other:
            return True
        if other.__class__ is not self.__class__:
            return NotImplemented
        return _values(self, names) == _values(other, names)
    return __eq__


def _make_order(name, sign, names):
    if sign == '<':
        def compare(self, other):
            if other.__class__ is self.__class__:
                return _values(self, names) < _values(other, names)
            return NotImplemented
    elif sign == '<=':
        def compare(self, other):
            if other.__class__ is self.__class__:
                return _values(self, names) <= _values(other, names)
            return NotImplemented
    elif sign == '>':
        def compare(self, other):
            if other.__class__ is self.__class__:
                return _values(self, names) > _values(other, names)
            return NotImplemented
    else:
        def compare(self, other):
            if other.__class__ is self.__class__:
                return _values(self, names) >= _values(other, names)
            return NotImplemented
    return compare


def _make_hash(names):
    def __hash__(self):
        return hash(_values(self, names))
    return __hash__


def _make_frozen(cls, names):
    def __setattr__(self, name, value):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f'cannot assign to field {name!r}')
        super(cls, self).__setattr__(name, value)

    def __delattr__(self, name):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f'cannot delete field {name!r}')
        super(cls, self).__delattr__(name)
    return (('__setattr__', __setattr__), ('__delattr__', __delattr__))


def _with_slots(cls, names, weakref_slot):
    if '__slots__' in cls.__dict__:
        raise TypeError(f'{cls.__name__} already specifies __slots__')
    space = dict(cls.__dict__)
    have = set()
    for base in cls.__mro__[1:-1]:
        slots = base.__dict__.get('__slots__', ())
        have.update([slots] if isinstance(slots, str) else slots)
    space['__slots__'] = tuple([name for name in names if name not in have])
    if weakref_slot and '__weakref__' not in have:
        space['__slots__'] += ('__weakref__',)
    for name in names:
        space.pop(name, None)
    space.pop('__dict__', None)
    space.pop('__weakref__', None)
    new = type(cls)(cls.__name__, cls.__bases__, space)
    new.__qualname__ = cls.__qualname__
    # Frozen methods compare with the class: it is another one now.
    if cls.__dataclass_params__.frozen:
        for name, method in _make_frozen(new, tuple(new.__dataclass_fields__)):
            setattr(new, name, method)
    return new


def fields(class_or_instance):
    found = getattr(class_or_instance, '__dataclass_fields__', None)
    if found is None:
        raise TypeError('must be called with a dataclass type or instance')
    return tuple([f for f in found.values() if f._field_type == _FIELD])


def is_dataclass(obj):
    cls = obj if isinstance(obj, type) else type(obj)
    return hasattr(cls, '__dataclass_fields__')


def _is_instance(obj):
    return hasattr(type(obj), '__dataclass_fields__')


def asdict(obj, *, dict_factory=dict):
    if not _is_instance(obj):
        raise TypeError('asdict() should be called on dataclass instances')
    return dict_factory([(f.name, _convert_inner(getattr(obj, f.name), True, dict_factory))
                         for f in fields(obj)])


def astuple(obj, *, tuple_factory=tuple):
    if not _is_instance(obj):
        raise TypeError('astuple() should be called on dataclass instances')
    return tuple_factory([_convert_inner(getattr(obj, f.name), False, tuple_factory)
                          for f in fields(obj)])


def _convert_inner(value, as_dict, factory):
    if _is_instance(value):
        if as_dict:
            return asdict(value, dict_factory=factory)
        return astuple(value, tuple_factory=factory)
    if isinstance(value, tuple) and hasattr(value, '_fields'):
        return type(value)(*[_convert_inner(v, as_dict, factory) for v in value])
    if isinstance(value, (list, tuple)):
        return type(value)([_convert_inner(v, as_dict, factory) for v in value])
    if isinstance(value, dict):
        pairs = [(_convert_inner(k, as_dict, factory), _convert_inner(v, as_dict, factory))
                 for k, v in value.items()]
        if hasattr(type(value), 'default_factory'):
            result = type(value)(value.default_factory)
            for k, v in pairs:
                result[k] = v
            return result
        return type(value)(pairs)
    from copy import deepcopy
    return deepcopy(value)


def replace(obj, /, **changes):
    if not _is_instance(obj):
        raise TypeError('replace() should be called on dataclass instances')
    return _replace(obj, **changes)


def _replace(self, /, **changes):
    for f in self.__dataclass_fields__.values():
        if f._field_type == _CLASSVAR:
            continue
        if not f.init:
            if f.name in changes:
                raise TypeError(f'field {f.name} is declared with init=False, it cannot be '
                                'specified with replace()')
            continue
        if f.name not in changes:
            if f._field_type == _INITVAR and f.default is MISSING:
                raise TypeError(f"InitVar {f.name!r} must be specified with replace()")
            changes[f.name] = getattr(self, f.name)
    return self.__class__(**changes)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, init=True, repr=True, eq=True,
                   order=False, unsafe_hash=False, frozen=False, match_args=True, kw_only=False,
                   slots=False, weakref_slot=False, module=None):
    space = {} if namespace is None else dict(namespace)
    notes = {}
    for item in fields:
        if isinstance(item, str):
            name, note = item, 'typing.Any'
        elif len(item) == 2:
            name, note = item
        elif len(item) == 3:
            name, note, space[item[0]] = item
        else:
            raise TypeError(f'Invalid field: {item!r}')
        if not name.isidentifier():
            raise TypeError(f'Field names must be valid identifiers: {name!r}')
        if name in notes:
            raise TypeError(f'Field name duplicated: {name!r}')
        notes[name] = note
    space['__annotations__'] = notes
    space.setdefault('__module__', module or '__main__')
    cls = type(cls_name, tuple(bases), space)
    return dataclass(cls, init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash,
                     frozen=frozen, match_args=match_args, kw_only=kw_only, slots=slots)
