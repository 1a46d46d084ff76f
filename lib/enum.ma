# enum - Enum, IntEnum, StrEnum, Flag, IntFlag.
# The metaclass collects a class body's plain names, makes one object for each (the members) and
# puts them into the class; calling the class then looks a member up instead of making one.

__all__ = ['EnumMeta', 'EnumType', 'Enum', 'IntEnum', 'StrEnum', 'Flag', 'IntFlag', 'ReprEnum',
           'auto', 'unique', 'property', 'member', 'nonmember', 'FlagBoundary', 'STRICT',
           'CONFORM', 'EJECT', 'KEEP', 'verify', 'UNIQUE', 'CONTINUOUS', 'NAMED_FLAGS',
           'global_enum', 'global_enum_repr', 'global_flag_repr', 'global_str']

STRICT, CONFORM, EJECT, KEEP = 'strict', 'conform', 'eject', 'keep'
FlagBoundary = (STRICT, CONFORM, EJECT, KEEP)
UNIQUE, CONTINUOUS, NAMED_FLAGS = 'one name per value', 'no skipped values', 'multi-flag aliases'
_property = property


class property(_property):
    """An attribute of members that can be a member's name as well."""
    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError(f"<enum {_owner_of(self, type(instance))!r}> cannot set attribute "
                                 f"{self.fget.__name__!r}")
        _property.__set__(self, instance, value)


def _owner_of(attribute, cls):
    for base in cls.__mro__:
        if attribute in base.__dict__.values():
            return base.__name__
    return cls.__name__
Enum = Flag = ReprEnum = None       # until they are defined below
_UNSET = object()


class auto:
    def __init__(self, value=_UNSET):
        self.value = value


class member:
    def __init__(self, value):
        self.value = value


class nonmember:
    def __init__(self, value):
        self.value = value


def _is_dunder(name):
    return len(name) > 4 and name[:2] == '__' == name[-2:] and name[2] != '_' != name[-3]


def _is_sunder(name):
    return len(name) > 2 and name[0] == '_' == name[-1] and name[1] != '_' != name[-2]


def _is_descriptor(value):
    kind = type(value)
    return hasattr(kind, '__get__') or hasattr(kind, '__set__') or hasattr(kind, '__delete__')


def _is_inner(value, outer):
    # A class whose statement stands in the body of the Enum is no member.
    return isinstance(value, type) and f'.{outer}.{value.__name__}' in f'.{value.__qualname__}'


class _EnumDict(dict):
    # The namespace of a class body: notes which names are members, and gives auto() its value
    # at once, so that `RW = R | W` works.
    def __init__(self, cls_name):
        super().__init__()
        self._cls_name = cls_name
        self._member_names = {}
        self._last_values = []
        self._ignore = ()
        self._generate = None

    def __setitem__(self, key, value):
        if key == '_generate_next_value_':
            self._generate = getattr(value, '__func__', value)
        elif key == '_ignore_':
            if isinstance(value, str):
                value = value.replace(',', ' ').split()
            self._ignore = tuple(value)
        elif _is_sunder(key):
            if key not in ('_missing_', '_order_', '_value_', '_name_', '_numeric_repr_',
                           '_boundary_'):
                raise ValueError('_sunder_ names, such as %r, are reserved for future Enum use'
                                 % (key,))
        elif _is_dunder(key) or key.startswith(f'_{self._cls_name}__'):
            pass
        elif key in self._member_names:
            raise TypeError(f'{key!r} already defined as {self[key]!r}')
        elif key in self._ignore:
            pass
        elif isinstance(value, nonmember):
            value = value.value
        elif isinstance(value, member) or not (_is_descriptor(value) or _is_inner(value, self._cls_name)):
            if isinstance(value, member):
                value = value.value
            value = self._settle(key, value)
            self._member_names[key] = None
            self._last_values.append(value)
        super().__setitem__(key, value)

    def _settle(self, key, value):
        if isinstance(value, auto):
            if value.value is _UNSET:
                value.value = self._generate(key, 1, len(self._member_names),
                                             self._last_values[:])
            return value.value
        if type(value) is tuple and any([isinstance(v, auto) for v in value]):
            return tuple([self._settle(key, v) for v in value])
        return value


