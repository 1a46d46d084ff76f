# asyncio.locks - Lock, Event, Condition, Semaphore, Barrier.
# Each keeps a deque of Futures, one for every sleeping task, in order of arrival. Waking is
# setting a Future; the task itself runs in a later turn. Between the two anything may happen,
# also a cancel: every `except CancelledError` below passes an unused turn on to the next.
# __observed__ is known when this file is compiled: nothing below it is there unless somebody looks at
# the run (miniasync trace).

from _asyncio import CancelledError, _holder, _number
if __observed__:
    from _asyncio import _future_of, _me, _straight, _tell
else:
    from _asyncio import _shorten
from _collections import deque
from asyncio.mixins import LoopBound

__all__ = ('Lock', 'Event', 'Condition', 'Semaphore', 'BoundedSemaphore', 'Barrier')


class BrokenBarrierError(RuntimeError):
    __module__ = 'asyncio.exceptions'


class _Guard:
    # `async with` for what has acquire and release.
    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, kind, error, traceback):
        self.release()


def _describe(thing, state, waiters):
    text = object.__repr__(thing)
    if waiters:
        state = f'{state}, waiters:{len(waiters)}'
    return f'<{text[1:-1]} [{state}]>'


def _somebody_waits(waiters):
    # Those who were cancelled meanwhile do not count.
    for waiter in waiters or ():
        if not waiter.cancelled():
            return True
    return False


class Lock(_Guard, LoopBound):
    def __init__(self):
        self._waiters = None
        self._locked = False
        self._held = None           # who took it and at which line: told when all wait for each other
        if __observed__:
            self._told('new')
        else:
            _number(self)           # reports name it as a trace would

    def __repr__(self):
        return _describe(self, 'locked' if self._locked else 'unlocked', self._waiters)

    if __observed__:
        _owner = None

        def _told(self, op):
            if op == 'acquire':
                self._owner = _me()
            state = f'locked by {self._owner}' if self._locked else 'unlocked'
            _tell(self, 'Lock', op, state, self._waiters)

    def locked(self):
        return self._locked

    async def acquire(self):
        waiters = self._waiters
        if not self._locked and not _somebody_waits(waiters):
            self._locked = True
            self._held = _holder()
            if __observed__:
                self._told('acquire')
                _straight(self)
            return True
        if waiters is None:
            waiters = self._waiters = deque()
        if __observed__:
            turn = _future_of(self, 'lock', self._get_loop())
        else:
            turn = self._get_loop().create_future()
        waiters.append(turn)
        if __observed__:
            self._told('wait')
        try:
            try:
                await turn
            finally:
                waiters.remove(turn)
        except CancelledError:
            if __observed__:
                self._told('leave')
            if not self._locked:
                self._wake_first()
            raise
        self._locked = True
        self._held = _holder()
        if __observed__:
            self._told('acquire')
        return True

    def release(self):
        if not self._locked:
            raise RuntimeError('Lock is not acquired.')
        self._locked = False
        if __observed__:
            self._told('release')
        if self._waiters:
            self._wake_first()

    def _wake_first(self):
        # Only the very first: if it was woken already, its turn is still to come.
        if self._waiters:
            first = self._waiters[0]
            if not first.done():
                first.set_result(True)


class Event(LoopBound):
    def __init__(self):
        self._waiters = deque()
        self._value = False
        if __observed__:
            self._told('new')
        else:
            _number(self)           # reports name it as a trace would

    if __observed__:
        def _told(self, op):
            _tell(self, 'Event', op, 'set' if self._value else 'not set', self._waiters)

    def __repr__(self):
        return _describe(self, 'set' if self._value else 'unset', self._waiters)

    def is_set(self):
        return self._value

    def set(self):
        if not self._value:
            self._value = True
            if __observed__:
                self._told('set')
            for waiter in self._waiters:
                if not waiter.done():
                    waiter.set_result(True)

    def clear(self):
        if __observed__ and self._value:
            self._value = False
            self._told('clear')
        self._value = False

    async def wait(self):
        if self._value:
            if __observed__:
                _straight(self)
            return True
        if __observed__:
            waiter = _future_of(self, 'event', self._get_loop())
        else:
            waiter = self._get_loop().create_future()
        self._waiters.append(waiter)
        if __observed__:
            self._told('wait')
        try:
            await waiter
            return True
        finally:
            self._waiters.remove(waiter)
            if __observed__:
                self._told('leave')


