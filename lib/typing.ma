# typing - annotations: accepted, shown as CPython shows them, never enforced.
# First what stands in brackets (type variables, forms, aliases), then Generic and Protocol, then NamedTuple
# and TypedDict, at last the questions: get_origin, get_args, get_type_hints.

__all__ = ['AbstractSet', 'Annotated', 'Any', 'AnyStr', 'AsyncContextManager', 'AsyncGenerator',
           'AsyncIterable', 'AsyncIterator', 'Awaitable', 'BinaryIO', 'ByteString', 'Callable', 'ChainMap',
           'ClassVar', 'Collection', 'Concatenate', 'Container', 'ContextManager', 'Coroutine',
           'Counter', 'DefaultDict', 'Deque', 'Dict', 'Final', 'ForwardRef', 'FrozenSet',
           'Generator', 'Generic', 'Hashable', 'IO', 'ItemsView', 'Iterable', 'Iterator',
           'KeysView', 'List', 'Literal', 'LiteralString', 'Mapping', 'MappingView', 'Match',
           'MutableMapping', 'MutableSequence', 'MutableSet', 'NamedTuple', 'Never', 'NewType', 'NoDefault',
           'NoReturn', 'NotRequired', 'Optional', 'OrderedDict', 'ParamSpec', 'ParamSpecArgs', 'ParamSpecKwargs',
           'Pattern', 'Protocol',
           'ReadOnly', 'Required', 'Reversible', 'Self', 'Sequence', 'Set', 'Sized',
           'SupportsAbs', 'SupportsBytes', 'SupportsFloat', 'SupportsIndex', 'SupportsInt',
           'SupportsRound', 'TYPE_CHECKING', 'Text', 'TextIO', 'Tuple', 'Type', 'TypeAlias',
           'TypeGuard', 'TypeIs', 'TypeVar', 'TypeVarTuple', 'TypedDict', 'Union', 'Unpack',
           'ValuesView', 'assert_never', 'assert_type', 'cast', 'clear_overloads', 'dataclass_transform', 'final',
           'get_args', 'get_origin', 'get_overloads', 'get_protocol_members', 'get_type_hints', 'is_protocol',
           'is_typeddict', 'no_type_check', 'no_type_check_decorator', 'overload', 'override', 'reveal_type',
           'runtime_checkable']

TYPE_CHECKING = False
Text = str


def _show(arg):
    if arg is ...:
        return '...'
    if isinstance(arg, type) and type(arg).__name__ != 'GenericAlias':
        if arg.__module__ == 'builtins' or arg is Any:
            return arg.__qualname__ if arg is not Any else 'typing.Any'
        return f'{arg.__module__}.{arg.__qualname__}'
    if isinstance(arg, (list, tuple)):
        return f'[{", ".join([_show(a) for a in arg])}]'
    return repr(arg)


def _as_type(arg):
    if arg is None:
        return type(None)
    return ForwardRef(arg) if isinstance(arg, str) else arg


def _tuple(args):
    return args if isinstance(args, tuple) else (args,)


def _check_count(what, args, count, word=''):
    if len(args) != count:
        most = 'many' if len(args) > count else 'few'
        least = word if len(args) < count else ''
        raise TypeError(f'Too {most} arguments for {what!r}; '
                        f'actual {len(args)}, expected {least}{count}')


def _caller_module():
    import sys
    return sys._getframe(2).f_globals.get('__name__', '__main__')


# --- type variables ---

class _NoDefault:
    def __repr__(self):
        return 'typing.NoDefault'


NoDefault = _NoDefault()


class _Variable:
    def __or__(self, other):
        return _union((self, _as_type(other)))

    def __ror__(self, other):
        return _union((_as_type(other), self))

    def __mro_entries__(self, bases):
        raise TypeError(f'Cannot subclass an instance of {type(self).__name__}')

    def has_default(self):
        return self.__default__ is not NoDefault

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


class TypeVar(_Variable):
    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False,
                 default=NoDefault, infer_variance=False):
        if covariant and contravariant:
            raise ValueError('Bivariant types are not supported.')
        if len(constraints) == 1:
            raise TypeError('A single constraint is not allowed')
        if constraints and bound is not None:
            raise TypeError('Constraints cannot be combined with bound=...')
        self.__name__ = name
        self.__module__ = _caller_module()
        self.__constraints__ = tuple([_as_type(c) for c in constraints])
        self.__bound__ = None if bound is None else _as_type(bound)
        self.__covariant__ = covariant
        self.__contravariant__ = contravariant
        self.__infer_variance__ = infer_variance
        self.__default__ = default

    def __repr__(self):
        if self.__infer_variance__:
            return self.__name__
        sign = '+' if self.__covariant__ else '-' if self.__contravariant__ else '~'
        return sign + self.__name__


class _ParamSpecPart:
    def __init__(self, origin, name):
        self.__origin__ = origin
        self._part = name

    def __repr__(self):
        return f'{self.__origin__.__name__}.{self._part}'


