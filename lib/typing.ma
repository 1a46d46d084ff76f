# typing - annotations: accepted, shown as CPython shows them, never enforced.
# Everything here is one class, _Form, in two states: bare (Optional, List) and with arguments
# (Optional[int]); what is left are TypeVar, Generic, Protocol, NamedTuple and TypedDict.

__all__ = ['AbstractSet', 'Annotated', 'Any', 'AnyStr', 'AsyncContextManager', 'AsyncGenerator',
           'AsyncIterable', 'AsyncIterator', 'Awaitable', 'BinaryIO', 'Callable', 'ChainMap',
           'ClassVar', 'Collection', 'Concatenate', 'Container', 'ContextManager', 'Coroutine',
           'Counter', 'DefaultDict', 'Deque', 'Dict', 'Final', 'ForwardRef', 'FrozenSet',
           'Generator', 'Generic', 'Hashable', 'IO', 'ItemsView', 'Iterable', 'Iterator',
           'KeysView', 'List', 'Literal', 'LiteralString', 'Mapping', 'MappingView',
           'MutableMapping', 'MutableSequence', 'MutableSet', 'NamedTuple', 'Never', 'NewType',
           'NoReturn', 'NotRequired', 'Optional', 'OrderedDict', 'ParamSpec', 'Protocol',
           'ReadOnly', 'Required', 'Reversible', 'Self', 'Sequence', 'Set', 'Sized',
           'SupportsAbs', 'SupportsBytes', 'SupportsFloat', 'SupportsIndex', 'SupportsInt',
           'SupportsRound', 'TYPE_CHECKING', 'Text', 'TextIO', 'Tuple', 'Type', 'TypeAlias',
           'TypeGuard', 'TypeIs', 'TypeVar', 'TypeVarTuple', 'TypedDict', 'Union', 'Unpack',
           'ValuesView', 'assert_never', 'assert_type', 'cast', 'dataclass_transform', 'final',
           'get_args', 'get_origin', 'get_protocol_members', 'get_type_hints', 'is_protocol',
           'is_typeddict', 'no_type_check', 'overload', 'override', 'reveal_type',
           'runtime_checkable']

TYPE_CHECKING = False
Text = str


def _show(arg):
    if arg is ...:
        return '...'
    if isinstance(arg, type) and not hasattr(arg, '__args__'):
        if arg.__module__ == 'builtins':
            return arg.__qualname__
        return f'{arg.__module__}.{arg.__qualname__}'
    if isinstance(arg, (list, tuple)):
        return f'[{", ".join([_show(a) for a in arg])}]'
    return repr(arg)


def _as_type(arg):
    if arg is None:
        return type(None)
    return ForwardRef(arg) if isinstance(arg, str) else arg