class Condition(_Guard, LoopBound):
    def __init__(self, lock=None):
        if lock is None:
            lock = Lock()
        self._lock = lock
        self.locked = lock.locked
        self.acquire = lock.acquire
        self.release = lock.release
        self._waiters = deque()
        if __observed__:
            self._told('new')
        else:
            _number(self)           # reports name it as a trace would

    if __observed__:
        _part_of = None             # the Barrier that waits by it

        def _told(self, op):
            count = len(self._waiters)
            if self._part_of is None:
                _tell(self, 'Condition', op, f'{count} waiting', self._waiters)
            else:
                barrier = self._part_of
                _tell(barrier, 'Barrier', op, f'{barrier._count} of {barrier._parties} there', self._waiters)

    def __repr__(self):
        return _describe(self, 'locked' if self.locked() else 'unlocked', self._waiters)

    async def wait(self):
        if not self.locked():
            raise RuntimeError('cannot wait on un-acquired lock')
        if __observed__:
            waiter = _future_of(self._part_of or self, 'lock', self._get_loop())
        else:
            waiter = self._get_loop().create_future()
        self.release()
        try:
            try:
                self._waiters.append(waiter)
                if __observed__:
                    self._told('wait')
                try:
                    await waiter
                    return True
                finally:
                    self._waiters.remove(waiter)
                    if __observed__:
                        self._told('leave')
            finally:
                await self._take_back()
        except BaseException:
            self._wake(1)       # whoever notified us meant somebody to go on
            raise

    async def _take_back(self):
        # The lock is held again when wait() ends, however often we are cancelled meanwhile.
        cancelled = None
        while True:
            try:
                await self.acquire()
                break
            except CancelledError as error:
                cancelled = error
        if cancelled is not None:
            try:
                raise cancelled
            finally:
                cancelled = None

    async def wait_for(self, predicate):
        result = predicate()
        if __observed__ and result:
            _straight(self)
        while not result:
            await self.wait()
            result = predicate()
        return result

    def notify(self, n=1):
        if not self.locked():
            raise RuntimeError('cannot notify on un-acquired lock')
        if __observed__:
            self._told('notify')
        self._wake(n)

    def notify_all(self):
        self.notify(len(self._waiters))

    def _wake(self, n):
        for waiter in self._waiters:
            if n <= 0:
                break
            if not waiter.done():
                n -= 1
                waiter.set_result(False)


class Semaphore(_Guard, LoopBound):
    def __init__(self, value=1):
        if value < 0:
            raise ValueError('Semaphore initial value must be >= 0')
        self._waiters = None
        self._value = value
        if __observed__:
            self._most = value
            self._told('new')
        else:
            _number(self)           # reports name it as a trace would

    if __observed__:
        def _told(self, op):
            _tell(self, 'Semaphore', op, f'{self._value} of {self._most}', self._waiters)

    def __repr__(self):
        state = 'locked' if self.locked() else f'unlocked, value:{self._value}'
        return _describe(self, state, self._waiters)

    def locked(self):
        return self._value == 0 or _somebody_waits(self._waiters)

    async def acquire(self):
        if not self.locked():
            self._value -= 1
            if __observed__:
                self._told('acquire')
                _straight(self)
            return True
        if self._waiters is None:
            self._waiters = deque()
        if __observed__:
            turn = _future_of(self, 'lock', self._get_loop())
        else:
            turn = self._get_loop().create_future()
        self._waiters.append(turn)
        if __observed__:
            self._told('wait')
        try:
            try:
                await turn
            finally:
                self._waiters.remove(turn)
        except CancelledError:
            if turn.done() and not turn.cancelled():
                self._value += 1        # the slot was ours already: give it back
            if __observed__:
                self._told('leave')
            raise
        finally:
            while self._value > 0 and self._wake_next():
                pass
        if __observed__:
            self._told('acquire')
        return True

    def release(self):
        self._value += 1
        if __observed__:
            self._told('release')
        self._wake_next()

    def _wake_next(self):
        # Hands a slot over there and then, so that nobody can slip in between.
        for waiter in self._waiters or ():
            if not waiter.done():
                self._value -= 1
                if __observed__:
                    self._told('hand over')
                waiter.set_result(True)
                return True
        return False


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1):
        self._bound_value = value
        super().__init__(value)

    def release(self):
        if self._value >= self._bound_value:
            raise ValueError('BoundedSemaphore released too many times')
        super().release()


class Barrier(LoopBound):
    # filling -> draining (everybody is there) -> filling; reset and abort break in.
    def __init__(self, parties):
        if parties < 1:
            raise ValueError('parties must be > 0')
        self._parties = parties
        self._state = 'filling'
        self._count = 0
        _number(self)
        self._cond = Condition()
        if __observed__:
            self._cond._part_of = self
            self._cond._told('new')

    def __repr__(self):
        state = self._state
        if state != 'broken':
            state = f'{state}, waiters:{self.n_waiting}/{self._parties}'
        return _describe(self, state, None)

    async def __aenter__(self):
        return await self.wait()

    async def __aexit__(self, kind, error, traceback):
        pass

    async def wait(self):
        if __observed__:
            waited = self._state != 'filling' or self._cond.locked()
        async with self._cond:
            await self._cond.wait_for(lambda: self._state not in ('draining', 'resetting'))
            if self._state == 'broken':
                raise BrokenBarrierError('Barrier aborted')
            try:
                place = self._count
                self._count += 1
                if place + 1 == self._parties:
                    self._state = 'draining'
                    self._cond.notify_all()
                    if __observed__ and not waited:
                        _straight(self)
                else:
                    await self._cond.wait_for(lambda: self._state != 'filling')
                    if self._state in ('broken', 'resetting'):
                        raise BrokenBarrierError('Abort or reset of barrier')
                return place
            finally:
                self._count -= 1
                if self._count == 0:
                    if self._state in ('resetting', 'draining'):
                        self._state = 'filling'
                    self._cond.notify_all()

    async def reset(self):
        async with self._cond:
            if self._count > 0:
                self._state = 'resetting'
            else:
                self._state = 'filling'
            self._cond.notify_all()

    async def abort(self):
        async with self._cond:
            self._state = 'broken'
            self._cond.notify_all()

    @property
    def parties(self):
        return self._parties

    @property
    def n_waiting(self):
        return self._count if self._state == 'filling' else 0

    @property
    def broken(self):
        return self._state == 'broken'


if not __observed__:
    _shorten(_Guard, Lock, Event, Semaphore)    # what need not wait is also there in C: shortcut.c