class ParamSpec(_Variable):
    def __init__(self, name, *, bound=None, covariant=False, contravariant=False,
                 default=NoDefault, infer_variance=False):
        self.__name__ = name
        self.__module__ = _caller_module()
        self.__bound__ = bound
        self.__covariant__ = covariant
        self.__contravariant__ = contravariant
        self.__default__ = default
        self.args = ParamSpecArgs(self, 'args')
        self.kwargs = ParamSpecKwargs(self, 'kwargs')

    def __repr__(self):
        sign = '+' if self.__covariant__ else '-' if self.__contravariant__ else '~'
        return sign + self.__name__


class ParamSpecArgs(_ParamSpecPart):
    pass


class ParamSpecKwargs(_ParamSpecPart):
    pass


class TypeVarTuple(_Variable):
    def __init__(self, name, *, default=NoDefault):
        self.__name__ = name
        self.__module__ = _caller_module()
        self.__default__ = default

    def __iter__(self):
        yield Unpack[self]

    def __repr__(self):
        return self.__name__


for _kind in (TypeVar, ParamSpec, TypeVarTuple, ParamSpecArgs, ParamSpecKwargs):
    _kind.__module__ = 'typing'


def _variables(args):
    found = {}
    for arg in args:
        if isinstance(arg, _Variable):
            found[arg] = None
        elif isinstance(arg, (list, tuple)):
            found.update(dict.fromkeys(_variables(arg)))
        elif not isinstance(arg, type) or type(arg).__name__ == 'GenericAlias':
            found.update(dict.fromkeys(getattr(arg, '__parameters__', ())))
    return tuple(found)


# The arguments `args` with those in place of the variables of `parameters`.
def _substituted(args, names):
    new = []
    for arg in args:
        if isinstance(arg, ParamSpec) and isinstance(names.get(arg), (list, tuple)):
            new.extend(names[arg])
        elif isinstance(arg, _Variable):
            new.append(names.get(arg, arg))
        elif isinstance(arg, (list, tuple)):
            new.append(type(arg)(_substituted(arg, names)))
        elif not isinstance(arg, type) and getattr(arg, '__parameters__', ()):
            new.append(arg[tuple([names.get(p, p) for p in arg.__parameters__])])
        else:
            new.append(arg)
    return tuple(new)


def _names_for(alias, args):
    parameters = alias.__parameters__
    if not parameters:
        raise TypeError(f'{alias!r} is not a generic class')
    if len(parameters) == 1 and isinstance(parameters[0], ParamSpec) and not (
            len(args) == 1 and isinstance(args[0], (list, ParamSpec)) or args == (...,)):
        args = (list(args),)
    if not any([isinstance(p, TypeVarTuple) for p in parameters]):
        _check_count(alias, args, len(parameters), 'at least ')
    return dict(zip(parameters, [_as_type(a) for a in args]))


# What list[T], dict[K, V] and T | None ask this module for.
def _alias_parameters(args):
    return _variables(args)


def _alias_subscript(alias, args):
    new = _substituted(alias.__args__, _names_for(alias, _tuple(args)))
    origin = getattr(alias, '__origin__', None)
    return _union(new) if origin is None else type(alias)(origin, new)


# --- special forms: Optional, ClassVar, ... and what they make ---

_made = {}


# The same brackets give the same object.
def _once(make, owner, args):
    try:
        key = (make, owner, args, tuple([type(a) for a in _tuple(args)]))
        found = _made.get(key)
    except TypeError:
        return make(owner, args)
    if found is None:
        found = _made[key] = make(owner, args)
    return found


class _Final:
    def __setattr__(self, name, value):
        if '_sealed' in self.__dict__ and not name.startswith('__'):
            setattr(self.__origin__, name, value)
        else:
            object.__setattr__(self, name, value)

    def __or__(self, other):
        return _union((self, _as_type(other)))

    def __ror__(self, other):
        return _union((_as_type(other), self))


class _SpecialForm(_Final):
    def __init__(self, name, make=None):
        self._name = name
        self._make = make

    def __getitem__(self, args):
        if self._make is None:
            raise TypeError(f'{self!r} is not subscriptable')
        return _once(self._make, self, args)

    def __repr__(self):
        return f'typing.{self._name}'

    def __call__(self, *args, **kwargs):
        raise TypeError(f'Cannot instantiate {self!r}')

    def __mro_entries__(self, bases):
        raise TypeError(f'Cannot subclass {self!r}')

    def __instancecheck__(self, instance):
        raise TypeError(f'{self!r} cannot be used with isinstance()')

    def __subclasscheck__(self, cls):
        raise TypeError(f'{self!r} cannot be used with issubclass()')