class _Form:
    __module__ = 'typing'

    def __init__(self, name, origin=None, args=None, params=None):
        self._name = name
        self.__origin__ = origin
        if args is not None:
            self.__args__ = args
            self.__parameters__ = _variables(args)

    def __getitem__(self, args):
        args = args if isinstance(args, tuple) else (args,)
        name = self._name
        if hasattr(self, '__args__'):
            return self._substitute(args)
        if name == 'Literal':
            return _Form(name, Literal, args)
        if name == 'Annotated':
            return _Form(name, args[0], args)
        if name == 'Callable':
            if len(args) == 2 and isinstance(args[0], list):
                args = tuple(args[0]) + (args[1],)
            return _Form(name, self.__origin__, tuple([_as_type(a) for a in args]))
        args = tuple([_as_type(a) for a in args])
        if name == 'Optional':
            return _union(args + (type(None),))
        if name == 'Union':
            return _union(args)
        return _Form(name, self.__origin__ or self, args)

    def _substitute(self, args):
        names = dict(zip(self.__parameters__, args))
        new = []
        for arg in self.__args__:
            if isinstance(arg, TypeVar):
                new.append(names.get(arg, arg))
            elif getattr(arg, '__parameters__', ()) and not isinstance(arg, type):
                new.append(arg[tuple([names.get(p, p) for p in arg.__parameters__])])
            else:
                new.append(arg)
        if self._name in ('Union', 'Optional'):
            return _union(tuple(new))
        return _Form(self._name, self.__origin__, tuple(new))

    def __repr__(self):
        args = getattr(self, '__args__', None)
        if args is None:
            return f'typing.{self._name}'
        if self._name == 'Literal':
            return f'typing.Literal[{", ".join([repr(a) for a in args])}]'
        if self._name == 'Annotated':
            parts = [_show(args[0])] + [repr(a) for a in args[1:]]
            return f'typing.Annotated[{", ".join(parts)}]'
        if self._name == 'Callable':
            if args[0] is ...:
                return f'typing.Callable[..., {_show(args[-1])}]'
            return f'typing.Callable[[{", ".join([_show(a) for a in args[:-1]])}], {_show(args[-1])}]'
        if self._name is None:
            return f'{_show(self.__origin__)}[{", ".join([_show(a) for a in args])}]'
        if self._name == 'Union' and len(args) == 2 and type(None) in args:
            other = args[0] if args[1] is type(None) else args[1]
            return f'typing.Optional[{_show(other)}]'
        return f'typing.{self._name}[{", ".join([_show(a) for a in args]) or "()"}]'

    def __call__(self, *args, **kwargs):
        if isinstance(self.__origin__, type):
            if hasattr(self, '__args__') or self._name is None:
                return self.__origin__(*args, **kwargs)
            raise TypeError(f'Type {self._name} cannot be instantiated; use '
                            f'{self.__origin__.__name__}() instead')
        raise TypeError(f'Cannot instantiate {self!r}')

    def __mro_entries__(self, bases):
        if isinstance(self.__origin__, type):
            return (self.__origin__,)
        if self._name in ('NamedTuple', 'TypedDict'):
            return (globals()['_' + self._name],)
        raise TypeError(f'Cannot subclass {self!r}')

    def __instancecheck__(self, instance):
        if hasattr(self, '__args__') and self._name != 'Union':
            raise TypeError('Subscripted generics cannot be used with class and instance checks')
        return self.__subclasscheck__(type(instance))

    def __subclasscheck__(self, cls):
        if self._name == 'Union' and hasattr(self, '__args__'):
            return issubclass(cls, self.__args__)
        if isinstance(self.__origin__, type):
            return issubclass(cls, self.__origin__)
        raise TypeError(f'{self!r} cannot be used with isinstance()')

    def __or__(self, other):
        return _union((self, _as_type(other)))

    def __ror__(self, other):
        return _union((_as_type(other), self))

    def __eq__(self, other):
        if not isinstance(other, _Form):
            return NotImplemented
        mine, theirs = getattr(self, '__args__', None), getattr(other, '__args__', None)
        if self._name == 'Union' and mine and theirs:
            return other._name == 'Union' and set(mine) == set(theirs)
        return self._name == other._name and mine == theirs and (
            self.__origin__ is other.__origin__)

    def __hash__(self):
        args = getattr(self, '__args__', None)
        if self._name == 'Union' and args:
            args = frozenset(args)
        return hash((self._name, args))


def _variables(args):
    found = {}
    for arg in args:
        if isinstance(arg, TypeVar):
            found[arg] = None
        elif not isinstance(arg, type):
            for p in getattr(arg, '__parameters__', ()):
                found[p] = None
    return tuple(found)


def _union(args):
    flat = []
    for arg in args:
        if isinstance(arg, _Form) and arg._name == 'Union' and hasattr(arg, '__args__'):
            flat.extend(arg.__args__)
        elif type(arg).__name__ == 'UnionType':
            flat.extend(arg.__args__)
        else:
            flat.append(arg)
    flat = tuple(dict.fromkeys(flat))
    return flat[0] if len(flat) == 1 else _Form('Union', Union, flat)


class _Named(type):
    def __repr__(cls):
        if cls.__dict__.get('_shown'):
            return cls._shown
        return type.__repr__(cls)


class Any(metaclass=_Named):
    _shown = 'typing.Any'

    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError('Any cannot be instantiated')
        return super().__new__(cls)


