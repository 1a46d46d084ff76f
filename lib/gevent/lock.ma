# gevent.lock - Semaphore, BoundedSemaphore, RLock, DummySemaphore.

from _asyncio import _holder
from gevent.hub import Timeout, Waitable, getcurrent


class Semaphore(Waitable):
    _kind = 'Semaphore'

    def __init__(self, value=1, hub=None):
        if value < 0:
            raise ValueError('semaphore initial value must be >= 0')
        self.counter = value
        self._single = value == 1
        self._held = None               # one slot only: who took it and at which line
        self._setup_links()

    def __repr__(self):
        return (f'<{type(self).__name__} at {id(self):#x} counter={self.counter} '
                f'_links[{len(self._links)}]>')

    if __observed__:
        def _state(self):
            return f'{self.counter} left'

    def locked(self):
        return self.counter <= 0

    def ready(self):
        return self.counter > 0

    def release(self):
        self.counter += 1
        self._held = None
        if __observed__:
            self._told('release')
        self._announce()
        return self.counter

    def acquire(self, blocking=True, timeout=None):
        limit = Timeout.start_new(timeout)
        try:
            while self.counter <= 0:
                if not blocking:
                    return False
                self._wait_ready()
        except Timeout as error:
            if error is not limit:
                raise
            return False
        finally:
            limit.cancel()
        self.counter -= 1
        if self._single:
            self._held = _holder()
        if __observed__:
            self._told('acquire')
        return True

    def wait(self, timeout=None):
        self._wait_ready(timeout)
        return self.counter

    def __enter__(self):
        self.acquire()

    def __exit__(self, kind, value, traceback):
        self.release()


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1, hub=None):
        super().__init__(value)
        self._initial_value = value

    def release(self):
        if self.counter >= self._initial_value:
            raise ValueError('Semaphore released too many times')
        return super().release()


class DummySemaphore:
    def __init__(self, value=None):
        pass

    def locked(self):
        return False

    def ready(self):
        return True

    def release(self):
        pass

    def acquire(self, blocking=True, timeout=None):
        return True

    def __enter__(self):
        pass

    def __exit__(self, kind, value, traceback):
        pass


class RLock:
    def __init__(self, hub=None):
        self._block = Semaphore(1)
        self._owner = None
        self._count = 0

    def acquire(self, blocking=True, timeout=None):
        me = getcurrent()
        if self._owner is me:
            self._count += 1
            return True
        if not self._block.acquire(blocking, timeout):
            return False
        self._owner = me
        self._count = 1
        return True

    def release(self):
        if self._owner is not getcurrent():
            raise RuntimeError('cannot release un-acquired lock. Owner: '
                               f'{self._owner!r} Current: {getcurrent()!r}')
        self._count -= 1
        if self._count == 0:
            self._owner = None
            self._block.release()

    def __enter__(self):
        return self.acquire()

    def __exit__(self, kind, value, traceback):
        self.release()