class _GenericAlias(_Final):
    def __init__(self, origin, args, *, name=None, inst=True):
        self.__origin__ = origin
        self.__args__ = args
        self.__parameters__ = _variables(args)
        self._name = name
        self._inst = inst
        self._sealed = True

    def _copy_with(self, args):
        return type(self)(self.__origin__, args, name=self._name, inst=self._inst)

    def __getitem__(self, args):
        if self.__origin__ in (Generic, Protocol):
            raise TypeError(f'Cannot subscript already-subscripted {self!r}')
        names = _names_for(self, _tuple(args))
        return self._copy_with(_substituted(self.__args__, names))

    def __getattr__(self, name):
        if name.startswith('__') and name.endswith('__') and name not in ('__name__', '__qualname__',
                                                                            '__doc__'):
            raise AttributeError(name)
        if '__origin__' not in self.__dict__:
            raise AttributeError(name)
        if self._name and name in ('__name__', '__qualname__'):
            return self._name
        return getattr(self.__origin__, name)

    def __repr__(self):
        shown = f'typing.{self._name}' if self._name else _show(self.__origin__)
        return f'{shown}[{", ".join([_show(a) for a in self.__args__]) or "()"}]'

    def __call__(self, *args, **kwargs):
        if not self._inst:
            raise TypeError(f'Type {self._name} cannot be instantiated; use '
                            f'{self.__origin__.__name__}() instead')
        made = self.__origin__(*args, **kwargs)
        try:
            made.__orig_class__ = self
        except Exception:
            pass
        return made

    def __mro_entries__(self, bases):
        if isinstance(self.__origin__, _SpecialForm):
            raise TypeError(f'Cannot subclass {self!r}')
        entries = []
        if self.__origin__ is Generic:
            if Protocol in bases:
                return ()
            for base in bases[bases.index(self) + 1:]:
                if isinstance(base, _GenericAlias) and base is not self:
                    return ()
        else:
            entries.append(self.__origin__)
        if self._name or self.__origin__ is Generic:
            at = bases.index(self)
            later = [b for b in bases[at + 1:]
                     if isinstance(b, _GenericAlias) or isinstance(b, type) and issubclass(b, Generic)]
            if not later and Generic not in bases:
                entries.append(Generic)
        return tuple(entries)

    def __instancecheck__(self, instance):
        return self.__subclasscheck__(type(instance))

    def __subclasscheck__(self, cls):
        raise TypeError('Subscripted generics cannot be used with class and instance checks')

    def __eq__(self, other):
        if not isinstance(other, _GenericAlias):
            return NotImplemented
        return self.__origin__ is other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))


class _UnionGenericAlias(_GenericAlias):
    def _copy_with(self, args):
        return _union(args)

    def __eq__(self, other):
        if not isinstance(other, _UnionGenericAlias) and type(other).__name__ != 'UnionType':
            return NotImplemented
        return set(self.__args__) == set(other.__args__)

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and type(None) in args:
            return f'typing.Optional[{_show(args[0] if args[1] is type(None) else args[1])}]'
        return super().__repr__()

    def __call__(self, *args, **kwargs):
        raise TypeError('Cannot instantiate typing.Union')

    def __instancecheck__(self, instance):
        return any([isinstance(instance, arg) for arg in self.__args__])

    def __subclasscheck__(self, cls):
        return any([issubclass(cls, arg) for arg in self.__args__])


class _LiteralGenericAlias(_GenericAlias):
    def _pairs(self):
        return {(value, type(value)) for value in self.__args__}

    def __eq__(self, other):
        if not isinstance(other, _LiteralGenericAlias):
            return NotImplemented
        return self._pairs() == other._pairs()

    def __hash__(self):
        return hash(frozenset(self._pairs()))

    def __repr__(self):
        return f'typing.Literal[{", ".join([repr(a) for a in self.__args__])}]'


class _AnnotatedAlias(_GenericAlias):
    def __init__(self, origin, metadata):
        if isinstance(origin, _AnnotatedAlias):
            metadata = origin.__metadata__ + metadata
            origin = origin.__origin__
        object.__setattr__(self, '__metadata__', metadata)
        super().__init__(origin, (origin,), name='Annotated')

    def _copy_with(self, args):
        return _AnnotatedAlias(args[0], self.__metadata__)

    def __repr__(self):
        parts = [_show(self.__origin__)] + [repr(m) for m in self.__metadata__]
        return f'typing.Annotated[{", ".join(parts)}]'

    def __eq__(self, other):
        if not isinstance(other, _AnnotatedAlias):
            return NotImplemented
        return (self.__origin__, self.__metadata__) == (other.__origin__, other.__metadata__)

    def __hash__(self):
        return hash((self.__origin__, self.__metadata__))

    def __mro_entries__(self, bases):
        return (self.__origin__,)


class _CallableGenericAlias(_GenericAlias):
    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and (args[0] is ... or isinstance(args[0], ParamSpec) or
                               getattr(args[0], '_name', '') == 'Concatenate'):
            return f'typing.Callable[{_show(args[0])}, {_show(args[1])}]'
        return f'typing.Callable[{_show(args[:-1])}, {_show(args[-1])}]'


