# gevent.exceptions - see gevent.hub.

from greenlet import GreenletExit
from gevent.hub import BlockingSwitchOutError, LoopExit


class ConcurrentObjectUseError(AssertionError):
    pass


class InvalidThreadUseError(RuntimeError):
    pass