class EnumType(type):
    @classmethod
    def __prepare__(mcls, cls_name, bases, **kwds):
        space = _EnumDict(cls_name)
        for base in bases:
            if isinstance(base, EnumType):
                if base._member_names_:
                    raise TypeError(f'<enum {cls_name!r}> cannot extend {base!r}')
                space._generate = base._generate_next_value_
        return space

    def __new__(mcls, cls_name, bases, space, *, boundary=None, **kwds):
        names = list(getattr(space, '_member_names', ()))
        values = {name: space[name] for name in names}
        plain = {k: v for k, v in space.items() if k not in values and k != '_ignore_'
                 and k not in getattr(space, '_ignore', ())}
        generate = plain.get('_generate_next_value_')
        if generate is not None and not isinstance(generate, staticmethod):
            plain['_generate_next_value_'] = staticmethod(generate)
        plain['_member_names_'] = []
        plain['_member_map_'] = {}
        plain['_value2member_map_'] = {}
        cls = super().__new__(mcls, cls_name, bases, plain, **kwds)
        if boundary is not None:
            type.__setattr__(cls, '_boundary_', boundary)
        if Enum is None:
            return cls
        make, member_type = _how_to_make(cls)
        type.__setattr__(cls, '_member_type_', member_type)
        if member_type is not object:
            _prefer_enum(cls, plain, bases, member_type)
        is_flag = Flag is not None and issubclass(cls, Flag)
        if is_flag:
            mask = 0
            for value in values.values():
                if isinstance(value, int):
                    mask |= value
            type.__setattr__(cls, '_flag_mask_', mask)
        for name in names:
            _add_member(cls, name, values[name], make, member_type, is_flag)
        return cls

    def __call__(cls, value=_UNSET, names=_UNSET, *more, module=None, qualname=None, type=None,
                 start=1, boundary=None):
        if cls._member_map_ or (names is _UNSET and value is not _UNSET):
            if value is _UNSET:
                raise TypeError("EnumType.__call__() missing 1 required positional argument: 'value'")
            if names is not _UNSET:
                value = (value, names) + more
            return cls.__new__(cls, value) if cls.__new__ is _look_up else _look_up(cls, value)
        if value is _UNSET:
            raise TypeError(f"{cls.__name__}.__new__() missing 1 required positional argument: "
                            "'value'")
        return _functional(cls, value, names, module, qualname, type, start, boundary)

    def __iter__(cls):
        return iter([cls._member_map_[name] for name in cls._member_names_])

    def __reversed__(cls):
        return iter([cls._member_map_[name] for name in reversed(cls._member_names_)])

    def __len__(cls):
        return len(cls._member_names_)

    def __bool__(cls):
        return True

    def __contains__(cls, value):
        if isinstance(value, cls):
            return True
        try:
            _look_up(cls, value)
            return True
        except ValueError:
            return False

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get('_member_map_', ()):
            raise AttributeError(f'cannot reassign member {name!r}')
        super().__setattr__(name, value)

    def __delattr__(cls, name):
        if name in cls.__dict__.get('_member_map_', ()):
            raise AttributeError(f'{cls.__name__!r} cannot delete member {name!r}.')
        super().__delattr__(name)

    def __repr__(cls):
        kind = 'flag' if Flag is not None and issubclass(cls, Flag) else 'enum'
        return f'<{kind} {cls.__name__!r}>'

    def __dir__(cls):
        return sorted(['__class__', '__contains__', '__doc__', '__getitem__', '__init_subclass__',
                       '__iter__', '__len__', '__members__', '__module__', '__name__',
                       '__qualname__'] + cls._member_names_)

    @property
    def __members__(cls):
        return type(type.__dict__)(cls._member_map_) if _PROXY else dict(cls._member_map_)


_PROXY = type(type.__dict__).__name__ == 'mappingproxy'
EnumMeta = EnumType