# List, Dict, Iterable: a class under another name, which may get arguments.
class _SpecialGenericAlias(_Final):
    def __init__(self, name, origin, count=1, defaults=(), inst=False):
        self._name = name
        self.__origin__ = origin
        self._count = count
        self._defaults = defaults
        self._inst = inst
        self.__doc__ = f'A generic version of {origin.__module__}.{origin.__qualname__}.'
        self._sealed = True

    def __getitem__(self, args):
        return _once(type(self)._subscript, self, args)

    def _subscript(self, args):
        args = tuple([_as_type(a) for a in _tuple(args)])
        if len(args) < self._count:
            args += self._defaults[len(self._defaults) - (self._count - len(args)):]
        if len(args) != self._count:
            least = 'at least ' if self._defaults and len(args) < self._count else ''
            _check_count(self, args, self._count - len(self._defaults) if least else self._count,
                         least)
        return _GenericAlias(self.__origin__, args, name=self._name, inst=self._inst)

    def __getattr__(self, name):
        if name in ('__name__', '__qualname__'):
            return self._name
        if name.startswith('__') and name.endswith('__') or '__origin__' not in self.__dict__:
            raise AttributeError(name)
        return getattr(self.__origin__, name)

    def __repr__(self):
        return f'typing.{self._name}'

    def __call__(self, *args, **kwargs):
        if not self._inst:
            raise TypeError(f'Type {self._name} cannot be instantiated; use '
                            f'{self.__origin__.__name__}() instead')
        return self.__origin__(*args, **kwargs)

    def __mro_entries__(self, bases):
        later = bases[bases.index(self) + 1:]
        if any([isinstance(b, _GenericAlias) or b is Generic for b in later]):
            return (self.__origin__,)
        return (self.__origin__, Generic)

    def __instancecheck__(self, instance):
        return isinstance(instance, self.__origin__)

    def __subclasscheck__(self, cls):
        return issubclass(cls, self.__origin__)


class _TupleType(_SpecialGenericAlias):
    def _subscript(self, args):
        args = tuple([_as_type(a) for a in _tuple(args)])
        return _GenericAlias(tuple, args, name='Tuple', inst=False)


class _CallableType(_SpecialGenericAlias):
    def _subscript(self, args):
        if not isinstance(args, tuple) or len(args) != 2:
            raise TypeError('Callable must be used as Callable[[arg, ...], result].')
        params, result = args
        params = tuple(params) if isinstance(params, (list, tuple)) else (params,)
        args = tuple([_as_type(a) for a in params]) + (_as_type(result),)
        return _CallableGenericAlias(self.__origin__, args, name='Callable', inst=False)


def _union(args):
    flat = []
    for arg in args:
        if isinstance(arg, _UnionGenericAlias) or type(arg).__name__ == 'UnionType':
            flat.extend(arg.__args__)
        else:
            flat.append(arg)
    flat = tuple(dict.fromkeys(flat))
    return flat[0] if len(flat) == 1 else _UnionGenericAlias(Union, flat, name='Union')


def _make_union(form, args):
    if args == ():
        raise TypeError('Cannot take a Union of no types.')
    return _union(tuple([_as_type(a) for a in _tuple(args)]))


def _make_optional(form, args):
    if isinstance(args, tuple):
        raise TypeError(f'{form} requires a single type. Got {args!r:.100}.')
    return _union((_as_type(args), type(None)))


def _make_literal(form, args):
    flat = []
    for arg in _tuple(args):
        flat.extend(arg.__args__ if isinstance(arg, _LiteralGenericAlias) else (arg,))
    try:
        flat = [value for value, _ in dict.fromkeys([(v, type(v)) for v in flat])]
    except TypeError:       # unhashable parameters
        pass
    return _LiteralGenericAlias(form, tuple(flat), name='Literal')


def _make_single(form, args):
    if isinstance(args, tuple):
        raise TypeError(f'{form} accepts only single type. Got {args!r:.100}.')
    return _GenericAlias(form, (_as_type(args),), name=form._name)


def _make_concatenate(form, args):
    args = tuple([_as_type(a) for a in _tuple(args)])
    if not (args[-1] is ... or isinstance(args[-1], ParamSpec)):
        raise TypeError('The last parameter to Concatenate should be a ParamSpec variable or ellipsis.')
    return _GenericAlias(form, args, name=form._name)


def _make_annotated(form, args):
    if not isinstance(args, tuple) or len(args) < 2:
        raise TypeError('Annotated[...] should be used with at least two arguments '
                        '(a type and an annotation).')
    return _AnnotatedAlias(_as_type(args[0]), args[1:])


class _Named(type):
    def __repr__(cls):
        return 'typing.Any' if cls is Any else type.__repr__(cls)

    def __instancecheck__(cls, instance):
        if cls is Any:
            raise TypeError('typing.Any cannot be used with isinstance()')
        return type.__instancecheck__(cls, instance)


_Named.__name__ = _Named.__qualname__ = '_AnyMeta'


class Any(metaclass=_Named):
    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError('Any cannot be instantiated')
        return super().__new__(cls)


class ForwardRef(_Final):
    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        if not isinstance(arg, str):
            raise TypeError(f'Forward reference must be a string -- got {arg!r}')
        try:
            compile(arg, '<string>', 'eval')
        except SyntaxError:
            raise SyntaxError(f'Forward reference must be an expression -- got {arg!r}') from None
        self.__forward_arg__ = arg

    def __repr__(self):
        return f'ForwardRef({self.__forward_arg__!r})'

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        return self.__forward_arg__ == other.__forward_arg__

    def __hash__(self):
        return hash(self.__forward_arg__)


