# gevent.local - attributes of which each greenlet has its own.

from greenlet import getcurrent
from weakref import WeakKeyDictionary


class local:
    def __init__(self, *args, **kwargs):
        object.__setattr__(self, '_spaces', WeakKeyDictionary())

    def _space(self):
        spaces = object.__getattribute__(self, '_spaces')
        current = getcurrent()
        if current not in spaces:
            spaces[current] = {}
        return spaces[current]

    def __getattr__(self, name):
        space = object.__getattribute__(self, '_space')()
        if name not in space:
            kind = type(self)
            shown = 'gevent._gevent_clocal.local' if kind is local else kind.__name__
            raise AttributeError(f"'{shown}' object has no attribute {name!r}")
        return space[name]

    def __setattr__(self, name, value):
        self._space()[name] = value

    def __delattr__(self, name):
        try:
            del self._space()[name]
        except KeyError:
            raise AttributeError(name) from None
