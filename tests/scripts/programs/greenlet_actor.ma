# needs: greenlet
import greenlet
from greenlet import greenlet as G, getcurrent


class Channel:
    def __init__(self):
        self.queue, self.receivers = [], []

    def send(self, v):
        if self.receivers:
            sched.ready.append((self.receivers.pop(0), v))
        else:
            self.queue.append(v)

    def recv(self):
        if self.queue:
            return self.queue.pop(0)
        self.receivers.append(getcurrent())
        return sched.main.switch()


class Sched:
    def __init__(self):
        self.main = getcurrent()
        self.ready = []

    def go(self, fn, *args):
        g = G(fn)
        self.ready.append((g, args))
        return g

    def yield_(self):
        self.ready.append((getcurrent(), None))
        self.main.switch()

    def run(self):
        while self.ready:
            g, v = self.ready.pop(0)
            if isinstance(v, tuple) and not g:
                g.switch(*v)
            else:
                g.switch(v)


sched = Sched()


def producer(ch, n):
    for i in range(n):
        print('send', i)
        ch.send(i)
        sched.yield_()
    ch.send(None)


def doubler(inp, out):
    while (x := inp.recv()) is not None:
        out.send(x * 2)
    out.send(None)


def printer(inp):
    while (x := inp.recv()) is not None:
        print('got', x)
    print('printer end')


a, b = Channel(), Channel()
gs = [sched.go(printer, b), sched.go(doubler, a, b), sched.go(producer, a, 3)]
sched.run()
print([g.dead for g in gs])


# 从任意深度的递归里 yield
def walk(tree, emit):
    if tree:
        l, v, r = tree
        walk(l, emit)
        emit(v)
        walk(r, emit)


def generator(fn, *args):
    me = getcurrent()

    def run():
        fn(*args, lambda v: me.switch(('v', v)))
        return ('end', None)
    g = G(run)
    while True:
        kind, v = g.switch()
        if kind == 'end':
            return
        yield v


print(list(generator(walk, (((None, 1, None), 2, None), 3, (None, 4, None)))))


def trace(event, args):
    events.append(event)


events = []
greenlet.settrace(trace)
t = G(lambda: 1)
t.switch()
greenlet.settrace(None)
print(events)
try:
    t.throw(KeyError('dead'))
except KeyError as e:
    print(repr(e))
print(t.switch(5), t.dead)
# expect-output:
# send 0
# send 1
# got 0
# send 2
# got 2
# got 4
# printer end
# [True, True, True]
# [1, 2, 3, 4]
# ['switch', 'switch']
# KeyError('dead')
# 5 True