class NewType:
    def __init__(self, name, tp):
        self.__name__ = self.__qualname__ = name
        self.__module__ = _caller_module()
        self.__supertype__ = tp

    def __call__(self, x, /):
        return x

    def __repr__(self):
        return f'{self.__module__}.{self.__qualname__}'

    def __mro_entries__(self, bases):
        raise TypeError('Cannot subclass an instance of NewType. Perhaps you were looking for: '
                        f'`New = NewType({"New"!r}, {self.__name__})`')

    def __or__(self, other):
        return _union((self, _as_type(other)))

    def __ror__(self, other):
        return _union((_as_type(other), self))


# --- Generic and Protocol ---

def _generic_item(cls, args):
    args = tuple([_as_type(a) if not isinstance(a, list) else a for a in _tuple(args)])
    if cls in (Generic, Protocol):
        name = cls.__name__
        if not args:
            raise TypeError(f'Parameter list to {name}[...] cannot be empty')
        if not all([isinstance(a, _Variable) or isinstance(a, _GenericAlias) and a._name == 'Unpack'
                    for a in args]):
            raise TypeError(f'Parameters to {name}[...] must all be type variables or parameter '
                            'specification variables.')
        if len(set(args)) != len(args):
            raise TypeError(f'Parameters to {name}[...] must all be unique')
        return _GenericAlias(cls, args)
    parameters = cls.__parameters__
    if not parameters:
        raise TypeError(f'{cls!r} is not a generic class')
    if len(parameters) == 1 and isinstance(parameters[0], ParamSpec) and not (
            len(args) == 1 and isinstance(args[0], (list, tuple, ParamSpec)) or args == (...,)):
        args = (args,)
    if not any([isinstance(p, TypeVarTuple) for p in parameters]):
        missing = parameters[len(args):]
        if missing and all([p.has_default() for p in missing]):
            args += tuple([p.__default__ for p in missing])
        _check_count(cls, args, len(parameters), 'at least ')
    return _GenericAlias(cls, args)


# The variables of a class, from the bases as they were written.
def _class_parameters(cls):
    bases = cls.__dict__.get('__orig_bases__', ())
    if Generic in (bases or cls.__bases__) and cls.__name__ != 'Protocol':
        raise TypeError('Cannot inherit from plain Generic')
    listed = None
    for base in bases:
        if isinstance(base, _GenericAlias) and base.__origin__ in (Generic, Protocol):
            if listed is not None and base.__origin__ is Generic:
                raise TypeError('Cannot inherit from Generic[...] multiple times.')
            listed = base
    found = _variables([b for b in bases if not isinstance(b, type)])
    if listed is None:
        return found
    extra = [p for p in found if p not in listed.__parameters__]
    if extra:
        names = ', '.join([repr(p) for p in extra])
        own = ', '.join([repr(p) for p in listed.__parameters__])
        raise TypeError(f'Some type variables ({names}) are not listed in '
                        f'{listed.__origin__.__name__}[{own}]')
    return listed.__parameters__


class Generic:
    __slots__ = ()
    _is_protocol = False
    __parameters__ = ()

    def __class_getitem__(cls, args):
        return _once(_generic_item, cls, args)

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        cls.__parameters__ = _class_parameters(cls)


from abc import ABCMeta

_not_members = {'__module__', '__qualname__', '__doc__', '__dict__', '__weakref__', '__slots__',
                '__init__', '__annotations__', '_is_protocol', '__firstlineno__', '__orig_bases__',
                '__static_attributes__', '__parameters__', '__subclasshook__', '__hash__',
                '__abstractmethods__', '__class_getitem__', '__new__', '__init_subclass__',
                '_is_runtime_protocol', '__match_args__'}


def _members(protocol):
    names = {}
    for base in protocol.__mro__:
        if base.__dict__.get('_is_protocol') and base.__name__ not in ('Protocol', 'Generic'):
            for name in list(base.__dict__) + list(base.__dict__.get('__annotations__', ())):
                if name not in _not_members and not name.startswith('_abc'):
                    names[name] = None
    return names


def _has_member(kind, name):
    for base in kind.__mro__:
        if name in base.__dict__:
            return base.__dict__[name] is not None
        if base.__dict__.get('_is_protocol') and name in base.__dict__.get('__annotations__', ()):
            return True
    return False


class _ProtocolMeta(ABCMeta):
    def __new__(mcls, name, bases, namespace, /, **kwargs):
        if bases and 'Protocol' in [b.__name__ for b in bases] and Protocol in bases:
            for base in bases:
                if base not in (object, Generic) and not getattr(base, '_is_protocol', False) and not (
                        base.__module__ in ('collections.abc', 'contextlib')):
                    raise TypeError(f'Protocols can only inherit from other protocols, got {base!r}')
        return super().__new__(mcls, name, bases, namespace, **kwargs)

    def __instancecheck__(cls, instance):
        if cls is Protocol:
            return type.__instancecheck__(cls, instance)
        if not cls.__dict__.get('_is_protocol'):
            return ABCMeta.__instancecheck__(cls, instance)
        if not cls._is_runtime_protocol:
            raise TypeError('Instance and class checks can only be used with @runtime_checkable '
                            'protocols')
        if cls in type(instance).__mro__:
            return True
        own = getattr(instance, '__dict__', ())
        kind = type(instance)
        return all([_has_member(kind, name) or name in own for name in _members(cls)])

    def __subclasscheck__(cls, other):
        if cls is Protocol:
            return type.__subclasscheck__(cls, other)
        if cls.__dict__.get('_is_protocol'):
            if not isinstance(other, type):
                raise TypeError('issubclass() arg 1 must be a class')
            if not cls._is_runtime_protocol:
                raise TypeError('Instance and class checks can only be used with @runtime_checkable '
                                'protocols')
            data = [name for name in _members(cls) if not callable(getattr(cls, name, None))]
            if data:
                raise TypeError("Protocols with non-method members don't support issubclass(). "
                                f'Non-method members: {str(sorted(data))[1:-1]}.')
        return ABCMeta.__subclasscheck__(cls, other)


