import heapq
import itertools


class Loop:
    def __init__(self):
        self.now = 0.0
        self.ready = []
        self.timers = []
        self.seq = itertools.count()

    def call_soon(self, fn, *args):
        self.ready.append((fn, args))

    def call_later(self, delay, fn, *args):
        heapq.heappush(self.timers, (self.now + delay, next(self.seq), fn, args))

    def run(self):
        while self.ready or self.timers:
            if not self.ready:
                when, _, fn, args = heapq.heappop(self.timers)
                self.now = max(self.now, when)
                self.ready.append((fn, args))
            todo, self.ready = self.ready, []
            for fn, args in todo:
                fn(*args)


class Future:
    def __init__(self, loop):
        self.loop, self.result, self.callbacks, self.done = loop, None, [], False

    def set_result(self, value):
        self.result, self.done = value, True
        for cb in self.callbacks:
            self.loop.call_soon(cb, self)

    def __await__(self):
        if not self.done:
            yield self
        return self.result

    __iter__ = __await__


class Task(Future):
    def __init__(self, coro, loop):
        super().__init__(loop)
        self.coro = coro
        loop.call_soon(self.step, None)

    def step(self, _):
        try:
            fut = self.coro.send(None)
        except StopIteration as e:
            self.set_result(e.value)
        else:
            fut.callbacks.append(self.step)


loop = Loop()


def sleep(delay, value=None):
    fut = Future(loop)
    loop.call_later(delay, fut.set_result, value)
    return fut


async def worker(name, n):
    for i in range(n):
        await sleep(0.5 * (i + 1))
        print(f'[{loop.now:5.2f}] {name} step {i}')
    return name.upper()


def gen_worker(name):
    x = yield from sleep(1.25, 'val')
    print(f'[{loop.now:5.2f}] {name} got {x}')
    return x


async def main():
    tasks = [Task(worker('a', 3), loop), Task(worker('b', 2), loop), Task(gen_worker('g'), loop)]
    for t in tasks:
        print('->', await t, t.done)
    return 'done'


t = Task(main(), loop)
loop.run()
print(t.result, loop.now)
# expect-output:
# [ 0.50] a step 0
# [ 0.50] b step 0
# [ 1.25] g got val
# [ 1.50] a step 1
# [ 1.50] b step 1
# [ 3.00] a step 2
# -> A True
# -> B True
# -> val True
# done 3.0
