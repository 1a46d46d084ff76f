# weakref - references that keep nothing alive, and containers of them.

from _weakref import getweakrefcount, ref
from collections.abc import MutableMapping, MutableSet

__all__ = ['ref', 'proxy', 'getweakrefcount', 'getweakrefs', 'ReferenceType', 'ProxyType',
           'CallableProxyType', 'ProxyTypes', 'WeakKeyDictionary', 'WeakMethod', 'WeakSet',
           'WeakValueDictionary', 'finalize']

ReferenceType = ref


# The object behind a proxy.
def _target(proxy):
    found = object.__getattribute__(proxy, '_reference')()
    if found is None:
        raise ReferenceError('weakly-referenced object no longer exists')
    return found


class ProxyType:
    __slots__ = '_reference', '__weakref__'
    __hash__ = None

    def __init__(self, reference):
        object.__setattr__(self, '_reference', reference)

    def __getattribute__(self, name):
        return getattr(_target(self), name)

    def __setattr__(self, name, value):
        setattr(_target(self), name, value)

    def __delattr__(self, name):
        delattr(_target(self), name)

    def __repr__(self):
        found = _target(self)
        return f'<weakproxy at {id(self):#x} to {type(found).__name__} at {id(found):#x}>'


class CallableProxyType(ProxyType):
    __slots__ = ()

    def __call__(self, *args, **kwargs):
        return _target(self)(*args, **kwargs)


def _forward(name, function):
    setattr(ProxyType, name, function)


def _plain(operation):
    return lambda self, *args: operation(_target(self), *args)


def _both(operation):
    def forth(self, other):
        return operation(_target(self), _target(other) if isinstance(other, ProxyType) else other)

    def back(self, other):
        return operation(other, _target(self))
    return forth, back


def _fill():
    import operator
    for name, function in (('str', str), ('bool', bool), ('len', len), ('iter', iter), ('next', next),
                           ('int', int), ('float', float), ('bytes', bytes), ('reversed', reversed),
                           ('abs', abs), ('neg', operator.neg), ('pos', operator.pos),
                           ('invert', operator.invert), ('index', operator.index),
                           ('getitem', operator.getitem), ('setitem', operator.setitem),
                           ('delitem', operator.delitem), ('contains', operator.contains)):
        _forward(f'__{name}__', _plain(function))
    for name in ('eq', 'ne', 'lt', 'le', 'gt', 'ge'):
        _forward(f'__{name}__', _both(getattr(operator, name))[0])
    for name in ('add', 'sub', 'mul', 'truediv', 'floordiv', 'mod', 'pow', 'and', 'or', 'xor', 'lshift',
                 'rshift', 'matmul'):
        forth, back = _both(getattr(operator, f'__{name}__'))
        _forward(f'__{name}__', forth)
        _forward(f'__r{name}__', back)


_fill()
ProxyType.__name__ = ProxyType.__qualname__ = 'ProxyType'
ProxyTypes = ProxyType, CallableProxyType


def proxy(object, callback=None, /):
    if callback is None:
        reference = ref(object)
    else:
        reference = ref(object, lambda _: callback(made))
    made = (CallableProxyType if callable(object) else ProxyType)(reference)
    return made


def getweakrefs(object, /):
    import gc
    return [r for r in gc.get_objects() if isinstance(r, ref) and r() is object]


class WeakValueDictionary(MutableMapping):
    def __init__(self, other=(), /, **kw):
        self.data = {}
        self.update(other, **kw)

    def _live(self):
        for key, reference in list(self.data.items()):
            value = reference()
            if value is None:
                if self.data.get(key) is reference:
                    del self.data[key]
            else:
                yield key, value

    def __getitem__(self, key):
        value = self.data[key]()
        if value is None:
            del self.data[key]
            raise KeyError(key)
        return value

    def __setitem__(self, key, value):
        self.data[key] = ref(value)

    def __delitem__(self, key):
        del self.data[key]

    def __contains__(self, key):
        return key in self.data and self.data[key]() is not None

    def __len__(self):
        return len(list(self._live()))

    def __iter__(self):
        for key, value in self._live():
            yield key

    def items(self):
        return self._live()

    def keys(self):
        return iter(self)

    def values(self):
        for key, value in self._live():
            yield value

    def __repr__(self):
        return f'<{type(self).__name__} at {id(self):#x}>'


class WeakKeyDictionary(MutableMapping):
    def __init__(self, dict=None):
        self.data = {}
        if dict is not None:
            self.update(dict)

    def _live(self):
        for reference, value in list(self.data.items()):
            key = reference()
            if key is None:
                self.data.pop(reference, None)
            else:
                yield key, value

    def __getitem__(self, key):
        return self.data[ref(key)]

    def __setitem__(self, key, value):
        self.data[ref(key, self._forget)] = value

    def _forget(self, reference):
        self.data.pop(reference, None)

    def __delitem__(self, key):
        del self.data[ref(key)]

    def __contains__(self, key):
        try:
            return ref(key) in self.data
        except TypeError:
            return False

    def __len__(self):
        return len(list(self._live()))

    def __iter__(self):
        for key, value in self._live():
            yield key

    def items(self):
        return self._live()

    def keys(self):
        return iter(self)

    def values(self):
        for key, value in self._live():
            yield value

    def __repr__(self):
        return f'<{type(self).__name__} at {id(self):#x}>'


class WeakSet(MutableSet):
    def __init__(self, data=None):
        self.data = {}
        for item in data or ():
            self.add(item)

    @classmethod
    def _from_iterable(cls, it):
        return cls(it)

    def _forget(self, reference):
        self.data.pop(reference, None)

    def add(self, item):
        self.data[ref(item, self._forget)] = None

    def discard(self, item):
        self.data.pop(ref(item), None)

    def remove(self, item):
        if item not in self:
            raise KeyError(item)
        self.discard(item)

    def clear(self):
        self.data.clear()

    def update(self, other):
        for item in other:
            self.add(item)

    def __contains__(self, item):
        try:
            return ref(item) in self.data
        except TypeError:
            return False

    def __iter__(self):
        for reference in list(self.data):
            item = reference()
            if item is not None:
                yield item

    def __len__(self):
        return len(list(iter(self)))

    def __repr__(self):
        return '{' + ', '.join([repr(item) for item in self]) + '}' if len(self) else 'WeakSet()'


class WeakMethod:
    def __init__(self, method, callback=None):
        self._object = ref(method.__self__)
        self._function = method.__func__

    def __call__(self):
        owner = self._object()
        return None if owner is None else self._function.__get__(owner)


_finalizers = {}


class finalize:
    # Calls func once when obj dies, or when it is called itself.
    def __init__(self, obj, func, /, *args, **kwargs):
        self._parts = (func, args, kwargs)
        self._reference = ref(obj, self)
        _finalizers[self] = None

    def __call__(self, _=None):
        if self not in _finalizers:
            return None
        del _finalizers[self]
        func, args, kwargs = self._parts
        return func(*args, **kwargs)

    def detach(self):
        obj = self._reference()
        if obj is not None and self in _finalizers:
            del _finalizers[self]
            return (obj,) + self._parts
        return None

    def peek(self):
        obj = self._reference()
        if obj is not None and self in _finalizers:
            return (obj,) + self._parts
        return None

    @property
    def alive(self):
        return self in _finalizers
