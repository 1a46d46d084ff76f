# gevent.timeout - see gevent.hub.

from gevent.hub import Timeout, with_timeout