def _protocol_hook(cls, other):
    if not cls.__dict__.get('_is_protocol') or not cls._is_runtime_protocol:
        return NotImplemented
    data = [name for name in _members(cls) if not callable(getattr(cls, name, None))]
    return NotImplemented if data or not all([_has_member(other, n) for n in _members(cls)]) else True


class Protocol(Generic, metaclass=_ProtocolMeta):
    __slots__ = ()
    _is_protocol = True
    _is_runtime_protocol = False

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if '_is_protocol' not in cls.__dict__:
            cls._is_protocol = Protocol in cls.__bases__
        if not cls._is_protocol:
            if cls.__init__ is _refuse_protocol:
                cls.__init__ = _init_of_rest
            return
        cls._is_runtime_protocol = False
        if '__subclasshook__' not in cls.__dict__:
            cls.__subclasshook__ = classmethod(_protocol_hook)
        if cls.__init__ is Protocol.__init__:
            cls.__init__ = _refuse_protocol


def _refuse_protocol(self, *args, **kwargs):
    if type(self)._is_protocol:
        raise TypeError('Protocols cannot be instantiated')
    _init_of_rest(self, *args, **kwargs)


# The __init__ behind those of the protocols.
def _init_of_rest(self, *args, **kwargs):
    for base in type(self).__mro__:
        init = base.__dict__.get('__init__')
        if init is not None and init is not _refuse_protocol and init is not _init_of_rest:
            return init(self, *args, **kwargs)


def runtime_checkable(cls):
    if not isinstance(cls, type) or not getattr(cls, '_is_protocol', False):
        raise TypeError(f'@runtime_checkable can be only applied to protocol classes, got {cls!r}')
    cls._is_runtime_protocol = True
    return cls


def is_protocol(tp, /):
    return (isinstance(tp, type) and bool(getattr(tp, '_is_protocol', False))
            and tp is not Protocol and tp is not Generic)


def get_protocol_members(tp, /):
    if not is_protocol(tp):
        raise TypeError(f'{tp!r} is not a Protocol')
    return frozenset(_members(tp))


# --- NamedTuple and TypedDict ---

class _NamedTupleMeta(type):
    def __new__(mcls, name, bases, space):
        for base in bases:
            if base is not _NamedTuple and base is not Generic:
                raise TypeError('can only inherit from a NamedTuple type and Generic')
        if '_named_root' in space:
            return super().__new__(mcls, name, bases, space)
        from collections import namedtuple
        notes = space.get('__annotations__', {})
        defaults = []
        first = []
        for field in notes:
            if field in space:
                defaults.append(space[field])
                first.append(field)
            elif first:
                raise TypeError(f'Non-default namedtuple field {field} cannot follow default '
                                f'field{"s" if len(first) > 1 else ""} {", ".join(first)}')
        made = namedtuple(name, notes, defaults=defaults, module=space.get('__module__'))
        if Generic in bases:
            parts = {k: v for k, v in made.__dict__.items() if k not in ('__dict__', '__weakref__')}
            made = type(name, (tuple, Generic), {**parts, '__orig_bases__': space['__orig_bases__']})
        made.__annotations__ = {key: _as_type(note) for key, note in notes.items()}
        for key, value in space.items():
            if key in ('__new__', '__init__', '__slots__', '__getnewargs__', '_fields',
                       '_field_defaults', '_field_types', '_make', '_replace', '_asdict', '_source'):
                raise AttributeError(f'Cannot overwrite NamedTuple attribute {key}')
            if key not in notes and key not in ('__module__', '__annotations__', '__dict__',
                                                '__weakref__', '__qualname__'):
                setattr(made, key, value)
                hook = getattr(type(value), '__set_name__', None)
                if hook is not None:
                    hook(value, made, key)
        return made


class _NamedTuple(metaclass=_NamedTupleMeta):
    _named_root = True


def NamedTuple(typename, fields=(), /, **kwargs):
    from collections import namedtuple
    fields = list(fields) or list(kwargs.items())
    made = namedtuple(typename, [name for name, _ in fields], module=_caller_module())
    made.__annotations__ = {name: _as_type(note) for name, note in fields}
    return made


NamedTuple.__mro_entries__ = lambda bases: (_NamedTuple,)