def _how_to_make(cls):
    # The class members' data live in (int, str, ... or object), and the __new__ that makes them.
    make = None
    for base in cls.__mro__:
        if base in (Enum, Flag, ReprEnum, object) or base.__dict__.get('__enum_root__'):
            continue
        if '__new__' in base.__dict__ and isinstance(base, EnumType):
            make = base.__dict__['__new__']
            make = getattr(make, '__func__', make)
            break
    for base in cls.__mro__:
        if isinstance(base, EnumType) or base is object:
            continue
        if '__new__' in base.__dict__ or base in (int, str, float, bytes, tuple):
            return make or base.__new__, base
    return make, object


def _prefer_enum(cls, plain, bases, member_type):
    # `class X(int, Enum)`: repr, and but for ReprEnum also str, stay the enum's.
    root = bases[-1]
    for name in ('__repr__', '__str__', '__format__'):
        if name in plain or (name != '__repr__' and issubclass(cls, ReprEnum)):
            continue
        if getattr(cls, name) in (getattr(member_type, name), getattr(object, name)):
            type.__setattr__(cls, name, getattr(root, name))


def _add_member(cls, name, value, make, member_type, is_flag):
    args = value if isinstance(value, tuple) else (value,)
    if member_type is str and issubclass(cls, StrEnum) and not isinstance(args[0], str):
        raise TypeError(f'{args[0]!r} is not a string')
    if member_type is tuple:
        args = (args,)
    if make is None:
        new = object.__new__(cls)
    else:
        new = make(cls, *args)
    if '_value_' not in new.__dict__:
        if member_type is object:
            new._value_ = value
        elif make is not None and not isinstance(value, tuple) and type(value) is member_type:
            new._value_ = value
        else:
            new._value_ = member_type(*args)
    value = new._value_
    new._name_ = name
    new.__objclass__ = cls
    if type(new).__init__ is not object.__init__ and not _native_init(cls):
        new.__init__(*args)
    old = None
    try:
        old = cls._value2member_map_.get(value)
    except TypeError:
        for other in cls._member_map_.values():
            if other._value_ == value:
                old = other
                break
    if old is not None:
        new = old
    else:
        new._sort_order_ = len(cls._member_names_)
        if not is_flag or (isinstance(value, int) and value > 0 and value & (value - 1) == 0):
            cls._member_names_.append(name)
        try:
            cls._value2member_map_[value] = new
        except TypeError:
            pass
    cls._member_map_[name] = new
    type.__setattr__(cls, name, new)


def _native_init(cls):
    for base in cls.__mro__:
        if '__init__' in base.__dict__:
            return not isinstance(base, EnumType) or base is Enum
    return True


def _look_up(cls, value):
    if type(value) is cls:
        return value
    try:
        found = cls._value2member_map_.get(value)
        if found is not None:
            return found
    except TypeError:
        for found in cls._member_map_.values():
            if found._value_ == value:
                return found
    error = None
    try:
        result = cls._missing_(value)
    except Exception as e:
        error = e
        result = None
    if isinstance(result, cls):
        return result
    wrong = ValueError(f'{value!r} is not a valid {cls.__qualname__}')
    if result is None and error is None:
        raise wrong
    if error is None:
        error = TypeError(f'error in {cls.__name__}._missing_: returned {result!r} instead of '
                          'None or a valid member')
    if not isinstance(error, ValueError):
        error.__context__ = wrong
    raise error


def _functional(cls, cls_name, names, module, qualname, mixin, start, boundary):
    meta = type(cls)
    bases = (cls,) if mixin is None else (mixin, cls)
    space = meta.__prepare__(cls_name, bases)
    if isinstance(names, str):
        names = names.replace(',', ' ').split()
    if isinstance(names, dict):
        names = names.items()
    last = []
    for item in names:
        if isinstance(item, str):
            value = space._generate(item, start, len(last), last[:])
            last.append(value)
            space[item] = value
        else:
            space[item[0]] = item[1]
            last.append(item[1])
    if module is None:
        import sys
        try:
            module = sys._getframe(2).f_globals.get('__name__')
        except (AttributeError, ValueError):
            module = '__main__'
    space['__module__'] = module
    if qualname is not None:
        space['__qualname__'] = qualname
    return meta.__new__(meta, cls_name, bases, space, boundary=boundary)


