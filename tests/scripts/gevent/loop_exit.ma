# Nobody left who could wake the main greenlet: an error, not a hang.
# needs: gevent
import gevent
from gevent.event import Event
try:
    Event().wait()
except BaseException as e:
    print(type(e).__name__, str(e).split('\n')[0])
# expect-output:
# LoopExit This operation would block forever
