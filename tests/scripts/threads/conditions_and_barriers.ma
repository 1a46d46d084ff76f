# Condition, Barrier, BoundedSemaphore, Event.
import threading, time
cv = threading.Condition(); q = []
def prod():
    for i in range(3):
        with cv: q.append(i); cv.notify()
        time.sleep(.005)
def cons():
    for _ in range(3):
        with cv:
            while not q: cv.wait()
            print('consumed', q.pop(0))
c = threading.Thread(target=cons); p = threading.Thread(target=prod); c.start(); p.start(); c.join(); p.join()
with cv: print(cv.wait(timeout=.01))
bs = threading.BoundedSemaphore(1)
with bs: pass
try: bs.release()
except ValueError as e: print(e)
br = threading.Barrier(3, action=lambda: print('all here'))
def w(i): r = br.wait(); time.sleep(.001); 
ts = [threading.Thread(target=w, args=(i,)) for i in range(3)]; [t.start() for t in ts]; [t.join() for t in ts]
b2 = threading.Barrier(2)
try: b2.wait(timeout=.01)
except threading.BrokenBarrierError: print('broken', b2.broken)
ev = threading.Event(); print(ev.wait(.001), ev.is_set()); ev.set(); print(ev.wait())
# expect-output:
# consumed 0
# consumed 1
# consumed 2
# False
# Semaphore released too many times
# all here
# broken True
# False False
# True
