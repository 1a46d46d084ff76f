# queue - queues between threads (threads that take turns: see _strands).

from sys import modules

from _collections import deque

__all__ = ['Empty', 'Full', 'ShutDown', 'Queue', 'PriorityQueue', 'LifoQueue', 'SimpleQueue']


class Empty(Exception):
    __module__ = '_queue'


class Full(Exception):
    pass


class ShutDown(Exception):
    pass


def _check(timeout):
    if timeout is not None and timeout < 0:
        raise ValueError("'timeout' must be a non-negative number")


def _time():
    from time import monotonic
    return monotonic()


def _breathe():
    # Who asks again and again lets other threads go on, where there are any.
    strands = modules.get('_strands')
    if strands is not None:
        strands.breathe()


def _wait(line, end, kind):
    from _strands import wait_in
    left = None
    if end is not None:
        left = end - _time()
        if left <= 0:
            raise kind
    wait_in(line, left)


def _wake_first(line):
    if line:
        modules['_strands'].wake_first(line)


def _wake_all(line):
    if line:
        modules['_strands'].wake_all(line)


class Queue:
    def __init__(self, maxsize=0):
        self.maxsize = maxsize
        self.unfinished_tasks = 0
        self.is_shutdown = False
        self._getters, self._putters, self._joiners = deque(), deque(), deque()
        self._init(maxsize)

    def _init(self, maxsize):
        self.queue = deque()

    def _put(self, item):
        self.queue.append(item)

    def _get(self):
        return self.queue.popleft()

    def _qsize(self):
        return len(self.queue)

    def qsize(self):
        _breathe()
        return self._qsize()

    def empty(self):
        _breathe()
        return not self._qsize()

    def full(self):
        _breathe()
        return 0 < self.maxsize <= self._qsize()

    def put(self, item, block=True, timeout=None):
        if self.is_shutdown:
            raise ShutDown
        if 0 < self.maxsize <= self._qsize():
            if not block:
                raise Full
            _check(timeout)
            end = None if timeout is None else _time() + timeout
            while 0 < self.maxsize <= self._qsize():
                _wait(self._putters, end, Full)
                if self.is_shutdown:
                    raise ShutDown
        self._put(item)
        self.unfinished_tasks += 1
        _wake_first(self._getters)

    def get(self, block=True, timeout=None):
        if not self._qsize():
            if self.is_shutdown:
                raise ShutDown
            if not block:
                _breathe()
                if not self._qsize():
                    raise Empty
            _check(timeout)
            end = None if timeout is None else _time() + timeout
            while not self._qsize():
                _wait(self._getters, end, Empty)
                if self.is_shutdown and not self._qsize():
                    raise ShutDown
        item = self._get()
        _wake_first(self._putters)
        return item

    def put_nowait(self, item):
        self.put(item, block=False)

    def get_nowait(self):
        return self.get(block=False)

    def task_done(self):
        if self.unfinished_tasks <= 0:
            raise ValueError('task_done() called too many times')
        self.unfinished_tasks -= 1
        if self.unfinished_tasks == 0:
            _wake_all(self._joiners)

    def join(self):
        while self.unfinished_tasks:
            _wait(self._joiners, None, None)

    def shutdown(self, immediate=False):
        self.is_shutdown = True
        if immediate:
            while self._qsize():
                self._get()
                if self.unfinished_tasks > 0:
                    self.unfinished_tasks -= 1
            _wake_all(self._joiners)
        _wake_all(self._getters)
        _wake_all(self._putters)


class PriorityQueue(Queue):
    def _init(self, maxsize):
        self.queue = []

    def _put(self, item):
        from heapq import heappush
        heappush(self.queue, item)

    def _get(self):
        from heapq import heappop
        return heappop(self.queue)


class LifoQueue(Queue):
    def _init(self, maxsize):
        self.queue = []

    def _get(self):
        return self.queue.pop()


class SimpleQueue(Queue):
    pass