class Enum(metaclass=EnumType):
    __enum_root__ = True

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        try:
            return max(last_values) + 1
        except TypeError:
            raise TypeError('unable to sort non-numeric values') from None

    @classmethod
    def _missing_(cls, value):
        return None

    @property
    def name(self):
        return self._name_

    @property
    def value(self):
        return self._value_

    def __repr__(self):
        return f'<{self.__class__.__name__}.{self._name_}: {self._value_repr()}>'

    def _value_repr(self):
        return repr(self._value_)

    def __str__(self):
        return f'{self.__class__.__name__}.{self._name_}'

    def __format__(self, spec):
        return str.__format__(str(self), spec)

    def __hash__(self):
        return hash(self._name_)

    def __dir__(self):
        names = {'__class__', '__doc__', '__eq__', '__hash__', '__module__', 'name', 'value'}
        if type(self)._member_type_ is not object:
            names.update(object.__dir__(self))
        for cls in type(self).mro():
            for name in cls.__dict__:
                if not name.startswith('_') and name not in cls._member_map_ if isinstance(cls, EnumType) \
                        and cls is not Enum else False:
                    names.add(name)
        return sorted(names)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)


class ReprEnum(Enum):
    # Only the repr is the enum's; str() and format() are those of the mixed-in type.
    __enum_root__ = True


class IntEnum(int, ReprEnum):
    __enum_root__ = True

    def __str__(self):
        return int.__repr__(self)

    def __format__(self, spec):
        return int.__format__(self, spec)

    def _value_repr(self):
        return int.__repr__(self)


class StrEnum(str, ReprEnum):
    __enum_root__ = True

    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError(f'too many arguments for str(): {values!r}')
        if len(values) >= 1 and not isinstance(values[0], str):
            raise TypeError(f'{values[0]!r} is not a string')
        value = str(*values)
        new = str.__new__(cls, value)
        new._value_ = value
        return new

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()

    def __str__(self):
        return str.__str__(self)

    def __format__(self, spec):
        return str.__format__(self, spec)


def _bits(value):
    while value:
        bit = value & -value
        yield bit
        value -= bit


def _binary(number, bits):
    sign = '0' if number >= 0 else '1'
    digits = bin(number & ((1 << bits) - 1))[2:].rjust(bits, '0')
    return f'0b{sign} {digits}'


