# The programs of a gevent tutorial.
# needs: gevent
import gevent, gevent.event, gevent.queue, gevent.pool
from gevent import Greenlet
def task(n): gevent.sleep(0.001 * n); print(f'Task {n} done')
def synchronous(): [task(i) for i in range(1, 4)]
def asynchronous(): gevent.joinall([gevent.spawn(task, i) for i in range(3, 0, -1)])
synchronous(); asynchronous()
def foo(): print('Running in foo'); gevent.sleep(0); print('Explicit context switch to foo again')
def bar(): print('Explicit context to bar'); gevent.sleep(0); print('Implicit context switch back to bar')
gevent.joinall([gevent.spawn(foo), gevent.spawn(bar)])
class MyG(Greenlet):
    def __init__(self, m, n): Greenlet.__init__(self); self.m, self.n = m, n
    def _run(self): print(self.m); gevent.sleep(self.n); return len(self.m)
g = MyG('Hi there!', 0.001); g.start(); g.join(); print(g.value, g.started, g.ready(), g.successful())
def win(): return 'You win!'
def fail(): raise Exception('You fail at failing.')
w = gevent.spawn(win); f = gevent.spawn(fail); print(w.started, f.started)
try: gevent.joinall([w, f])
except Exception as e: print('never', e)
print(w.value, f.value, w.ready(), f.ready(), w.successful(), f.successful(), f.exception)
evt = gevent.event.Event()
def setter(): print('A: wait for me'); gevent.sleep(0.002); print("Ok, I'm done"); evt.set()
def waiter(): print("I'll wait"); evt.wait(); print("It's about time")
gevent.joinall([gevent.spawn(setter), gevent.spawn(waiter), gevent.spawn(waiter)])
tasks = gevent.queue.Queue()
def worker(n):
    while not tasks.empty(): t = tasks.get(); print(f'Worker {n} got task {t}'); gevent.sleep(0)
    print('Quitting time!')
def boss():
    for i in range(1, 6): tasks.put_nowait(i)
gevent.spawn(boss).join(); gevent.joinall([gevent.spawn(worker, n) for n in ('steve', 'john')])
tasks = gevent.queue.Queue(maxsize=2)
def worker2(name):
    try:
        while True: t = tasks.get(timeout=0.005); print(f'W {name} {t}'); gevent.sleep(0)
    except gevent.queue.Empty: print('Quit', name)
def boss2():
    for i in range(5): tasks.put(i)
    print('Assigned all')
gevent.joinall([gevent.spawn(boss2), gevent.spawn(worker2, 'a'), gevent.spawn(worker2, 'b')])
# expect-output:
# Task 1 done
# Task 2 done
# Task 3 done
# Task 1 done
# Task 2 done
# Task 3 done
# Running in foo
# Explicit context to bar
# Explicit context switch to foo again
# Implicit context switch back to bar
# Hi there!
# 9 False True True
# True True
# You win! None True True True False You fail at failing.
# A: wait for me
# I'll wait
# I'll wait
# Ok, I'm done
# It's about time
# It's about time
# Worker steve got task 1
# Worker john got task 2
# Worker steve got task 3
# Worker john got task 4
# Worker steve got task 5
# Quitting time!
# Quitting time!
# W a 0
# W b 1
# W a 2
# W b 3
# Assigned all
# W a 4
# Quit b
# Quit a