class ForwardRef:
    def __init__(self, arg):
        self.__forward_arg__ = arg

    def __repr__(self):
        return f'ForwardRef({self.__forward_arg__!r})'

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        return self.__forward_arg__ == other.__forward_arg__

    def __hash__(self):
        return hash(self.__forward_arg__)


class TypeVar:
    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False,
                 default=None, infer_variance=False):
        self.__name__ = name
        self.__constraints__ = constraints
        self.__bound__ = bound
        self.__covariant__ = covariant
        self.__contravariant__ = contravariant

    def __repr__(self):
        sign = '+' if self.__covariant__ else '-' if self.__contravariant__ else '~'
        return sign + self.__name__

    def __or__(self, other):
        return _union((self, _as_type(other)))

    def __ror__(self, other):
        return _union((_as_type(other), self))


class ParamSpec(TypeVar):
    args = kwargs = Any


class TypeVarTuple(TypeVar):
    def __iter__(self):
        yield _Form('Unpack', None, (self,))


class NewType:
    def __init__(self, name, tp):
        self.__name__ = self.__qualname__ = name
        self.__supertype__ = tp

    def __call__(self, x):
        return x

    def __repr__(self):
        return f'{self.__module__}.{self.__qualname__}'

    def __or__(self, other):
        return _union((self, _as_type(other)))


NewType.__module__ = '__main__'


class Generic:
    __slots__ = ()

    def __class_getitem__(cls, args):
        args = args if isinstance(args, tuple) else (args,)
        return _Form(None, cls, tuple([_as_type(a) for a in args]))


class Protocol(Generic):
    __slots__ = ()
    _is_protocol = True

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        cls._is_protocol = Protocol in cls.__bases__
        if cls._is_protocol and '__init__' not in cls.__dict__:
            cls.__init__ = _refuse_protocol
        elif not cls._is_protocol and cls.__init__ is _refuse_protocol:
            cls.__init__ = object.__init__


def _refuse_protocol(self, *args, **kwargs):
    if type(self)._is_protocol:
        raise TypeError('Protocols cannot be instantiated')


def _members(protocol):
    names = {}
    for base in protocol.__mro__:
        if base.__dict__.get('_is_protocol') and base not in (Protocol, Generic):
            for name in list(base.__dict__) + list(base.__dict__.get('__annotations__', ())):
                if name not in _not_members and not name.startswith('_abc'):
                    names[name] = None
    return names


_not_members = {'__module__', '__qualname__', '__doc__', '__dict__', '__weakref__', '__slots__',
                '__init__', '__annotations__', '_is_protocol', '__firstlineno__', '__orig_bases__',
                '__static_attributes__', '__parameters__', '__subclasshook__', '__hash__',
                '__abstractmethods__', '__class_getitem__', '__new__', '__init_subclass__'}


class _CheckedProtocol(type):
    def __instancecheck__(cls, instance):
        if cls.__dict__.get('_is_protocol'):
            return all([hasattr(instance, name) for name in _members(cls)])
        return type.__instancecheck__(cls, instance)

    def __subclasscheck__(cls, other):
        if cls.__dict__.get('_is_protocol'):
            return all([hasattr(other, name) for name in _members(cls)])
        return type.__subclasscheck__(cls, other)


def runtime_checkable(cls):
    if not getattr(cls, '_is_protocol', False):
        raise TypeError(f'@runtime_checkable can be only applied to protocol classes, got {cls!r}')
    space = {k: v for k, v in cls.__dict__.items() if k not in ('__dict__', '__weakref__')}
    return _CheckedProtocol(cls.__name__, cls.__bases__, space)


def is_protocol(tp, /):
    return isinstance(tp, type) and bool(tp.__dict__.get('_is_protocol')) and tp is not Protocol


def get_protocol_members(tp, /):
    if not is_protocol(tp):
        raise TypeError(f'{tp!r} is not a Protocol')
    return frozenset(_members(tp))


