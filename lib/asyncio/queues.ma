# asyncio.queues - Queue, PriorityQueue, LifoQueue.
# put() and get() have a short way for the usual case (room there, something there) and one
# slow way each that sleeps on a Future. Subclasses override _init, _put and _get.

from _collections import deque
from _asyncio import _number
if __observed__:
    from _asyncio import _future_of, _straight, _tell
else:
    from _asyncio import _shorten
from asyncio.mixins import LoopBound

__all__ = ('Queue', 'PriorityQueue', 'LifoQueue', 'QueueFull', 'QueueEmpty', 'QueueShutDown')


class QueueEmpty(Exception):
    pass


class QueueFull(Exception):
    pass


class QueueShutDown(Exception):
    pass


class Queue(LoopBound):
    def __init__(self, maxsize=0):
        self._maxsize = maxsize
        self._getters = deque()
        self._putters = deque()
        self._unfinished_tasks = 0
        self._joiners = deque()
        self._is_shutdown = False
        self._init(maxsize)
        if __observed__:
            self._told('new')
        else:
            _number(self)

    if __observed__:
        def _told(self, op):
            count = len(self._queue)
            state = 'empty' if count == 0 else 'full' if 0 < self._maxsize <= count else ''
            if self._maxsize > 0:
                state = f'{state} {count}/{self._maxsize}'
            elif count:
                state = f'{count} item' if count == 1 else f'{count} items'
            _tell(self, 'Queue', op, state.strip(), self._getters or self._putters or self._joiners)

        def _wake_told(self, sleepers, op):
            # Who is woken has left the queue already: one event tells both.
            first = None
            while sleepers and first is None:
                waiter = sleepers.popleft()
                if not waiter.done():
                    first = waiter
            self._told(op)
            if first is not None:
                first.set_result(None)

    def _init(self, maxsize):
        self._queue = deque()

    def _put(self, item):
        self._queue.append(item)

    def _get(self):
        return self._queue.popleft()

    def __repr__(self):
        return f'<{type(self).__name__} at {id(self):#x} {self._format()}>'

    def __str__(self):
        return f'<{type(self).__name__} {self._format()}>'

    def __class_getitem__(cls, item):
        return cls

    def _format(self):
        text = f'maxsize={self._maxsize!r}'
        if getattr(self, '_queue', None):
            text += f' _queue={list(self._queue)!r}'
        if self._getters:
            text += f' _getters[{len(self._getters)}]'
        if self._putters:
            text += f' _putters[{len(self._putters)}]'
        if self._unfinished_tasks:
            text += f' tasks={self._unfinished_tasks}'
        if self._is_shutdown:
            text += ' shutdown'
        return text

    @property
    def maxsize(self):
        return self._maxsize

    def qsize(self):
        return len(self._queue)

    def empty(self):
        return not self._queue

    def full(self):
        return 0 < self._maxsize <= self.qsize()

    async def put(self, item):
        if __observed__:
            waited = self.full()
        while self.full():
            if self._is_shutdown:
                raise QueueShutDown
            await self._sleep(self._putters, True)
        if self._is_shutdown:
            raise QueueShutDown
        self._put(item)
        self._unfinished_tasks += 1
        if __observed__:
            self._wake_told(self._getters, 'put')
            if not waited:
                _straight(self)
        elif self._getters:
            _wake_next(self._getters)

    def put_nowait(self, item):
        if self._is_shutdown:
            raise QueueShutDown
        if self.full():
            raise QueueFull
        self._put(item)
        self._unfinished_tasks += 1
        if __observed__:
            self._wake_told(self._getters, 'put')
        elif self._getters:
            _wake_next(self._getters)

    async def get(self):
        if __observed__:
            waited = self.empty()
        while self.empty():
            if self._is_shutdown:
                raise QueueShutDown
            await self._sleep(self._getters, False)
        item = self._get()
        if __observed__:
            self._wake_told(self._putters, 'get')
            if not waited:
                _straight(self)
        elif self._putters:
            _wake_next(self._putters)
        return item

    def get_nowait(self):
        if self.empty():
            if self._is_shutdown:
                raise QueueShutDown
            raise QueueEmpty
        item = self._get()
        if __observed__:
            self._wake_told(self._putters, 'get')
        elif self._putters:
            _wake_next(self._putters)
        return item

    async def _sleep(self, sleepers, for_room):
        if __observed__:
            waiter = _future_of(self, 'queue', self._get_loop())
        else:
            waiter = self._get_loop().create_future()
        sleepers.append(waiter)
        if __observed__:
            self._told('wait')
        try:
            await waiter
        except:
            waiter.cancel()
            if waiter in sleepers:
                sleepers.remove(waiter)
                if __observed__:
                    self._told('leave')
            # Woken and cancelled in one turn: pass the wake-up on, if there is still a reason.
            reason = not self.full() if for_room else not self.empty()
            if reason and not waiter.cancelled():
                if __observed__:
                    self._wake_told(sleepers, 'hand over')
                else:
                    _wake_next(sleepers)
            raise

    def task_done(self):
        if self._unfinished_tasks <= 0:
            raise ValueError('task_done() called too many times')
        self._unfinished_tasks -= 1
        if __observed__:
            self._told('task_done')
        if self._unfinished_tasks == 0:
            self._finish()

    async def join(self):
        if self._unfinished_tasks > 0:
            if __observed__:
                waiter = _future_of(self, 'queue', self._get_loop())
            else:
                waiter = self._get_loop().create_future()
            self._joiners.append(waiter)
            if __observed__:
                self._told('join')
            try:
                await waiter
            finally:
                self._joiners.remove(waiter)
                if __observed__:
                    self._told('leave')
        elif __observed__:
            self._told('join')
            _straight(self)

    def _finish(self):
        for waiter in self._joiners:
            if not waiter.done():
                waiter.set_result(True)

    def shutdown(self, immediate=False):
        self._is_shutdown = True
        if immediate:
            while self._queue:
                self._get()
                if self._unfinished_tasks > 0:
                    self._unfinished_tasks -= 1
        sleepers = [*self._getters, *self._putters]
        self._getters.clear()
        self._putters.clear()
        if __observed__:
            self._told('shutdown')
        if immediate and self._unfinished_tasks == 0:
            self._finish()
        for waiter in sleepers:
            if not waiter.done():
                waiter.set_result(None)


def _wake_next(sleepers):
    while sleepers:
        waiter = sleepers.popleft()
        if not waiter.done():
            waiter.set_result(None)
            break


class PriorityQueue(Queue):
    def _init(self, maxsize):
        import heapq
        self._queue = []
        self._push = heapq.heappush
        self._pop = heapq.heappop

    def _put(self, item):
        self._push(self._queue, item)

    def _get(self):
        return self._pop(self._queue)


class LifoQueue(Queue):
    def _init(self, maxsize):
        self._queue = []

    def _put(self, item):
        self._queue.append(item)

    def _get(self):
        return self._queue.pop()


if not __observed__:
    _shorten(Queue, LifoQueue)      # what need not wait is also there in C: shortcut.c
