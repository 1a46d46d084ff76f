# A scheduler over coroutines by hand, with sleep and a queue.
from collections import deque
import time, heapq
class Scheduler:
    def __init__(self):
        self.ready = deque(); self.sleeping = []; self.sequence = 0; self.current = None
    def call_soon(self, func): self.ready.append(func)
    def call_later(self, delay, func):
        self.sequence += 1
        heapq.heappush(self.sleeping, (time.time() + delay, self.sequence, func))
    def run(self):
        while self.ready or self.sleeping:
            if not self.ready:
                deadline, _, func = heapq.heappop(self.sleeping)
                delta = deadline - time.time()
                if delta > 0: time.sleep(delta)
                self.ready.append(func)
            while self.ready:
                func = self.ready.popleft()
                func()
    def new_task(self, coro): self.ready.append(Task(coro))
    async def sleep(self, delay):
        self.call_later(delay, self.current)
        self.current = None
        await switch()
class Task:
    def __init__(self, coro): self.coro = coro
    def __call__(self):
        try:
            sched.current = self
            self.coro.send(None)
            if sched.current: sched.ready.append(self)
        except StopIteration: pass
class Awaitable:
    def __await__(self): yield
def switch(): return Awaitable()
class QueueClosed(Exception): pass
class AsyncQueue:
    def __init__(self): self.items = deque(); self.waiting = deque(); self._closed = False
    def close(self):
        self._closed = True
        if self.waiting and not self.items: sched.ready.append(self.waiting.popleft())
    async def put(self, item):
        if self._closed: raise QueueClosed()
        self.items.append(item)
        if self.waiting: sched.ready.append(self.waiting.popleft())
    async def get(self):
        while not self.items:
            if self._closed: raise QueueClosed()
            self.waiting.append(sched.current); sched.current = None
            await switch()
        return self.items.popleft()
sched = Scheduler()
async def producer(q, count):
    for n in range(count):
        print('Producing', n); await q.put(n); await sched.sleep(0.01)
    print('Producer done'); q.close()
async def consumer(q):
    try:
        while True:
            item = await q.get()
            if item is None: break
            print('Consuming', item)
    except QueueClosed: print('Consumer done')
q = AsyncQueue()
sched.new_task(producer(q, 5)); sched.new_task(consumer(q))
sched.run()
# expect-output:
# Producing 0
# Consuming 0
# Producing 1
# Consuming 1
# Producing 2
# Consuming 2
# Producing 3
# Consuming 3
# Producing 4
# Consuming 4
# Producer done
# Consumer done