class _NamedTupleMeta(type):
    def __new__(mcls, name, bases, space):
        if not bases:
            return super().__new__(mcls, name, bases, space)
        from collections import namedtuple
        notes = space.get('__annotations__', {})
        defaults = []
        first = None
        for field in notes:
            if field in space:
                defaults.append(space[field])
                first = first or field
            elif first:
                raise TypeError(f'Non-default namedtuple field {field} cannot follow default '
                                f'field {first}')
        made = namedtuple(name, notes, defaults=defaults, module=space.get('__module__'))
        made.__annotations__ = dict(notes)
        for key, value in space.items():
            if key in ('__new__', '__init__', '__slots__', '__getnewargs__', '_fields',
                       '_field_defaults', '_make', '_replace', '_asdict'):
                raise AttributeError(f'Cannot overwrite NamedTuple attribute {key}')
            if key not in notes and key not in ('__module__', '__annotations__', '__dict__',
                                                '__weakref__', '__orig_bases__'):
                setattr(made, key, value)
        return made


class _NamedTuple(metaclass=_NamedTupleMeta):
    pass


class _NamedTupleForm(_Form):
    def __call__(self, typename, fields=(), /, **kwargs):
        from collections import namedtuple
        fields = list(fields) or list(kwargs.items())
        made = namedtuple(typename, [name for name, _ in fields], module='__main__')
        made.__annotations__ = dict(fields)
        return made


NamedTuple = _NamedTupleForm('NamedTuple')


class _TypedDictMeta(type):
    def __new__(mcls, name, bases, space, total=True):
        notes = {}
        required = {}
        for base in bases:
            notes.update(base.__dict__.get('__annotations__', {}))
            required.update(dict.fromkeys(base.__dict__.get('__required_keys__', ())))
        own = space.get('__annotations__', {})
        notes.update(own)
        for key, note in own.items():
            kind = getattr(note, '_name', None)
            if kind == 'Required' or (total and kind != 'NotRequired'):
                required[key] = None
        cls = super().__new__(mcls, name, (dict,), {k: v for k, v in space.items()
                                                     if k not in ('__dict__', '__weakref__')})
        cls.__annotations__ = notes
        cls.__total__ = total
        cls.__required_keys__ = frozenset(required)
        cls.__optional_keys__ = frozenset(notes) - frozenset(required)
        return cls

    def __call__(cls, *args, **kwargs):
        return dict(*args, **kwargs)

    def __instancecheck__(cls, instance):
        raise TypeError('TypedDict does not support instance and class checks')

    __subclasscheck__ = __instancecheck__


class _TypedDict(metaclass=_TypedDictMeta):
    pass


class _TypedDictForm(_Form):
    def __call__(self, typename, fields=(), /, *, total=True):
        return _TypedDictMeta(typename, (), {'__annotations__': dict(fields),
                                             '__module__': '__main__'}, total=total)


TypedDict = _TypedDictForm('TypedDict')


def is_typeddict(tp):
    return isinstance(tp, _TypedDictMeta)


for _name in ('Annotated', 'ClassVar', 'Concatenate', 'Final', 'Literal', 'LiteralString', 'Never',
              'NoReturn', 'NotRequired', 'Optional', 'ReadOnly', 'Required', 'Self', 'TypeAlias',
              'TypeGuard', 'TypeIs', 'Union', 'Unpack', 'IO', 'TextIO', 'BinaryIO'):
    globals()[_name] = _Form(_name)
for _name, _type in (('List', list), ('Dict', dict), ('Set', set), ('FrozenSet', frozenset),
                     ('Tuple', tuple), ('Type', type)):
    globals()[_name] = _Form(_name, _type)
AnyStr = TypeVar('AnyStr', bytes, str)
_in_abc = {'AbstractSet': 'Set', 'AsyncGenerator': 0, 'AsyncIterable': 0, 'AsyncIterator': 0,
           'Awaitable': 0, 'Callable': 0, 'Collection': 0, 'Container': 0, 'Coroutine': 0,
           'Generator': 0, 'Hashable': 0, 'ItemsView': 0, 'Iterable': 0, 'Iterator': 0,
           'KeysView': 0, 'Mapping': 0, 'MappingView': 0, 'MutableMapping': 0,
           'MutableSequence': 0, 'MutableSet': 0, 'Reversible': 0, 'Sequence': 0, 'Sized': 0,
           'ValuesView': 0}
