# needs: greenlet
from greenlet import greenlet, getcurrent, GreenletExit


def bad():
    raise ValueError('bad')


def mid():
    try:
        greenlet(bad).switch()
    except ValueError as e:
        print('mid caught', e)
        raise KeyError('from mid') from e


try:
    greenlet(mid).switch()
except KeyError as e:
    print(repr(e), repr(e.__cause__))
g = greenlet(lambda *a, **k: (a, k))
print(g.switch(1, 2, x=3))
h = greenlet(lambda: getcurrent().parent.switch())
print(h.switch(), h.dead, h.switch('back'), h.dead)
for op in (lambda: greenlet(3).switch(), lambda: greenlet().switch(), lambda: setattr(h, 'parent', 5), lambda: setattr(h, 'parent', h)):
    try:
        op()
    except Exception as e:
        print(type(e).__name__, e)


def loop_():
    n = 0
    while True:
        try:
            n += main.switch(n) or 1
        except ValueError as e:
            print('in', e)
            n = 100


main = getcurrent()
l = greenlet(loop_)
print(l.switch(), l.switch(5), l.switch(), l.throw(ValueError('reset')), l.switch(1))
print(repr(l.throw()), l.dead, bool(l))


def fib():
    a, b = 0, 1
    while 1:
        getcurrent().parent.switch(a)
        a, b = b, a + b


f = greenlet(fib)
print([f.switch() for _ in range(10)])


def deep(n):
    if n:
        return deep(n - 1)
    return getcurrent().parent.switch('deep')


d = greenlet(deep)
print(d.switch(200), d.switch('res'), d.dead)
greenlet(lambda: 1 / 0).switch()
# expect error: ZeroDivisionError: division by zero
# expect-output:
# mid caught bad
# KeyError('from mid') ValueError('bad')
# ((1, 2), {'x': 3})
# () False back True
# TypeError 'int' object is not callable
# AttributeError run
# TypeError GreenletChecker: Expected any type of greenlet, not int
# ValueError cyclic parent chain
# in reset
# 0 5 6 100 101
# GreenletExit() True False
# [0, 1, 1, 2, 3, 5, 8, 13, 21, 34]
# deep res True
