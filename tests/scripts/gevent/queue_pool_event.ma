# Queue, Pool, Event.
# needs: gevent
import gevent
from gevent.queue import Queue
from gevent.pool import Pool
from gevent.event import Event, AsyncResult
q = Queue(1)
def prod():
    for i in range(3):
        q.put(i)
gevent.spawn(prod)
print([q.get() for _ in range(3)])
p = Pool(2)
def sq(x):
    gevent.sleep(0.001 * x)
    return x * x
print(p.map(sq, range(5)), [x for x in p.imap(sq, [1, 2])])
e = Event()
ws = [gevent.spawn(e.wait) for _ in range(2)]
gevent.spawn_later(0.01, e.set)
gevent.joinall(ws)
print([w.value for w in ws], e.is_set())
r = AsyncResult()
gevent.spawn(r.set, 5)
print(r.get())
# expect-output:
# [0, 1, 2]
# [0, 1, 4, 9, 16] [1, 4]
# [True, True] True
# 5
