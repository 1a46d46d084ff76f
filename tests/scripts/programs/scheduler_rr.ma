from collections import deque
from contextlib import contextmanager


class Sleep:
    def __init__(self, ticks):
        self.ticks = ticks


class Recv:
    def __init__(self, ch):
        self.ch = ch


class Send:
    def __init__(self, ch, v):
        self.ch, self.v = ch, v


class Channel:
    def __init__(self):
        self.buf, self.waiting = deque(), deque()


class Kernel:
    def __init__(self):
        self.ready, self.sleeping, self.tick, self.trace = deque(), [], 0, []

    def spawn(self, name, gen):
        self.ready.append((name, gen, None))

    def run(self, limit=100):
        while self.ready or self.sleeping:
            self.tick += 1
            if self.tick > limit:
                raise RuntimeError('too long')
            for entry in sorted(self.sleeping, key=lambda e: e[0]):
                if entry[0] <= self.tick:
                    self.sleeping.remove(entry)
                    self.ready.append(entry[1:])
            if not self.ready:
                continue
            name, gen, value = self.ready.popleft()
            try:
                op = gen.send(value)
            except StopIteration as e:
                self.trace.append((self.tick, name, 'exit', e.value))
                continue
            if isinstance(op, Sleep):
                self.sleeping.append((self.tick + op.ticks, name, gen, None))
            elif isinstance(op, Recv):
                if op.ch.buf:
                    self.ready.append((name, gen, op.ch.buf.popleft()))
                else:
                    op.ch.waiting.append((name, gen))
            elif isinstance(op, Send):
                if op.ch.waiting:
                    self.ready.append((*op.ch.waiting.popleft(), op.v))
                else:
                    op.ch.buf.append(op.v)
                self.ready.append((name, gen, None))
            else:
                self.ready.append((name, gen, None))


def ping(out, inp, n):
    for i in range(n):
        yield Send(out, i)
        reply = yield Recv(inp)
        print('ping got', reply)
    yield Send(out, None)
    return 'ping done'


def pong(inp, out):
    while (msg := (yield Recv(inp))) is not None:
        yield Sleep(3)
        yield Send(out, f'pong{msg}')
    return 'pong done'


k = Kernel()
a, b = Channel(), Channel()
k.spawn('ping', ping(a, b, 3))
k.spawn('pong', pong(a, b))
k.run()
print(k.trace, k.tick)
# expect-output:
# ping got pong0
# ping got pong1
# ping got pong2
# [(24, 'ping', 'exit', 'ping done'), (25, 'pong', 'exit', 'pong done')] 25