_in_collections = {'ChainMap': 'ChainMap', 'Counter': 'Counter', 'DefaultDict': 'defaultdict',
                   'Deque': 'deque', 'OrderedDict': 'OrderedDict'}
_in_contextlib = {'ContextManager': 'AbstractContextManager',
                  'AsyncContextManager': 'AbstractAsyncContextManager'}
_supports = {'SupportsAbs': '__abs__', 'SupportsBytes': '__bytes__', 'SupportsFloat': '__float__',
             'SupportsIndex': '__index__', 'SupportsInt': '__int__', 'SupportsRound': '__round__'}


def __getattr__(name):
    # The abstract classes cost a module: they come when they are named.
    if name in _in_abc:
        import collections.abc as module
        value = _Form(name, getattr(module, _in_abc[name] or name))
    elif name in _in_collections:
        import collections as module
        value = _Form(name, getattr(module, _in_collections[name]))
    elif name in _in_contextlib:
        import contextlib as module
        value = _Form(name, getattr(module, _in_contextlib[name]))
    elif name in _supports:
        value = runtime_checkable(type(Protocol)(name, (Protocol,), {
            _supports[name]: lambda self: None, '__module__': 'typing'}))
    else:
        raise AttributeError(f"module 'typing' has no attribute {name!r}")
    globals()[name] = value
    return value


def cast(typ, val):
    return val


def overload(func):
    def _overload_dummy(*args, **kwds):
        raise NotImplementedError(
            'You should not call an overloaded function. A series of @overload-decorated '
            'functions outside a stub module should always be followed by an implementation '
            'that is not @overload-ed.')
    return _overload_dummy


def get_overloads(func):
    return []


def final(f):
    try:
        f.__final__ = True
    except (AttributeError, TypeError):
        pass
    return f


def override(f):
    try:
        f.__override__ = True
    except (AttributeError, TypeError):
        pass
    return f


def no_type_check(arg):
    arg.__no_type_check__ = True
    return arg


def dataclass_transform(**kwargs):
    return lambda cls: cls


def assert_never(arg, /):
    raise AssertionError(f'Expected code to be unreachable, but got: {arg!r}')


def assert_type(val, typ, /):
    return val


def reveal_type(obj, /):
    import sys
    print(f'Runtime type is {type(obj).__name__!r}', file=sys.stderr)
    return obj


def get_origin(tp):
    if isinstance(tp, _Form):
        if tp._name == 'Annotated' and hasattr(tp, '__args__'):
            return Annotated
        return tp.__origin__
    return getattr(tp, '__origin__', type(tp) if type(tp).__name__ == 'UnionType' else None)


def get_args(tp):
    args = getattr(tp, '__args__', ())
    if isinstance(tp, _Form) and tp._name == 'Callable' and args and args[0] is not ...:
        return (list(args[:-1]), args[-1])
    return args


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    if isinstance(obj, type):
        import sys
        hints = {}
        for base in reversed(obj.__mro__):
            module = sys.modules.get(base.__module__)
            space = globalns if globalns is not None else getattr(module, '__dict__', {})
            for name, note in base.__dict__.get('__annotations__', {}).items():
                hints[name] = _settle(note, space, localns, include_extras)
        return hints
    space = globalns
    if space is None:
        space = getattr(getattr(obj, '__wrapped__', obj), '__globals__', getattr(obj, '__dict__', {}))
    notes = getattr(obj, '__annotations__', None)
    if notes is None:
        raise TypeError(f'{obj!r} is not a module, class, method, or function.')
    return {k: _settle(v, space, localns, include_extras) for k, v in notes.items()}


def _settle(note, space, names, extras):
    if note is None:
        return type(None)
    if isinstance(note, ForwardRef):
        note = note.__forward_arg__
    if isinstance(note, str):
        note = eval(note, space, names)
        return type(None) if note is None else note
    if isinstance(note, _Form) and hasattr(note, '__args__'):
        if note._name == 'Annotated' and not extras:
            return _settle(note.__args__[0], space, names, extras)
        if any([isinstance(a, ForwardRef) for a in note.__args__]):
            return _Form(note._name, note.__origin__,
                         tuple([_settle(a, space, names, extras) for a in note.__args__]))
    return note
