# threading.excepthook, SystemExit in a thread, reprs.
import threading
def hook(a): print('hook', a.exc_type.__name__, a.exc_value, a.thread.name)
threading.excepthook = hook
def b(): raise KeyError('x')
t = threading.Thread(target=b); t.start(); t.join()
import sys
def ex(): sys.exit(3)
t = threading.Thread(target=ex); t.start(); t.join(); print('still')
print(repr(threading.Lock())[:30], repr(threading.Event())[:27], repr(t).split(',')[0])
# expect-output:
# hook KeyError 'x' Thread-1 (b)
# hook SystemExit 3 Thread-2 (ex)
# still
# <unlocked _thread.lock object  <threading.Event at 0x7fd87 <Thread(Thread-2 (ex)
