# needs: gevent
# Event, AsyncResult, links.
import gevent
from gevent.event import Event, AsyncResult
evt = Event()
def setter(): print('A: wait'); gevent.sleep(.01); print("Ok, I'm done"); evt.set()
def waiter(n): print("I'll wait", n); evt.wait(); print("It's about time", n)
gevent.joinall([gevent.spawn(setter)] + [gevent.spawn(waiter, i) for i in range(3)])
print(evt.is_set(), evt.wait(0)); evt.clear(); print(evt.wait(.001))
a = AsyncResult()
gevent.spawn_later(.005, a.set, 'Hello'); print(a.get(), a.ready(), a.successful(), a.value)
a = AsyncResult(); gevent.spawn_later(.005, a.set_exception, ValueError('ae'))
try: a.get()
except ValueError as e: print(repr(e), a.wait(), a.exception)
g = gevent.spawn(lambda: 5); r = AsyncResult(); g.link(r); print(r.get())
try: AsyncResult().get(timeout=.001)
except gevent.Timeout as e: print(e)
# expect-output:
# A: wait
# I'll wait 0
# I'll wait 1
# I'll wait 2
# Ok, I'm done
# It's about time 0
# It's about time 1
# It's about time 2
# True True
# False
# Hello True True Hello
# ValueError('ae') None ae
# 5
# 0.001 seconds
