# A greenlet that something still holds when the program ends is not killed: its finally never runs.
# needs: greenlet
from greenlet import greenlet, getcurrent, GreenletExit
main = getcurrent()
def f():
    try: main.switch('away')
    finally: print('never printed')
g = greenlet(f)
print(g.switch())
# Into a dead one GreenletExit is no error: its nearest living ancestor gets it as a value.
def dead(): return 'over'
def inner():
    d.throw()
    print('not reached')
d = greenlet(dead)
d.switch()
print(repr(greenlet(inner).switch()))
print('end')
# expect-output:
# away
# GreenletExit()
# end
