# put, get, acquire ... that need not wait run in C; whoever changes a method, a field or the moment sees no difference.
import asyncio


async def names():
    q = asyncio.Queue(3)
    c = q.put(1)
    print(type(c).__name__, asyncio.iscoroutine(c), c.cr_running, q.qsize())
    await c
    print(c.cr_frame, q.qsize())
    try:
        await c
    except RuntimeError as e:
        print(e)
    kept = [(d := q.put(2)), await d]
    print(type(kept[0]).__name__, kept[1], q.qsize())
    await asyncio.gather(q.put(item=3), q.get())
    print(await asyncio.wait_for(q.get(), 1), q.qsize())
    for args in ((), (1, 2)):
        try:
            await q.put(*args)
        except TypeError as e:
            print(e)
    try:
        await q.get(1)
    except TypeError as e:
        print(e)
    print(await asyncio.create_task(q.get()), q.empty(), q.full())
    for op in (q.get_nowait, lambda: [q.put_nowait(i) for i in range(5)]):
        try:
            op()
        except (asyncio.QueueEmpty, asyncio.QueueFull) as e:
            print(type(e).__name__, q.qsize())


class Doubled(asyncio.Queue):
    def _put(self, item):
        super()._put(item)
        super()._put(item)


class Logged(asyncio.Queue):
    def _get(self):
        print('taken')
        return super()._get()

    async def put(self, item):
        print('putting', item)
        return await super().put(item)


class Tight(asyncio.Queue):
    def full(self):
        return self.qsize() >= 1


class Sets(asyncio.Queue):
    def __setattr__(self, name, value):
        if name == '_unfinished_tasks':
            print(name, value)
        super().__setattr__(name, value)


class Stack(asyncio.LifoQueue):
    def _init(self, maxsize):
        self._queue = ['bottom']


class Flood(asyncio.Queue):
    def _init(self, maxsize):
        super()._init(maxsize)
        self.seen = 0

    @property
    def _unfinished_tasks(self):
        return self.seen

    @_unfinished_tasks.setter
    def _unfinished_tasks(self, n):
        self.seen = n * 10


async def subclasses():
    for cls in (Doubled, Logged, Tight, Sets, Stack, Flood, asyncio.LifoQueue, asyncio.PriorityQueue):
        q = cls(4)
        for i in '21':
            try:
                await asyncio.wait_for(q.put(i), 0.01)
            except TimeoutError:
                print('no room')
        try:
            q.put_nowait('0')
        except asyncio.QueueFull:
            print('full')
        print(cls.__name__, q.qsize(), await q.get())
        while q.qsize():
            print(await q.get())
        print(str(q), getattr(q, 'seen', None))


async def patched():
    q = asyncio.Queue()
    await q.put(1)
    q._put = lambda item: q._queue.append(-item)
    await q.put(2)
    print(await q.get(), await q.get())
    del q._put
    old = asyncio.Queue._get
    asyncio.Queue._get = lambda self: ('got', old(self))
    await q.put(3)
    print(await q.get())
    asyncio.Queue._get = old
    await q.put(4)
    print(await q.get())
    q._maxsize = 1.5
    await q.put(5)
    print(q.full())
    await q.put(6)
    print(q.full(), vars(q)['_maxsize'], q.qsize())
    await q.get()
    await q.put(7)
    print(await q.get(), q.get_nowait())


async def waiters():
    q, order = asyncio.Queue(1), []

    async def take(n):
        order.append((n, await q.get()))

    takers = [asyncio.create_task(take(i)) for i in range(3)]
    await asyncio.sleep(0)
    takers[0].cancel()
    await q.put('a')
    print(q.qsize())
    await asyncio.sleep(0)
    await q.put('b')
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(order, [t.cancelled() for t in takers])
    for _ in range(2):
        q.task_done()
    try:
        q.task_done()
    except ValueError as e:
        print(e)
    await q.join()
    q.shutdown()
    for op in (q.put(1), q.get()):
        try:
            await op
        except asyncio.QueueShutDown as e:
            print(type(e).__name__)
    try:
        await q.put(1)
    except asyncio.QueueShutDown as e:
        print(type(e).__name__)


class Shy(asyncio.Lock):
    async def acquire(self):
        print('asks')
        return await super().acquire()

    def release(self):
        print('gives back')
        super().release()


class Short(asyncio.Semaphore):
    def locked(self):
        return self._value < 2 or super().locked()