class _TypedDictMeta(type):
    def __new__(mcls, name, bases, space, total=True):
        for base in bases:
            if type(base) is not _TypedDictMeta and base is not Generic:
                raise TypeError('cannot inherit from both a TypedDict type and a non-TypedDict '
                                'base class')
        if name == '_TypedDict' and not bases:
            return super().__new__(mcls, name, bases, space)
        notes = {}
        required = {}
        for base in bases:
            notes.update(base.__dict__.get('__annotations__', {}))
            required.update(dict.fromkeys(base.__dict__.get('__required_keys__', ())))
        own = {key: _as_type(note) for key, note in space.get('__annotations__', {}).items()}
        notes.update(own)
        for key, note in own.items():
            kinds = _qualifiers(note)
            required.pop(key, None)
            if 'Required' in kinds or (total and 'NotRequired' not in kinds):
                required[key] = None
        under = (dict, Generic) if Generic in bases else (dict,)
        cls = super().__new__(mcls, name, under, {k: v for k, v in space.items()
                                                   if k not in ('__dict__', '__weakref__')})
        if '__orig_bases__' not in space:
            cls.__orig_bases__ = bases or (TypedDict,)
        cls.__annotations__ = notes
        cls.__total__ = total
        cls.__required_keys__ = frozenset(required)
        cls.__optional_keys__ = frozenset(notes) - frozenset(required)
        cls.__readonly_keys__ = frozenset([k for k, n in notes.items() if 'ReadOnly' in _qualifiers(n)])
        cls.__mutable_keys__ = frozenset(notes) - cls.__readonly_keys__
        return cls

    def __call__(cls, *args, **kwargs):
        return dict(*args, **kwargs)

    def __instancecheck__(cls, instance):
        raise TypeError('TypedDict does not support instance and class checks')

    __subclasscheck__ = __instancecheck__


# Required, NotRequired, ReadOnly around a type, from outside inwards.
def _qualifiers(note):
    kinds = []
    while isinstance(note, _GenericAlias) and note._name in ('Required', 'NotRequired', 'ReadOnly',
                                                             'Annotated'):
        kinds.append(note._name)
        note = note.__args__[0]
    return kinds


class _TypedDict(metaclass=_TypedDictMeta):
    pass


def TypedDict(typename, fields=(), /, *, total=True):
    return _TypedDictMeta(typename, (), {'__annotations__': dict(fields),
                                         '__module__': _caller_module()}, total=total)


TypedDict.__mro_entries__ = lambda bases: (_TypedDict,)


def is_typeddict(tp):
    return isinstance(tp, _TypedDictMeta)


# --- the names ---

for _name, _how in (('Union', _make_union), ('Optional', _make_optional), ('Literal', _make_literal),
                    ('Annotated', _make_annotated), ('Concatenate', _make_concatenate)):
    globals()[_name] = _SpecialForm(_name, _how)
for _name in ('ClassVar', 'Final', 'NotRequired', 'ReadOnly', 'Required', 'TypeGuard', 'TypeIs', 'Unpack'):
    globals()[_name] = _SpecialForm(_name, _make_single)
for _name in ('LiteralString', 'Never', 'NoReturn', 'Self', 'TypeAlias'):
    globals()[_name] = _SpecialForm(_name)
for _name, _type, _count in (('List', list, 1), ('Dict', dict, 2), ('Set', set, 1),
                             ('FrozenSet', frozenset, 1), ('Type', type, 1)):
    globals()[_name] = _SpecialGenericAlias(_name, _type, _count)
Tuple = _TupleType('Tuple', tuple, -1)
AnyStr = TypeVar('AnyStr', bytes, str)
AnyStr.__module__ = 'typing'
_none = type(None)
_in_abc = {'AbstractSet': 1, 'AsyncGenerator': 2, 'AsyncIterable': 1, 'AsyncIterator': 1,
           'Awaitable': 1, 'Callable': 2, 'Collection': 1, 'Container': 1, 'Coroutine': 3,
           'Generator': 3, 'ByteString': 0, 'Hashable': 0, 'ItemsView': 2, 'Iterable': 1, 'Iterator': 1,
           'KeysView': 1, 'Mapping': 2, 'MappingView': 1, 'MutableMapping': 2,
           'MutableSequence': 1, 'MutableSet': 1, 'Reversible': 1, 'Sequence': 1, 'Sized': 0,
           'ValuesView': 1}
_given = {'AsyncGenerator': (_none,), 'Generator': (_none, _none)}
_in_collections = {'ChainMap': ('ChainMap', 2), 'Counter': ('Counter', 1),
                   'DefaultDict': ('defaultdict', 2), 'Deque': ('deque', 1),
                   'OrderedDict': ('OrderedDict', 2)}
_in_contextlib = {'ContextManager': 'AbstractContextManager',
                  'AsyncContextManager': 'AbstractAsyncContextManager'}
_supports = {'SupportsAbs': '__abs__', 'SupportsBytes': '__bytes__', 'SupportsFloat': '__float__',
             'SupportsIndex': '__index__', 'SupportsInt': '__int__', 'SupportsRound': '__round__'}


