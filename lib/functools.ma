# functools - tools for functions. partial and reduce are native.

from _functools import partial, reduce

__all__ = ['update_wrapper', 'wraps', 'WRAPPER_ASSIGNMENTS', 'WRAPPER_UPDATES', 'total_ordering',
           'cache', 'cmp_to_key', 'lru_cache', 'reduce', 'partial', 'partialmethod',
           'singledispatch', 'singledispatchmethod', 'cached_property']

WRAPPER_ASSIGNMENTS = ('__module__', '__name__', '__qualname__', '__doc__', '__annotations__',
                       '__type_params__')
WRAPPER_UPDATES = ('__dict__',)
_MISSING = object()


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    for name in assigned:
        value = getattr(wrapped, name, _MISSING)
        if value is not _MISSING:
            setattr(wrapper, name, value)
    for name in updated:
        more = getattr(wrapped, name, None)
        if more:
            getattr(wrapper, name).update(more)
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    def decorate(wrapper):
        return update_wrapper(wrapper, wrapped, assigned, updated)
    return decorate


_PLAIN = (int, str)


def lru_cache(maxsize=128, typed=False):
    if callable(maxsize) and isinstance(typed, bool):
        return _cached(maxsize, 128, False)
    if maxsize is not None and not isinstance(maxsize, int):
        raise TypeError('Expected first argument to be an integer, a callable, or None')
    if maxsize is not None and maxsize < 0:
        maxsize = 0

    def decorate(func):
        return _cached(func, maxsize, typed)
    return decorate


def cache(func, /):
    return _cached(func, None, False)


def _cached(func, maxsize, typed):
    store = {}              # key -> result, the least recently used first
    hits = misses = 0

    def wrapper(*args, **kwargs):
        nonlocal hits, misses
        key = args
        if len(args) == 1 and type(args[0]) in _PLAIN:
            key = args[0]           # so that f(1) and f(1.0) are two entries, as in CPython
        if kwargs:
            key = (args, _MISSING, tuple(kwargs.items()))
        if typed:
            types = [type(a) for a in args] + [type(v) for v in kwargs.values()]
            key = (key, tuple(types))
        result = store.get(key, _MISSING)
        if result is not _MISSING:
            hits += 1
            if maxsize is not None:
                store.pop(key, None)
                store[key] = result
            return result
        misses += 1
        result = func(*args, **kwargs)
        if maxsize is None:
            store[key] = result
        elif maxsize > 0 and key not in store:
            if len(store) >= maxsize:
                del store[next(iter(store))]
            store[key] = result
        return result

    def cache_info():
        return _cache_info_type()(hits, misses, maxsize, len(store))

    def cache_clear():
        nonlocal hits, misses
        store.clear()
        hits = misses = 0

    wrapper.cache_info = cache_info
    wrapper.cache_clear = cache_clear
    wrapper.cache_parameters = lambda: {'maxsize': maxsize, 'typed': typed}
    return update_wrapper(wrapper, func)


_CacheInfo = None


def _cache_info_type():
    global _CacheInfo
    if _CacheInfo is None:
        from collections import namedtuple
        _CacheInfo = namedtuple('CacheInfo', ['hits', 'misses', 'maxsize', 'currsize'])
    return _CacheInfo


class cached_property:
    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError('Cannot assign the same cached_property to two different names '
                            f'({self.attrname!r} and {name!r}).')

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        name = self.attrname
        if name is None:
            raise TypeError('Cannot use cached_property instance without calling __set_name__ '
                            'on it.')
        try:
            store = instance.__dict__
        except AttributeError:
            raise TypeError(f"No '__dict__' attribute on {type(instance).__name__!r} instance "
                            f"to cache {name!r} property.") from None
        value = store.get(name, _MISSING)
        if value is _MISSING:
            value = self.func(instance)
            store[name] = value
        return value


