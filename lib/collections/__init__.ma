# collections - deque and defaultdict are native; the rest is compiled when first named.

from _collections import defaultdict, deque

__all__ = ['ChainMap', 'Counter', 'OrderedDict', 'UserDict', 'UserList', 'UserString',
           'defaultdict', 'deque', 'namedtuple']

_rooms = {'Counter': '_counter', 'OrderedDict': '_ordered', 'namedtuple': '_named',
          'ChainMap': '_user', 'UserDict': '_user', 'UserList': '_user', 'UserString': '_user'}


def __getattr__(name):
    import sys
    room = _rooms.get(name)
    if room is None:
        if name != 'abc':
            raise AttributeError(f"module 'collections' has no attribute {name!r}")
        __import__('collections.abc')
        return sys.modules['collections.abc']
    room = 'collections.' + room
    __import__(room)
    value = getattr(sys.modules[room], name)
    globals()[name] = value
    return value


def __dir__():
    return sorted(list(globals()) + list(_rooms))
