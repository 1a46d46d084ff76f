# Future and Task by hand, over generators and coroutines.
from collections import deque
class Future:
    def __init__(self): self.result = None; self._callbacks = []
    def add_done_callback(self, fn): self._callbacks.append(fn)
    def set_result(self, result):
        self.result = result
        for fn in self._callbacks: fn(self)
    def __iter__(self):
        yield self
        return self.result
    __await__ = __iter__
class Task:
    def __init__(self, coro):
        self.coro = coro
        f = Future(); f.set_result(None)
        self.step(f)
    def step(self, future):
        try:
            next_future = self.coro.send(future.result)
        except StopIteration as e:
            print('task finished', e.value); return
        next_future.add_done_callback(self.step)
pend = deque()
def read(name):
    f = Future(); pend.append((f, name)); r = yield from f
    return r
def fetch(url):
    data = yield from read(url)
    print('got', data)
    more = yield from read(url + '2')
    return data + more
async def afetch(url):
    f = Future(); pend.append((f, url))
    return await f
Task(fetch('u')); Task(fetch('v')); Task(afetch('w'))
while pend:
    f, name = pend.popleft(); print('resolve', name); f.set_result(name.upper())
# expect-output:
# resolve u
# got U
# resolve v
# got V
# resolve w
# task finished W
# resolve u2
# task finished UU2
# resolve v2
# task finished VV2
