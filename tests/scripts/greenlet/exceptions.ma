# An exception leaving run is raised in the parent; GreenletExit is a result.
# needs: greenlet
from greenlet import greenlet, getcurrent, GreenletExit
def bad(): raise ValueError('v')
try:
    greenlet(bad).switch()
except ValueError as e:
    print(repr(e))
def ex(): raise GreenletExit('x')
print(repr(greenlet(ex).switch()))
main = getcurrent()
def loop():
    while True:
        try:
            main.switch('ready')
        except KeyError as e:
            print('inside', repr(e))
g = greenlet(loop)
print(g.switch(), g.throw(KeyError('k')), g.throw(KeyError, 'two'))
try:
    g.throw(OSError('through'))
except OSError as e:
    print(repr(e), g.dead)
h = greenlet(lambda: 'never')
try:
    h.throw(ValueError('unstarted'))
except ValueError as e:
    print(repr(e), h.dead)
print(repr(greenlet(lambda: 1).throw()), repr(h.throw()))
try:
    g.throw(5)
except TypeError as e:
    print(e)
print(issubclass(GreenletExit, Exception))
try:
    greenlet(5).switch()
except TypeError as e:
    print(e)
try:
    greenlet().switch()
except AttributeError as e:
    print(e)
# expect-output:
# ValueError('v')
# GreenletExit('x')
# inside KeyError('k')
# inside KeyError('two')
# ready ready ready
# OSError('through') True
# ValueError('unstarted') True
# GreenletExit() GreenletExit()
# exceptions must be classes, or instances, not int
# False
# 'int' object is not callable
# run
