# gevent - greenlets that wait for each other and for time; see gevent.hub for how.

from gevent.hub import (
    Greenlet, GreenletExit, Timeout, get_hub, getcurrent, idle, iwait, joinall, kill, killall,
    sleep, spawn_raw, wait, with_timeout)

__all__ = ['Greenlet', 'GreenletExit', 'Timeout', 'get_hub', 'getcurrent', 'idle', 'iwait',
           'joinall', 'kill', 'killall', 'sleep', 'spawn', 'spawn_later', 'spawn_raw', 'wait',
           'with_timeout']

spawn = Greenlet.spawn
spawn_later = Greenlet.spawn_later
version_info = (22, 10, 2)
__version__ = '22.10.2'


def __getattr__(name):
    if name in ('event', 'exceptions', 'greenlet', 'local', 'lock', 'monkey', 'pool', 'queue',
                'timeout'):
        import sys
        __import__('gevent.' + name)
        return sys.modules['gevent.' + name]
    raise AttributeError(f"module 'gevent' has no attribute {name!r}")
