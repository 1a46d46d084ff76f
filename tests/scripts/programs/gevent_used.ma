# needs: greenlet gevent
import gevent
from gevent import Greenlet, sleep, Timeout
from gevent.event import Event, AsyncResult
from gevent.queue import Queue, Empty
from gevent.pool import Pool, Group
from gevent.lock import BoundedSemaphore


def task(n):
    gevent.sleep(0.01 * n)
    print('task', n)
    return n * n


jobs = [gevent.spawn(task, i) for i in (3, 1, 2)]
gevent.joinall(jobs)
print([j.value for j in jobs])


def asker():
    print('等待')
    evt.wait()
    print('继续')


def setter():
    gevent.sleep(0.002)
    print('set')
    evt.set()


evt = Event()
gevent.joinall([gevent.spawn(setter), gevent.spawn(asker), gevent.spawn(asker)])
a = AsyncResult()
gevent.spawn(lambda: a.set('async value'))
print(a.get())
tasks = Queue()


def boss():
    for i in range(5):
        tasks.put_nowait(i)


def worker(n):
    while not tasks.empty():
        t = tasks.get()
        print(f'Worker {n} got task {t}')
        gevent.sleep(0)
    print('Quitting', n)


gevent.spawn(boss).join()
gevent.joinall([gevent.spawn(worker, n) for n in ('steve', 'john')])
p = Pool(2)
print(p.map(lambda x: x + 1, range(4)))
print(sorted(Group().imap_unordered(lambda x: x * 2, range(3))))
try:
    with Timeout(0.01):
        gevent.sleep(1)
except Timeout as t:
    print('Timeout', t)
with Timeout(0.01, False):
    gevent.sleep(1)
    print('never')


def bad():
    raise ValueError('err')


g = gevent.spawn(bad)
g.join()
print(g.successful(), repr(g.exception), g.value)
try:
    g.get()
except ValueError as e:
    print('get raises', e)
k = gevent.spawn(sleep, 100)
sleep(0)
k.kill()
print(k.dead, k.successful(), repr(k.value))
sem = BoundedSemaphore(2)


def w(n):
    with sem:
        sleep(0.001)
        print('sem', n)


gevent.joinall([gevent.spawn(w, i) for i in range(4)])


class MyGreenlet(Greenlet):
    def __init__(self, msg, n):
        Greenlet.__init__(self)
        self.msg, self.n = msg, n

    def _run(self):
        print(self.msg)
        gevent.sleep(self.n)


m = MyGreenlet('Hi there!', 0.001)
m.start()
m.join()
try:
    Queue().get(timeout=0.001)
except Empty:
    print('empty')
# expect-output:
# task 1
# task 2
# task 3
# [9, 1, 4]
# 等待
# 等待
# set
# 继续
# 继续
# async value
# Worker steve got task 0
# Worker john got task 1
# Worker steve got task 2
# Worker john got task 3
# Worker steve got task 4
# Quitting john
# Quitting steve
# [1, 2, 3, 4]
# [0, 2, 4]
# Timeout 0.01 seconds
# False ValueError('err') None
# get raises err
# True True GreenletExit()
# sem 0
# sem 1
# sem 2
# sem 3
# Hi there!
# empty
