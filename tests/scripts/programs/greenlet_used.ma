# needs: greenlet
from greenlet import greenlet, getcurrent, GreenletExit
import greenlet as G


def test1(x, y):
    z = gr2.switch(x + y)
    print('test1', z)
    return 'end1'


def test2(u):
    print('test2', u)
    back = gr1.switch(42)
    print('unreached', back)


gr1 = greenlet(test1)
gr2 = greenlet(test2)
print(gr1.switch('hello', ' world'))
print(gr1.dead, gr2.dead, bool(gr2), gr2.parent is getcurrent())
try:
    gr2.throw(ValueError, 'inside')
except ValueError as e:
    print('ValueError', e)
print(gr2.dead)


def gen_like(n):
    parent = getcurrent().parent
    for i in range(n):
        got = parent.switch(i)
        print('got', got)
    return 'done'


g = greenlet(gen_like)
v = g.switch(3)
while not g.dead:
    print('value', v)
    v = g.switch(v * 10)
print(v)


class Scheduler:
    def __init__(self):
        self.ready = []
        self.hub = greenlet(self.loop)

    def spawn(self, fn, *args):
        self.ready.append((greenlet(fn, parent=self.hub), args))

    def pause(self):
        self.ready.append((getcurrent(), ()))
        self.hub.switch()

    def loop(self):
        while self.ready:
            gr, args = self.ready.pop(0)
            gr.switch(*args)
        return 'all done'


s = Scheduler()


def worker(name, n):
    for i in range(n):
        print(name, i)
        s.pause()


s.spawn(worker, '甲', 3)
s.spawn(worker, '乙', 2)
print(s.hub.switch())


def killme():
    try:
        getcurrent().parent.switch('ready')
    except GreenletExit:
        print('killed')
        raise


k = greenlet(killme)
print(k.switch(), repr(k.throw()), k.dead)


def raiser():
    raise KeyError('from greenlet')


try:
    greenlet(raiser).switch()
except KeyError as e:
    print('parent got', e)


class MyG(greenlet):
    def run(self, a, b=2):
        return a + b


print(MyG().switch(1), MyG().switch(1, b=5))
# expect-output:
# test2 hello world
# test1 42
# end1
# True False True True
# ValueError inside
# True
# value 0
# got 0
# value 1
# got 10
# value 2
# got 20
# done
# 甲 0
# 乙 0
# 甲 1
# 乙 1
# 甲 2
# all done
# killed
# ready GreenletExit() True
# parent got 'from greenlet'
# 3 6
