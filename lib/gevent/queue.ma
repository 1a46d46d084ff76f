# gevent.queue - queues between greenlets.

from _collections import deque
from queue import Empty, Full
from gevent.event import Event
from gevent.hub import Timeout, get_hub, getcurrent
from _asyncio import _number
if __observed__:
    from _asyncio import _tell

__all__ = ['Queue', 'SimpleQueue', 'JoinableQueue', 'PriorityQueue', 'LifoQueue', 'UnboundQueue',
           'Channel', 'Empty', 'Full']


class _AllDone(Event):
    _kind = None                        # part of its queue, for a trace


class SimpleQueue:
    def __init__(self, maxsize=None, items=(), _warn_depth=2):
        self._maxsize = None if maxsize is None or maxsize < 0 else maxsize
        self._getters = deque()
        self._putters = deque()
        self.queue = self._create_queue(items)
        if __observed__:
            self._told('new')
        else:
            _number(self)

    if __observed__:
        def _told(self, op):
            count = len(self.queue)
            state = f'{count} item' if count == 1 else f'{count} items'
            if self._maxsize is not None:
                state = f'{count}/{self._maxsize}'
            _tell(self, 'Queue', op, state, [entry[0] for entry in self._getters or self._putters])

    def _create_queue(self, items=()):
        return deque(items)

    def _put(self, item):
        self.queue.append(item)

    def _get(self):
        return self.queue.popleft()

    def _peek(self):
        return self.queue[0]

    @property
    def maxsize(self):
        return self._maxsize

    def __repr__(self):
        text = f'<{type(self).__name__} at {id(self):#x}'
        if self._maxsize is not None:
            text += f' maxsize={self._maxsize}'
        if self.queue:
            text += f' queue={self.queue!r}'
        if self._getters:
            text += f' getters[{len(self._getters)}]'
        if self._putters:
            text += f' putters[{len(self._putters)}]'
        return text + '>'

    def __bool__(self):
        return True

    def __len__(self):
        return len(self.queue)

    def qsize(self):
        return len(self.queue)

    def empty(self):
        return not self.queue

    def full(self):
        return self._maxsize is not None and len(self.queue) >= self._maxsize

    def _wait(self, sleepers, limit, error):
        # Sleeps among `sleepers`; raises `error` when the limit is over.
        entry = [getcurrent()]
        sleepers.append(entry)
        if __observed__:
            self._told('wait')
        try:
            get_hub().wait()
        except Timeout as late:
            if late is not limit:
                raise
            raise error from None
        finally:
            if entry in sleepers:
                sleepers.remove(entry)
                if __observed__:
                    self._told('leave')

    def _wake(self, sleepers, op):
        entry = sleepers.popleft() if sleepers else None
        if __observed__:
            self._told(op)              # who is woken has left the queue
        if entry:
            get_hub().loop.call_soon(self._switch, entry)

    def _switch(self, entry):
        if not entry[0].dead:
            entry[0].switch()

    def put(self, item, block=True, timeout=None):
        if self.full():
            if not block:
                raise Full
            limit = Timeout.start_new(timeout)
            try:
                while self.full():
                    self._wait(self._putters, limit, Full)
            finally:
                limit.cancel()
        self._put(item)
        self._wake(self._getters, 'put')

    def put_nowait(self, item):
        self.put(item, False)

    def _wait_for_item(self, block, timeout):
        if not self.queue:
            if not block:
                raise Empty
            limit = Timeout.start_new(timeout)
            try:
                while not self.queue:
                    self._wait(self._getters, limit, Empty)
            finally:
                limit.cancel()

    def get(self, block=True, timeout=None):
        self._wait_for_item(block, timeout)
        item = self._get()
        self._wake(self._putters, 'get')
        return item

    def get_nowait(self):
        return self.get(False)

    def peek(self, block=True, timeout=None):
        self._wait_for_item(block, timeout)
        return self._peek()

    def peek_nowait(self):
        return self.peek(False)

    def __iter__(self):
        return self

    def __next__(self):
        item = self.get()
        if item is StopIteration:
            raise item
        return item


class Queue(SimpleQueue):
    def __init__(self, maxsize=None, items=(), unfinished_tasks=None):
        super().__init__(maxsize, items)
        self._all_done = _AllDone()
        self.unfinished_tasks = len(self.queue) if unfinished_tasks is None else unfinished_tasks
        if not self.unfinished_tasks:
            self._all_done.set()

    def _put(self, item):
        super()._put(item)
        self._count_one()

    def _count_one(self):
        self.unfinished_tasks += 1
        self._all_done.clear()

    def task_done(self):
        if self.unfinished_tasks <= 0:
            raise ValueError('task_done() called too many times')
        self.unfinished_tasks -= 1
        if self.unfinished_tasks == 0:
            self._all_done.set()

    def join(self, timeout=None):
        return self._all_done.wait(timeout)


JoinableQueue = Queue


class UnboundQueue(Queue):
    def __init__(self, maxsize=None, items=()):
        super().__init__(None, items)


class LifoQueue(Queue):
    def _create_queue(self, items=()):
        return list(items)

    def _get(self):
        return self.queue.pop()

    def _peek(self):
        return self.queue[-1]


class PriorityQueue(Queue):
    def _create_queue(self, items=()):
        from heapq import heapify
        items = list(items)
        heapify(items)
        return items

    def _put(self, item):
        from heapq import heappush
        heappush(self.queue, item)
        self._count_one()

    def _get(self):
        from heapq import heappop
        return heappop(self.queue)


class Channel:
    # put() and get() meet: each waits for the other.
    def __init__(self, maxsize=1):
        if maxsize != 1:
            raise ValueError('Channels have a maxsize of 1')
        self._items = Queue()
        self._taken = Queue()
        self._waiting = 0

    def put(self, item, block=True, timeout=None):
        if not block and not self._waiting:
            raise Full
        self._items.put(item)
        try:
            self._taken.get(True, timeout)
        except Empty:
            self._items.queue.remove(item)
            raise Full from None

    def get(self, block=True, timeout=None):
        self._waiting += 1
        try:
            item = self._items.get(block, timeout)
        finally:
            self._waiting -= 1
        self._taken.put(None)
        return item

    def put_nowait(self, item):
        self.put(item, False)

    def get_nowait(self):
        return self.get(False)

    def qsize(self):
        return 0

    def empty(self):
        return True

    def full(self):
        return True

    def __iter__(self):
        return self

    def __next__(self):
        item = self.get()
        if item is StopIteration:
            raise item
        return item
