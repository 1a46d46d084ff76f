# A new greenlet starts in an empty context.
# needs: greenlet
import contextvars
from greenlet import greenlet, getcurrent
v = contextvars.ContextVar('v', default='default')
v.set('main')
def f():
    print(v.get())
    v.set('mine')
    getcurrent().parent.switch()
    print(v.get())
g = greenlet(f)
g.switch()
print(v.get())
g.switch()
print(v.get())
# expect-output:
# default
# main
# mine
# main
