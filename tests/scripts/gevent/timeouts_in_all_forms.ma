# needs: gevent
# Timeout, with_timeout, start_new, get with timeout.
import gevent
from gevent import Timeout
def wait(): gevent.sleep(2)
try: gevent.with_timeout(.01, wait)
except Timeout as e: print('T', e, repr(str(e)))
print(gevent.with_timeout(.01, wait, timeout_value='tv'))
with Timeout(.01, False): wait(); print('not')
class TooLong(Exception): pass
try:
    with Timeout(.01, TooLong): wait()
except TooLong as e: print(repr(e))
t = Timeout.start_new(.01); g = gevent.spawn(wait)
try: g.join(timeout=t)
except Timeout as x: print('same', x is t)
t = Timeout(.01); t.start()
try: gevent.sleep(1)
except Timeout as x: print(x is t, t.pending, x.seconds)
finally: t.cancel()
try: gevent.spawn(wait).get(timeout=.01)
except Timeout as e: print('g', e)
print(gevent.joinall([gevent.spawn(wait)], timeout=.01))
# expect-output:
# T 0.01 seconds '0.01 seconds'
# tv
# TooLong()
# True False 0.01
# g 0.01 seconds
# []