async def locks():
    for lock in (asyncio.Lock(), Shy(), asyncio.Semaphore(2), asyncio.BoundedSemaphore(2), asyncio.Condition()):
        async with lock as got:
            print(type(lock).__name__, got, lock.locked(), repr(lock).split(' [')[1])
            try:
                async with asyncio.timeout(0):
                    async with lock:
                        print('twice')
                        await asyncio.sleep(1)
            except TimeoutError:
                print('in vain')
        print(lock.locked(), repr(lock).split(' [')[1])
        try:
            async with lock:
                raise KeyError(1)
        except KeyError as e:
            print('KeyError', e, lock.locked())
        try:
            print(lock.release())
        except (RuntimeError, ValueError) as e:
            print(e)
    short = Short(2)
    print(await short.acquire(), short.locked())
    try:
        await asyncio.wait_for(short.acquire(), 0.01)
    except TimeoutError:
        print('short')
    event = asyncio.Event()
    w = asyncio.create_task(event.wait())
    await asyncio.sleep(0)
    print(event.is_set(), event.set(), event.is_set(), await event.wait(), w.done(), await w)
    print(event.clear(), event.is_set(), repr(event).split(' [')[1])


async def handing_over():
    lock, semaphore, order = asyncio.Lock(), asyncio.Semaphore(1), []

    async def use(guard, n, count):
        for i in range(count):
            async with guard:
                order.append((n, i))
                await asyncio.sleep(0)

    for guard in (lock, semaphore):
        await asyncio.gather(*[use(guard, n, 2) for n in 'abc'])
        print(order)
        order.clear()
    await semaphore.acquire()
    ts = [asyncio.create_task(use(semaphore, n, 1)) for n in 'de']
    await asyncio.sleep(0)
    ts[0].cancel()
    semaphore.release()
    print(semaphore.locked(), semaphore._value)
    await asyncio.wait(ts)
    print(order, semaphore._value, ts[0].cancelled())


for part in (names, subclasses, patched, waiters, locks, handing_over):
    asyncio.run(part())
# expect-output:
# coroutine True False 0
# None 1
# cannot reuse already awaited coroutine
# coroutine None 2
# 2 1
# Queue.put() missing 1 required positional argument: 'item'
# Queue.put() takes 2 positional arguments but 3 were given
# Queue.get() takes 1 positional argument but 2 were given
# 3 True False
# QueueEmpty 0
# QueueFull 3
# full
# Doubled 4 2
# 2
# 1
# 1
# <Doubled maxsize=4 tasks=2> None
# putting 2
# putting 1
# taken
# Logged 3 2
# taken
# 1
# taken
# 0
# <Logged maxsize=4 tasks=3> None
# no room
# full
# Tight 1 2
# <Tight maxsize=4 tasks=1> None
# _unfinished_tasks 0
# _unfinished_tasks 1
# _unfinished_tasks 2
# _unfinished_tasks 3
# Sets 3 2
# 1
# 0
# <Sets maxsize=4 tasks=3> None
# Stack 4 0
# 1
# 2
# bottom
# <Stack maxsize=4 tasks=3> None
# Flood 3 2
# 1
# 0
# <Flood maxsize=4 tasks=1110> 1110
# LifoQueue 3 0
# 1
# 2
# <LifoQueue maxsize=4 tasks=3> None
# PriorityQueue 3 0
# 1
# 2
# <PriorityQueue maxsize=4 tasks=3> None
# 1 -2
# ('got', 3)
# 4
# False
# True 1.5 2
# 6 7
# 1
# [(1, 'a'), (2, 'b')] [True, False, False]
# task_done() called too many times
# QueueShutDown
# QueueShutDown
# QueueShutDown
# Lock None True locked]>
# in vain
# False unlocked]>
# KeyError 1 False
# Lock is not acquired.
# asks
# Shy None True locked]>
# asks
# in vain
# gives back
# False unlocked]>
# asks
# gives back
# KeyError 1 False
# gives back
# Lock is not acquired.
# Semaphore None False unlocked, value:1]>
# twice
# in vain
# False unlocked, value:2]>
# KeyError 1 False
# None
# BoundedSemaphore None False unlocked, value:1]>
# twice
# in vain
# False unlocked, value:2]>
# KeyError 1 False
# BoundedSemaphore released too many times
# Condition None True locked]>
# in vain
# False unlocked]>
# KeyError 1 False
# Lock is not acquired.
# True True
# short
# False None True True False True
# None False unset]>
# [('a', 0), ('b', 0), ('c', 0), ('a', 1), ('b', 1), ('c', 1)]
# [('a', 0), ('b', 0), ('c', 0), ('a', 1), ('b', 1), ('c', 1)]
# True 0
# [('e', 0)] 1 True