class Flag(Enum):
    __enum_root__ = True
    _boundary_ = STRICT

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start if start is not None else 1
        high = max(last_values)
        if not isinstance(high, int):
            raise TypeError(f'invalid flag value {high!r}')
        return 2 ** high.bit_length()

    @classmethod
    def _missing_(cls, value):
        # A combination: made once, then kept.
        if not isinstance(value, int):
            raise ValueError(f'{value!r} is not a valid {cls.__qualname__}')
        mask = cls._flag_mask_
        whole = (1 << mask.bit_length()) - 1
        if value < 0 and cls._boundary_ != KEEP:
            if ~whole <= value:
                value = value + whole + 1
        outside = value & ~mask if value >= 0 else 0
        if value < 0:
            value = max(whole + 1, 1 << value.bit_length()) + value
            outside = value & ~mask
        if outside:
            if cls._boundary_ == STRICT:
                bits = max(value.bit_length(), mask.bit_length())
                raise ValueError(f'{cls!r} invalid value {value!r}\n    given '
                                 f'{_binary(value, bits)}\n  allowed {_binary(mask, bits)}')
            if cls._boundary_ == CONFORM:
                value &= mask
                outside = 0
            elif cls._boundary_ == EJECT:
                return value
        found = cls._value2member_map_.get(value)
        if found is not None:
            return found
        if cls._member_type_ is object:
            new = object.__new__(cls)
        else:
            new = cls._member_type_.__new__(cls, value)
        new._value_ = value
        parts = [m._name_ for m in cls if m._value_ & value]
        if outside and parts:
            parts.append(str(outside))
        new._name_ = '|'.join(parts) or None
        new._sort_order_ = -1
        new.__objclass__ = cls
        return cls._value2member_map_.setdefault(value, new)

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            raise TypeError(f'unsupported operand type(s) for \'in\': '
                            f'{type(other).__qualname__!r} and '
                            f'{self.__class__.__qualname__!r}')
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        for m in self.__class__:
            if m._value_ & self._value_:
                yield m

    def __len__(self):
        return self._value_.bit_count()

    def __repr__(self):
        if self._name_ is None:
            return f'<{self.__class__.__name__}: {self._value_repr()}>'
        return f'<{self.__class__.__name__}.{self._name_}: {self._value_repr()}>'

    def __str__(self):
        if self._name_ is None:
            return f'{self.__class__.__name__}({self._value_repr()})'
        return f'{self.__class__.__name__}.{self._name_}'

    def __bool__(self):
        return bool(self._value_)

    def _number(self, other):
        if isinstance(other, self.__class__):
            return other._value_
        if self._member_type_ is not object and isinstance(other, self._member_type_):
            return other
        return None

    def __or__(self, other):
        number = self._number(other)
        if number is None:
            return NotImplemented
        return self.__class__(self._value_ | number)

    def __and__(self, other):
        number = self._number(other)
        if number is None:
            return NotImplemented
        return self.__class__(self._value_ & number)

    def __xor__(self, other):
        number = self._number(other)
        if number is None:
            return NotImplemented
        return self.__class__(self._value_ ^ number)

    def __invert__(self):
        if self._boundary_ == KEEP:
            return self.__class__(~self._value_)
        return self.__class__(self._flag_mask_ & ~self._value_)

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    __enum_root__ = True

    def __repr__(self):
        return Flag.__repr__(self)

    def _value_repr(self):
        return int.__repr__(self._value_)

    def __str__(self):
        return int.__repr__(self)

    def __format__(self, spec):
        return int.__format__(self, spec)

    def __contains__(self, other):
        return Flag.__contains__(self, other)

    def __or__(self, other):
        return Flag.__or__(self, other)

    def __and__(self, other):
        return Flag.__and__(self, other)

    def __xor__(self, other):
        return Flag.__xor__(self, other)

    def __invert__(self):
        return Flag.__invert__(self)

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__


def unique(enumeration):
    doubles = [f'{alias} -> {m.name}' for alias, m in enumeration._member_map_.items()
               if alias != m.name]
    if doubles:
        raise ValueError(f'duplicate values found in {enumeration!r}: {", ".join(doubles)}')
    return enumeration


class verify:
    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        name = enumeration.__name__
        for check in self.checks:
            if check == UNIQUE:
                doubles = [f'{alias} -> {m.name}' for alias, m in enumeration._member_map_.items()
                           if alias != m.name]
                if doubles:
                    raise ValueError(f'aliases found in {enumeration!r}: {", ".join(doubles)}')
            elif check == CONTINUOUS:
                values = {m.value for m in enumeration}
                if values:
                    if issubclass(enumeration, Flag):
                        whole = {1 << n for n in range(min(values).bit_length() - 1,
                                                       max(values).bit_length())}
                    else:
                        whole = set(range(min(values), max(values) + 1))
                    missing = sorted(whole - values)
                    if missing:
                        raise ValueError(f'invalid {"flag" if issubclass(enumeration, Flag) else "enum"} '
                                         f'{name!r}: missing values {", ".join(map(str, missing))}')
        return enumeration


# Members that are names of their module, too, and are shown as such: re.IGNORECASE.

def global_enum_repr(self):
    module = type(self).__module__.split('.')[-1]
    return f'{module}.{self._name_}'


def global_flag_repr(self):
    cls = type(self)
    module = cls.__module__.split('.')[-1]
    if self._name_ is None:
        return f'{module}.{cls.__name__}({self._value_})'
    names = self._name_.split('|')
    return '|'.join([name if name[0].isdecimal() else f'{module}.{name}' for name in names])


def global_str(self):
    if self._name_ is None:
        return f'{type(self).__name__}({self._value_!r})'
    return self._name_


def global_enum(cls, update_str=False):
    import sys
    cls.__repr__ = global_flag_repr if issubclass(cls, Flag) else global_enum_repr
    if not issubclass(cls, ReprEnum) or update_str:
        cls.__str__ = global_str
    sys.modules[cls.__module__].__dict__.update(cls.__members__)
    return cls
