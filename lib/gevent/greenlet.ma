# gevent.greenlet - see gevent.hub.

from gevent.hub import Greenlet, joinall, killall
