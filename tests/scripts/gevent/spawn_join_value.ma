# spawn, joinall (in order of finishing), value, errors.
# needs: gevent
import gevent
def f(n):
    gevent.sleep(0.01 * n)
    return n
a, b = gevent.spawn(f, 3), gevent.spawn(f, 1)
print(a.ready(), bool(a), a.value)
print([g.value for g in gevent.joinall([a, b])], a.successful(), a.dead, a.get())
g = gevent.spawn(f, 50)
gevent.sleep(0)
g.kill()
print(repr(g.value), g.successful(), g.ready())
try:
    gevent.spawn(5)
except TypeError as e:
    print(e)
t = gevent.Timeout(0.01)
t.start()
try:
    gevent.sleep(1)
except gevent.Timeout as e:
    print(e is t, e)
with gevent.Timeout(0.01, False):
    gevent.sleep(1)
print(gevent.with_timeout(0.01, gevent.sleep, 1, timeout_value='late'))
# expect-output:
# False True None
# [1, 3] True True 3
# GreenletExit() True True
# The run argument or self._run must be callable
# True 0.01 seconds
# late