def __getattr__(name):
    # The abstract classes cost a module: they come when they are named.
    if name in _in_abc:
        import collections.abc as module
        origin = getattr(module, 'Set' if name == 'AbstractSet' else name)
        kind = _CallableType if name == 'Callable' else _SpecialGenericAlias
        value = kind(name, origin, _in_abc[name], _given.get(name, ()))
    elif name in _in_collections:
        import collections as module
        known, count = _in_collections[name]
        value = _SpecialGenericAlias(name, getattr(module, known), count, inst=True)
    elif name in _in_contextlib:
        import contextlib as module
        value = _SpecialGenericAlias(name, getattr(module, _in_contextlib[name]), 2, (bool | None,))
    elif name in ('Pattern', 'Match'):
        import re
        value = _SpecialGenericAlias(name, getattr(re, name))
    elif name in ('IO', 'TextIO', 'BinaryIO'):
        bases = (Generic[AnyStr],) if name == 'IO' else (
            IO_of()[str] if name == 'TextIO' else IO_of()[bytes],)
        value = _class(name, bases)
    elif name in _supports:
        value = runtime_checkable(type(Protocol)(name, (Protocol,), {
            _supports[name]: _abstract_method(), '__module__': 'typing'}))
    else:
        raise AttributeError(f"module 'typing' has no attribute {name!r}")
    globals()[name] = value
    return value


def IO_of():
    return globals().get('IO') or __getattr__('IO')


def _class(name, bases):
    import types
    return types.new_class(name, bases, {}, lambda space: space.update(__module__='typing'))


def _abstract_method():
    from abc import abstractmethod
    return abstractmethod(lambda self, *args: None)


def cast(typ, val):
    return val


_overloads = {}


def overload(func):
    def _overload_dummy(*args, **kwds):
        raise NotImplementedError(
            'You should not call an overloaded function. A series of @overload-decorated '
            'functions outside a stub module should always be followed by an implementation '
            'that is not @overload-ed.')
    inner = getattr(func, '__func__', func)
    try:
        _overloads.setdefault((inner.__module__, inner.__qualname__), []).append(func)
    except AttributeError:
        pass
    return _overload_dummy


def get_overloads(func):
    inner = getattr(func, '__func__', func)
    return list(_overloads.get((inner.__module__, inner.__qualname__), ()))


def clear_overloads():
    _overloads.clear()


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


def no_type_check_decorator(decorator):
    def wrapped(*args, **kwargs):
        return no_type_check(decorator(*args, **kwargs))
    return wrapped


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
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if isinstance(tp, (_GenericAlias, _SpecialGenericAlias, _ParamSpecPart)):
        return tp.__origin__
    if tp is Generic:
        return Generic
    kind = type(tp)
    return kind if kind.__name__ == 'UnionType' else tp.__origin__ if kind.__name__ == 'GenericAlias' else None


def get_args(tp):
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__,) + tp.__metadata__
    if not isinstance(tp, _GenericAlias) and type(tp).__name__ not in ('GenericAlias', 'UnionType',
                                                                        '_CallableGenericAlias'):
        return ()
    args = tp.__args__
    if isinstance(tp, _CallableGenericAlias) and not (
            len(args) == 2 and (args[0] is ... or isinstance(args[0], ParamSpec) or
                                getattr(args[0], '_name', '') == 'Concatenate')):
        return (list(args[:-1]), args[-1])
    return args


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    if getattr(obj, '__no_type_check__', None):
        return {}
    if isinstance(obj, type):
        import sys
        hints = {}
        for base in reversed(obj.__mro__):
            module = sys.modules.get(base.__module__)
            space = globalns if globalns is not None else getattr(module, '__dict__', {})
            names = dict(base.__dict__) if localns is None and globalns is None else localns
            for name, note in base.__dict__.get('__annotations__', {}).items():
                hints[name] = _settle(note, space, names, include_extras)
        return hints
    space = globalns
    if space is None:
        inner = obj
        while hasattr(inner, '__wrapped__'):
            inner = inner.__wrapped__
        space = getattr(inner, '__globals__', getattr(obj, '__dict__', {}))
    notes = getattr(obj, '__annotations__', None)
    if notes is None:
        if callable(obj) or hasattr(obj, '__loader__'):
            return {}
        raise TypeError(f'{obj!r} is not a module, class, method, or function.')
    return {k: _settle(v, space, localns, include_extras) for k, v in notes.items()}


def _settle(note, space, names, extras):
    if note is None:
        return type(None)
    if isinstance(note, str):
        note = ForwardRef(note)
    if isinstance(note, ForwardRef):
        note = eval(note.__forward_arg__, space, names)
        return _settle(note, space, names, extras)
    if isinstance(note, _AnnotatedAlias):
        inner = _settle(note.__origin__, space, names, extras)
        return _AnnotatedAlias(inner, note.__metadata__) if extras else inner
    if isinstance(note, _GenericAlias):
        if not extras and note._name in ('Required', 'NotRequired', 'ReadOnly'):
            return _settle(note.__args__[0], space, names, extras)
        if isinstance(note, _LiteralGenericAlias):
            return note
        args = tuple([_settle(a, space, names, extras) for a in note.__args__])
        return note if args == note.__args__ else note._copy_with(args)
    if type(note).__name__ == 'GenericAlias':
        args = tuple([_settle(a, space, names, extras) for a in note.__args__])
        return type(note)(note.__origin__, args)
    if type(note).__name__ == 'UnionType':
        args = [_settle(a, space, names, extras) for a in note.__args__]
        made = args[0]
        for arg in args[1:]:
            made = made | arg
        return made
    return note
