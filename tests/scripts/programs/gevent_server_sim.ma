# needs: greenlet gevent
import gevent
from gevent.queue import Queue, JoinableQueue
from gevent.event import Event, AsyncResult
from gevent.pool import Pool
from gevent.lock import Semaphore
from gevent import monkey
monkey.patch_all()
import time


def worker(name):
    while True:
        item = q.get()
        try:
            gevent.sleep(0.008 * item)
            print(name, 'did', item)
        finally:
            q.task_done()


q = JoinableQueue()
ws = [gevent.spawn(worker, 'w%d' % i) for i in range(2)]
for i in (4, 1, 1):
    q.put(i)
q.join()
gevent.killall(ws)
print([w.dead for w in ws])
t = time.time()
gevent.joinall([gevent.spawn(time.sleep, 0.1) for _ in range(5)])
print(time.time() - t < 0.45)


class Chat:
    def __init__(self):
        self.users = {}

    def post(self, msg):
        for u in self.users.values():
            u.put(msg)

    def user(self, name, n):
        box = self.users[name] = Queue()
        for _ in range(n):
            print(name, '<-', box.get())


c = Chat()
us = [gevent.spawn(c.user, n, 2) for n in ('甲', '乙')]
gevent.sleep(0)
c.post('hi')
c.post('bye')
gevent.joinall(us)


def cb(g):
    print('link', g.value)


g = gevent.spawn(lambda: 'V')
g.link(cb)
gevent.sleep(0.001)
g2 = gevent.spawn_later(0.005, lambda x: x * 2, 21)
print(g2.ready(), g2.get(), g2.ready())
pool = Pool(3)
print(pool.map(lambda n: (gevent.sleep(0.001 * (4 - n)), n)[1], range(4)), pool.free_count())
print(list(pool.imap(len, ['a', 'bb'])), sorted(pool.imap_unordered(len, ['a', 'bb'])))
sem = Semaphore(1)
print(sem.acquire(), sem.acquire(timeout=0.001), sem.locked())
sem.release()
r = AsyncResult()
gevent.spawn(r.set_exception, ValueError('via result'))
try:
    r.get()
except ValueError as e:
    print(e)
e = Event()
print(e.wait(0.001), e.is_set())


def nested():
    inner = [gevent.spawn(lambda i=i: i * i) for i in range(3)]
    return sum(x.get() for x in inner)


print(gevent.spawn(nested).get())
with gevent.Timeout(0.005, False) as to:
    gevent.sleep(1)
    print('no')
try:
    gevent.with_timeout(0.002, gevent.sleep, 1)
except gevent.Timeout as x:
    print('T', x)
print(gevent.with_timeout(0.002, gevent.sleep, 1, timeout_value='默认'))
print(len(gevent.wait([gevent.spawn(lambda: 1)])), gevent.getcurrent() is not None)
# expect-output:
# w1 did 1
# w1 did 1
# w0 did 4
# [True, True]
# True
# 甲 <- hi
# 甲 <- bye
# 乙 <- hi
# 乙 <- bye
# link V
# False 42 True
# [0, 1, 2, 3] 3
# [1, 2] [1, 2]
# True False True
# via result
# False False
# 5
# T 0.002 seconds
# 默认
# 1 True