def total_ordering(cls):
    have = {name for name in ('__lt__', '__le__', '__gt__', '__ge__')
            if getattr(cls, name, None) is not getattr(object, name, None)}
    if not have:
        raise ValueError('must define at least one ordering operation: < > <= >=')
    for root in ('__lt__', '__le__', '__gt__', '__ge__'):
        if root in have:
            break

    def strict(self, other):                # the root, or its opposite, without equality
        return getattr(type(self), root)(self, other)

    def derive(name):
        same_way = name[2] == root[2]
        want_equal = name[3] == 'e'
        root_equal = root[3] == 'e'

        def compare(self, other):
            result = strict(self, other)
            if result is NotImplemented:
                return result
            if same_way:
                if want_equal == root_equal:
                    return result
                return result or self == other if want_equal else result and self != other
            if want_equal != root_equal:    # a >= b is not (a < b)
                return not result
            if want_equal:                  # a >= b from a <= b
                return not result or self == other
            return not result and self != other
        compare.__name__ = name
        compare.__qualname__ = f'{cls.__qualname__}.{name}'
        return compare

    for name in ('__lt__', '__le__', '__gt__', '__ge__'):
        if name not in have:
            setattr(cls, name, derive(name))
    return cls


def cmp_to_key(mycmp):
    class K:
        __slots__ = ['obj']

        def __init__(self, obj):
            self.obj = obj

        def __lt__(self, other):
            return mycmp(self.obj, other.obj) < 0

        def __gt__(self, other):
            return mycmp(self.obj, other.obj) > 0

        def __eq__(self, other):
            return mycmp(self.obj, other.obj) == 0

        def __le__(self, other):
            return mycmp(self.obj, other.obj) <= 0

        def __ge__(self, other):
            return mycmp(self.obj, other.obj) >= 0

        __hash__ = None
    return K


class partialmethod:
    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, '__get__'):
            raise TypeError(f'{func!r} is not callable or a descriptor')
        self.func = func
        self.args = args
        self.keywords = keywords

    def __get__(self, obj, cls=None):
        get = getattr(type(self.func), '__get__', None)
        if get is not None and not isinstance(self.func, type(update_wrapper)):
            return partial(get(self.func, obj, cls), *self.args, **self.keywords)
        func, args, keywords = self.func, self.args, self.keywords
        if obj is None:
            def method(self, /, *more, **kw):
                return func(self, *args, *more, **{**keywords, **kw})
            return method
        return partial(func, obj, *args, **keywords)


def singledispatch(func):
    registry = {object: func}

    def dispatch(cls):
        for base in cls.__mro__:
            if base is not object and base in registry:
                return registry[base]
        best = None                         # abstract bases that only answer issubclass
        for base in registry:
            if base is not object and issubclass(cls, base):
                if best is None or issubclass(base, best):
                    best = base
        return func if best is None else registry[best]

    def register(cls, target=None):
        if target is None:
            if isinstance(cls, type) or hasattr(cls, '__args__'):
                return lambda f: register(cls, f)
            notes = getattr(cls, '__annotations__', None)
            if not notes:
                raise TypeError(f'Invalid first argument to `register()`: {cls!r}. Use either '
                                '`@register(some_class)` or plain `@register` on an annotated '
                                'function.')
            target = cls
            cls = next(iter(notes.values()))
        for one in getattr(cls, '__args__', (cls,)):
            registry[one] = target
        return target

    def wrapper(*args, **kw):
        if not args:
            raise TypeError(f'{name} requires at least 1 positional argument')
        return dispatch(type(args[0]))(*args, **kw)

    name = getattr(func, '__name__', 'singledispatch function')
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = registry
    return update_wrapper(wrapper, func)


class singledispatchmethod:
    def __init__(self, func):
        if not callable(func) and not hasattr(func, '__get__'):
            raise TypeError(f'{func!r} is not callable or a descriptor')
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, method)

    def __get__(self, obj, cls=None):
        def method(*args, **kwargs):
            chosen = self.dispatcher.dispatch(type(args[0]))
            return chosen.__get__(obj, cls)(*args, **kwargs)
        method.register = self.register
        return update_wrapper(method, self.func)
