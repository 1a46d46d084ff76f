# gevent.pool - greenlets kept together: Group, and Pool with an upper limit.

from gevent.event import Event
from gevent.hub import Greenlet, GreenletExit, Timeout, joinall, killall
from gevent.lock import DummySemaphore, Semaphore
from queue import Full as _Full

__all__ = ['Group', 'Pool', 'PoolFull']


class PoolFull(_Full):
    pass


class Group:
    greenlet_class = Greenlet

    def __init__(self, *args):
        self.greenlets = {}
        self._empty_event = Event()
        self._empty_event.set()
        for g in (args[0] if len(args) == 1 and not isinstance(args[0], Greenlet) else args):
            self.add(g)

    def __repr__(self):
        return f'<{type(self).__name__} at {id(self):#x} {set(self.greenlets)!r}>'

    def __len__(self):
        return len(self.greenlets)

    def __contains__(self, item):
        return item in self.greenlets

    def __iter__(self):
        return iter(list(self.greenlets))

    def __bool__(self):
        return True

    def add(self, greenlet):
        self.greenlets[greenlet] = None
        self._empty_event.clear()
        greenlet.rawlink(self._discard)

    def _discard(self, greenlet):
        self.greenlets.pop(greenlet, None)
        if not self.greenlets:
            self._empty_event.set()

    discard = _discard

    def start(self, greenlet):
        self.add(greenlet)
        greenlet.start()

    def spawn(self, *args, **kwargs):
        g = self.greenlet_class(*args, **kwargs)
        self.start(g)
        return g

    def join(self, timeout=None, raise_error=False):
        all_of_them = list(self.greenlets)
        result = self._empty_event.wait(timeout)
        if raise_error:
            for g in all_of_them:
                if g.exception is not None:
                    raise g.exception
        return result

    def kill(self, exception=GreenletExit, block=True, timeout=None):
        victims = list(self.greenlets)
        killall(victims, exception, block=block, timeout=timeout)
        for g in victims:
            if g.dead:
                self._discard(g)

    def killone(self, greenlet, exception=GreenletExit, block=True, timeout=None):
        if greenlet in self.greenlets:
            greenlet.kill(exception, block=block, timeout=timeout)

    def full(self):
        return False

    def wait_available(self, timeout=None):
        pass

    def apply(self, func, args=None, kwds=None):
        return self.spawn(func, *(args or ()), **(kwds or {})).get()

    def apply_async(self, func, args=None, kwds=None, callback=None):
        g = self.spawn(func, *(args or ()), **(kwds or {}))
        if callback is not None:
            g.link_value(lambda source: callback(source.value))
        return g

    def apply_cb(self, func, args=None, kwds=None, callback=None):
        result = self.apply(func, args, kwds)
        if callback is not None:
            Greenlet.spawn(callback, result)
        return result

    def map(self, func, iterable):
        return list(self.imap(func, iterable))

    def map_async(self, func, iterable, callback=None):
        def work():
            result = self.map(func, iterable)
            if callback is not None:
                callback(result)
            return result
        return Greenlet.spawn(work)

    def imap(self, func, *iterables, maxsize=None):
        from gevent.queue import Queue
        finished = Queue()
        room = DummySemaphore() if maxsize is None else Semaphore(maxsize)
        over = object()

        def feed():
            place = -1
            for place, args in enumerate(zip(*iterables)):
                room.acquire()
                self.spawn(func, *args).rawlink(lambda g, place=place: finished.put((place, g)))
            finished.put((place + 1, over))

        Greenlet.spawn(feed)
        early = {}                      # finished before their turn
        place = 0
        while True:
            while place not in early:
                at, g = finished.get()
                early[at] = g
            g = early.pop(place)
            if g is over:
                return
            room.release()
            place += 1
            yield g.get()

    def imap_unordered(self, func, *iterables, maxsize=None):
        from gevent.queue import Queue
        finished = Queue()

        def feed():
            count = 0
            for args in zip(*iterables):
                self.spawn(func, *args).rawlink(finished.put)
                count += 1
            finished.put(count)

        Greenlet.spawn(feed)
        left = None
        seen = 0
        while left is None or seen < left:
            g = finished.get()
            if isinstance(g, int):
                left = g
                continue
            seen += 1
            yield g.get()


class Pool(Group):
    def __init__(self, size=None, greenlet_class=None):
        if size is not None and size < 0:
            raise ValueError('size must not be negative: %r' % (size,))
        Group.__init__(self)
        self.size = size
        if greenlet_class is not None:
            self.greenlet_class = greenlet_class
        self._semaphore = DummySemaphore() if size is None else Semaphore(size)

    def full(self):
        return self.free_count() <= 0

    def free_count(self):
        return 1 if self.size is None else max(0, self.size - len(self))

    def wait_available(self, timeout=None):
        if self.size is not None:
            return self._semaphore.wait(timeout=timeout)

    def start(self, greenlet, blocking=True, timeout=None):
        self.add(greenlet, blocking, timeout)
        greenlet.start()

    def add(self, greenlet, blocking=True, timeout=None):
        if not self._semaphore.acquire(blocking, timeout):
            raise PoolFull()
        try:
            Group.add(self, greenlet)
        except:
            self._semaphore.release()
            raise

    def _discard(self, greenlet):
        known = greenlet in self.greenlets
        Group._discard(self, greenlet)
        if known:
            self._semaphore.release()

    discard = _discard
