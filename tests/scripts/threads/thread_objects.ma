# Thread: subclasses, names, errors, daemons.
# miniasync only: CPython's threads may change the order
import threading, time
def bad(): raise ValueError('oops in thread')
t = threading.Thread(target=bad, name='worker'); t.start(); t.join(); print('main goes on', t.is_alive())
class T(threading.Thread):
    def __init__(self, n): super().__init__(); self.n = n
    def run(self): print('run', self.n, self.name, threading.current_thread() is self)
ts = [T(i) for i in range(2)]
[t.start() for t in ts]; [t.join() for t in ts]
try: ts[0].start()
except RuntimeError as e: print(e)
try: T(1).join()
except RuntimeError as e: print(e)
print(threading.current_thread().name, threading.main_thread() is threading.current_thread(), threading.active_count())
d = threading.Thread(target=time.sleep, args=(5,), daemon=True); d.start(); print(d.daemon)
# expect-output:
# main goes on False
# run 0 Thread-1 True
# run 1 Thread-2 True
# threads can only be started once
# cannot join thread before it is started
# MainThread True 1
# True
