# copy - copy and deepcopy. The memo keeps what was copied, so that cycles end.

__all__ = ['Error', 'copy', 'deepcopy', 'replace']


class Error(Exception):
    pass


error = Error


def _is_atom(kind):
    if issubclass(kind, type):
        return True
    return kind in _ATOMS


def _function():
    yield


_ATOMS = {type(None), int, float, bool, str, bytes, range, type(NotImplemented), type(...), slice,
          type(_function), type(len), property, type(_function().__next__), object}


def copy(x):
    kind = type(x)
    if _is_atom(kind) or kind in (tuple, frozenset, _METHOD):
        return x
    if kind in (list, dict, set, bytearray):
        return x.copy()
    method = getattr(kind, '__copy__', None)
    if method is not None:
        return method(x)
    reduce = _reducer(kind)
    if reduce is not None:
        return _rebuild(x, reduce(x), None)
    return _fill(_empty_like(x), x, None)


def deepcopy(x, memo=None):
    kind = type(x)
    if _is_atom(kind):
        return x
    if memo is None:
        memo = {}
    done = memo.get(id(x), memo)
    if done is not memo:
        return done
    if kind is list:
        new = memo[id(x)] = []
        for item in x:
            new.append(deepcopy(item, memo))
    elif kind is dict:
        new = memo[id(x)] = {}
        for key, value in x.items():
            new[deepcopy(key, memo)] = deepcopy(value, memo)
    elif kind is tuple:
        items = [deepcopy(item, memo) for item in x]
        done = memo.get(id(x), memo)
        if done is not memo:
            return done
        new = tuple(items) if any([a is not b for a, b in zip(items, x)]) else x
    elif kind is set or kind is frozenset:
        new = kind([deepcopy(item, memo) for item in x])
    elif kind is bytearray:
        new = x.copy()
    elif kind is _METHOD:
        new = kind(x.__func__, deepcopy(x.__self__, memo))
    elif hasattr(kind, '__deepcopy__'):
        new = kind.__deepcopy__(x, memo)
    else:
        reduce = _reducer(kind)
        if reduce is not None:
            new = _rebuild(x, reduce(x), memo)
        else:
            new = _empty_like(x)
            memo[id(x)] = new
            _fill(new, x, memo)
    if new is not x:
        memo[id(x)] = new
        memo.setdefault(id(memo), []).append(x)     # keeps x alive, its id is in use
    return new


class _Method:
    def m(self):
        pass


_METHOD = type(_Method().m)


def _reducer(kind):
    for base in kind.__mro__:
        if base is object:
            return None
        for name in ('__reduce_ex__', '__reduce__'):
            method = base.__dict__.get(name)
            if method is not None and hasattr(method, '__code__'):
                if name == '__reduce_ex__':
                    return lambda x: method(x, 4)
                return method
    return None


def _rebuild(x, parts, memo):
    if isinstance(parts, str):
        return x
    make, args = parts[0], parts[1]
    if memo is not None:
        args = [deepcopy(a, memo) for a in args]
    new = make(*args)
    if len(parts) > 2 and parts[2] is not None:
        state = parts[2] if memo is None else deepcopy(parts[2], memo)
        if hasattr(new, '__setstate__'):
            new.__setstate__(state)
        else:
            new.__dict__.update(state)
    return new


def _empty_like(x):
    kind = type(x)
    if isinstance(x, BaseException):
        new = kind.__new__(kind, *x.args)
        new.args = x.args
        return new
    args = getattr(x, '__getnewargs__', None)
    if args is not None:
        return kind.__new__(kind, *args())
    for base in (int, float, str, bytes, tuple, frozenset):
        if isinstance(x, base):
            return base.__new__(kind, x)
    if hasattr(kind, 'default_factory'):
        new = kind.__new__(kind)
        new.__init__(x.default_factory)
        return new
    if hasattr(kind, 'maxlen'):
        return kind((), x.maxlen)
    new = getattr(kind, '__new__', None)
    if kind.__module__ == 'builtins' and not hasattr(x, '__dict__') and kind not in (list, dict, set):
        raise TypeError(f'cannot pickle {kind.__name__!r} object')
    if isinstance(x, (list, dict, set)):
        for base in kind.__mro__:
            if base in (list, dict, set):
                return base.__new__(kind)
    return object.__new__(kind) if not hasattr(kind, 'maxlen') else kind()


def _fill(new, x, memo):
    deep = (lambda v: v) if memo is None else (lambda v: deepcopy(v, memo))
    getstate = _own(type(x), '__getstate__')
    if getstate is not None:
        state = deep(getstate(x))
    else:
        state = {}
        for name, value in getattr(x, '__dict__', {}).items():
            state[name] = deep(value)
        for base in type(x).__mro__:
            slots = base.__dict__.get('__slots__', ())
            for name in ([slots] if isinstance(slots, str) else slots):
                if name not in ('__dict__', '__weakref__') and hasattr(x, name):
                    state[name] = deep(getattr(x, name))
    setstate = _own(type(x), '__setstate__')
    if setstate is not None:
        setstate(new, state)
    elif state:
        for name, value in state.items():
            object.__setattr__(new, name, value)
    if isinstance(x, list) or hasattr(type(x), 'maxlen'):
        for item in x:
            new.append(deep(item))
    elif isinstance(x, dict):
        for key, value in x.items():
            new[deep(key)] = deep(value)
    elif isinstance(x, set):
        for item in x:
            new.add(deep(item))
    return new


def _own(kind, name):
    for base in kind.__mro__:
        if name in base.__dict__ and base is not object:
            return base.__dict__[name]
    return None


def replace(obj, /, **changes):
    func = getattr(type(obj), '__replace__', None)
    if func is None:
        raise TypeError(f'replace() does not support {type(obj).__name__} objects')
    return func(obj, **changes)
