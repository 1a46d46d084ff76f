# threading - threads that take turns (see _strands): one runs at a time, until it has to wait.

from collections import deque as _deque
from time import monotonic as _time

import _strands
from _strands import wake_all as _wake_all, wake_first as _wake_first, wait_in as _wait_in

__all__ = ['get_ident', 'active_count', 'Condition', 'current_thread', 'enumerate', 'main_thread', 'TIMEOUT_MAX',
           'Event', 'Lock', 'RLock', 'Semaphore', 'BoundedSemaphore', 'Thread', 'Barrier', 'BrokenBarrierError',
           'Timer', 'ThreadError', 'setprofile', 'settrace', 'local', 'stack_size', 'excepthook',
           'ExceptHookArgs', 'get_native_id']

TIMEOUT_MAX = 9223372036.0
ThreadError = RuntimeError


def _limit(blocking, timeout):
    # The seconds an acquire() may wait, or None.
    if timeout is None:
        timeout = -1
    if not blocking and timeout != -1:
        raise ValueError("can't specify a timeout for a non-blocking call")
    if timeout < 0 and timeout != -1:
        raise ValueError('timeout value must be a non-negative number')
    return None if timeout == -1 else timeout


class Lock:
    __module__ = '_thread'
    __qualname__ = 'lock'

    def __init__(self):
        self._owned = False
        self._line = _deque()

    def acquire(self, blocking=True, timeout=-1):
        left = _limit(blocking, timeout)
        end = None if left is None else _time() + left
        while self._owned:
            if not blocking:
                _strands.breathe()
                if self._owned:
                    return False
                break
            if end is not None:
                left = end - _time()
                if left <= 0:
                    return False
            _wait_in(self._line, left)
        self._owned = True
        return True

    def release(self):
        if not self._owned:
            raise RuntimeError('release unlocked lock')
        self._owned = False
        _wake_first(self._line)

    def locked(self):
        return self._owned

    def __enter__(self):
        return self.acquire()

    def __exit__(self, kind, error, traceback):
        self.release()

    def __repr__(self):
        state = 'locked' if self._owned else 'unlocked'
        return f'<{state} _thread.lock object at {id(self):#x}>'


Lock.__name__ = 'lock'


class RLock:
    __module__ = '_thread'

    def __init__(self):
        self._owner = None
        self._count = 0
        self._line = _deque()

    def acquire(self, blocking=True, timeout=-1):
        me = _strands.current()
        if self._owner is me:
            self._count += 1
            return True
        left = _limit(blocking, timeout)
        end = None if left is None else _time() + left
        while self._owner is not None:
            if not blocking:
                return False
            if end is not None:
                left = end - _time()
                if left <= 0:
                    return False
            _wait_in(self._line, left)
        self._owner, self._count = me, 1
        return True

    def release(self):
        if self._owner is not _strands.current():
            raise RuntimeError('cannot release un-acquired lock')
        self._count -= 1
        if self._count == 0:
            self._owner = None
            _wake_first(self._line)

    def _is_owned(self):
        return self._owner is _strands.current()

    def _release_save(self):
        saved, self._count, self._owner = self._count, 0, None
        _wake_first(self._line)
        return saved

    def _acquire_restore(self, saved):
        self.acquire()
        self._count = saved

    def __enter__(self):
        return self.acquire()

    def __exit__(self, kind, error, traceback):
        self.release()

    def __repr__(self):
        state = 'locked' if self._owner is not None else 'unlocked'
        owner = 0 if self._owner is None else self._owner.thread.ident
        return f'<{state} _thread.RLock object owner={owner} count={self._count} at {id(self):#x}>'


class Condition:
    def __init__(self, lock=None):
        self._lock = RLock() if lock is None else lock
        self.acquire = self._lock.acquire
        self.release = self._lock.release
        self._line = _deque()

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *error):
        return self._lock.__exit__(*error)

    def __repr__(self):
        return f'<Condition({self._lock}, {len(self._line)})>'

    def _is_owned(self):
        lock = self._lock
        return lock._is_owned() if isinstance(lock, RLock) else lock.locked()

    def wait(self, timeout=None):
        if not self._is_owned():
            raise RuntimeError('cannot wait on un-acquired lock')
        lock = self._lock
        me = _strands.current()
        self._line.append(me)
        saved = lock._release_save() if isinstance(lock, RLock) else lock.release()
        try:
            if timeout is not None and timeout <= 0:
                return False
            return _strands.park(timeout)
        finally:
            if me in self._line:
                self._line.remove(me)
            if isinstance(lock, RLock):
                lock._acquire_restore(saved)
            else:
                lock.acquire()

    def wait_for(self, predicate, timeout=None):
        end = None
        result = predicate()
        while not result:
            left = timeout
            if timeout is not None:
                if end is None:
                    end = _time() + timeout
                left = end - _time()
                if left <= 0:
                    break
            self.wait(left)
            result = predicate()
        return result

    def notify(self, n=1):
        if not self._is_owned():
            raise RuntimeError('cannot notify on un-acquired lock')
        while n > 0 and self._line:
            _wake_first(self._line)
            n -= 1

    def notify_all(self):
        self.notify(len(self._line))

    notifyAll = notify_all


class Semaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError('semaphore initial value must be >= 0')
        self._value = value
        self._line = _deque()

    def __repr__(self):
        cls = type(self)
        return f'<{cls.__module__}.{cls.__qualname__} at {id(self):#x}: value={self._value}>'

    def acquire(self, blocking=True, timeout=None):
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")
        end = None if timeout is None else _time() + timeout
        left = None
        while self._value == 0:
            if not blocking:
                return False
            if end is not None:
                left = end - _time()
                if left <= 0:
                    return False
            _wait_in(self._line, left)
        self._value -= 1
        return True

    __enter__ = acquire

    def release(self, n=1):
        if n < 1:
            raise ValueError('n must be one or more')
        self._value += n
        for _ in range(n):
            _wake_first(self._line)

    def __exit__(self, kind, error, traceback):
        self.release()


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1):
        Semaphore.__init__(self, value)
        self._initial_value = value

    def __repr__(self):
        cls = type(self)
        return (f'<{cls.__module__}.{cls.__qualname__} at {id(self):#x}: '
                f'value={self._value}/{self._initial_value}>')

    def release(self, n=1):
        if n < 1:
            raise ValueError('n must be one or more')
        if self._value + n > self._initial_value:
            raise ValueError('Semaphore released too many times')
        Semaphore.release(self, n)


class Event:
    def __init__(self):
        self._flag = False
        self._line = _deque()

    def __repr__(self):
        cls = type(self)
        status = 'set' if self._flag else 'unset'
        return f'<{cls.__module__}.{cls.__qualname__} at {id(self):#x}: {status}>'

    def is_set(self):
        if not self._flag:
            _strands.breathe()
        return self._flag

    isSet = is_set

    def set(self):
        self._flag = True
        _wake_all(self._line)

    def clear(self):
        self._flag = False

    def wait(self, timeout=None):
        if not self._flag:
            if timeout is None or timeout > 0:
                _wait_in(self._line, timeout)
            else:
                _strands.breathe()
        return self._flag


class BrokenBarrierError(RuntimeError):
    pass


class Barrier:
    def __init__(self, parties, action=None, timeout=None):
        if parties < 1:
            raise ValueError('parties must be > 0')
        self._cond = Condition(Lock())
        self._action = action
        self._timeout = timeout
        self._parties = parties
        self._state = 0             # 0 filling, 1 draining, -1 resetting, -2 broken
        self._count = 0

    def __repr__(self):
        cls = type(self)
        name = f'{cls.__module__}.{cls.__qualname__}'
        if self.broken:
            return f'<{name} at {id(self):#x}: broken>'
        return f'<{name} at {id(self):#x}: waiters={self.n_waiting}/{self.parties}>'

    def wait(self, timeout=None):
        if timeout is None:
            timeout = self._timeout
        with self._cond:
            while self._state in (-1, 1):
                self._cond.wait()
            if self._state < 0:
                raise BrokenBarrierError
            index = self._count
            self._count += 1
            try:
                if index + 1 == self._parties:
                    self._release()
                else:
                    if not self._cond.wait_for(lambda: self._state != 0, timeout):
                        self._break()
                        raise BrokenBarrierError
                    if self._state < 0:
                        raise BrokenBarrierError
                return index
            finally:
                self._count -= 1
                if self._count == 0 and self._state in (-1, 1):
                    self._state = 0
                    self._cond.notify_all()

    def _release(self):
        try:
            if self._action:
                self._action()
            self._state = 1
            self._cond.notify_all()
        except BaseException:
            self._break()
            raise

    def _break(self):
        self._state = -2
        self._cond.notify_all()

    def reset(self):
        with self._cond:
            if self._count > 0:
                if self._state in (0, -2):
                    self._state = -1
            else:
                self._state = 0
            self._cond.notify_all()

    def abort(self):
        with self._cond:
            self._break()

    @property
    def parties(self):
        return self._parties

    @property
    def n_waiting(self):
        return self._count if self._state == 0 else 0

    @property
    def broken(self):
        return self._state == -2


class local:
    __module__ = '_thread'
    __qualname__ = '_local'

    def __new__(cls, /, *args, **kwargs):
        self = object.__new__(cls)
        object.__setattr__(self, '_local__made', (args, kwargs))
        object.__setattr__(self, '_local__of', {_strands.current(): {}})
        return self

    def _local__dict(self):
        of = object.__getattribute__(self, '_local__of')
        me = _strands.current()
        if me not in of:
            of[me] = {}
            args, kwargs = object.__getattribute__(self, '_local__made')
            type(self).__init__(self, *args, **kwargs)
        return of[me]

    def __getattribute__(self, name):
        if name.startswith('_local__'):
            return object.__getattribute__(self, name)
        own = object.__getattribute__(self, '_local__dict')()
        if name == '__dict__':
            return own
        if name in own:
            return own[name]
        return object.__getattribute__(self, name)

    def __setattr__(self, name, value):
        self._local__dict()[name] = value

    def __delattr__(self, name):
        own = self._local__dict()
        if name not in own:
            raise AttributeError(f'{type(self).__name__!r} object has no attribute {name!r}')
        del own[name]


local.__name__ = '_local'


class ExceptHookArgs(tuple):
    def __new__(cls, args):
        return tuple.__new__(cls, args)

    exc_type = property(lambda self: self[0])
    exc_value = property(lambda self: self[1])
    exc_traceback = property(lambda self: self[2])
    thread = property(lambda self: self[3])


def excepthook(args, /):
    if args.exc_type is SystemExit:
        return
    import sys
    from traceback import print_exception
    print(f'Exception in thread {args.thread.name}:', file=sys.stderr, flush=True)
    print_exception(args.exc_type, args.exc_value, args.exc_traceback)


__excepthook__ = excepthook
_count = 0
_idents = 139900000000000
_native = 0


def _new_name(template):
    global _count
    _count += 1
    return template % _count


def _new_ident():
    global _idents
    _idents += 4096
    return _idents


class Thread:
    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        if group is not None:
            raise AssertionError('group argument must be None for now')
        self._target = target
        if name is None:
            name = _new_name('Thread-%d')
            if target is not None and hasattr(target, '__name__'):
                name += f' ({target.__name__})'
        self._name = str(name)
        self._args = args
        self._kwargs = {} if kwargs is None else kwargs
        self._daemonic = current_thread().daemon if daemon is None else daemon
        self._ident = self._native_id = None
        self._started = self._ended = False
        self._line = _deque()
        self._strand = None
        self._initialized = True

    def __repr__(self):
        status = 'stopped' if self._ended else 'started' if self._started else 'initial'
        if self._daemonic:
            status += ' daemon'
        if self._ident is not None:
            status += f' {self._ident}'
        return f'<{type(self).__name__}({self._name}, {status})>'

    def start(self):
        if not getattr(self, '_initialized', False):
            raise RuntimeError('thread.__init__() not called')
        if self._started:
            raise RuntimeError('threads can only be started once')
        global _native
        self._started = True
        self._ident = _new_ident()
        _native += 1
        self._native_id = _main._native_id + _native
        self._strand = _strands.Strand(self._name)
        self._strand.thread = self
        _alive.append(self)
        _strands.start(self._strand, self._bootstrap)

    def run(self):
        try:
            if self._target is not None:
                self._target(*self._args, **self._kwargs)
        finally:
            del self._target, self._args, self._kwargs

    def _bootstrap(self):
        try:
            self.run()
        except KeyboardInterrupt:
            raise                   # it was meant for the main thread
        except BaseException as error:
            excepthook(ExceptHookArgs((type(error), error, error.__traceback__, self)))
        finally:
            self._end()

    def _end(self):
        self._ended = True
        if self in _alive:
            _alive.remove(self)
        _wake_all(self._line)

    def join(self, timeout=None):
        if not getattr(self, '_initialized', False):
            raise RuntimeError('Thread.__init__() not called')
        if not self._started:
            raise RuntimeError('cannot join thread before it is started')
        if self is current_thread():
            raise RuntimeError('cannot join current thread')
        if self._ended:
            return
        if timeout is not None and timeout <= 0:
            _strands.breathe()
            return
        _wait_in(self._line, timeout)

    def is_alive(self):
        if self._started and not self._ended:
            _strands.breathe()
        return self._started and not self._ended

    @property
    def name(self):
        return self._name

    @name.setter
    def name(self, value):
        self._name = str(value)
        if self._strand is not None:
            self._strand.name = self._name

    @property
    def ident(self):
        return self._ident

    @property
    def native_id(self):
        return self._native_id

    @property
    def daemon(self):
        return self._daemonic

    @daemon.setter
    def daemon(self, value):
        if self._started:
            raise RuntimeError('cannot set daemon status of active thread')
        self._daemonic = value

    def isDaemon(self):
        return self.daemon

    def setDaemon(self, value):
        self.daemon = value

    def getName(self):
        return self.name

    def setName(self, value):
        self.name = value


class Timer(Thread):
    def __init__(self, interval, function, args=None, kwargs=None):
        Thread.__init__(self)
        self.interval = interval
        self.function = function
        self.args = args if args is not None else []
        self.kwargs = kwargs if kwargs is not None else {}
        self.finished = Event()

    def cancel(self):
        self.finished.set()

    def run(self):
        self.finished.wait(self.interval)
        if not self.finished._flag:
            self.function(*self.args, **self.kwargs)
        self.finished.set()


class _MainThread(Thread):
    def __init__(self):
        import os
        self._name = 'MainThread'
        self._daemonic = False
        self._ident = _new_ident()
        self._native_id = os.getpid()
        self._started, self._ended = True, False
        self._line = _deque()
        self._strand = _strands.main
        self._strand.thread = self
        self._initialized = True


def _dummy():
    # The thread of a greenlet that is no Thread of the program (see _strands).
    thread = Thread(name=_new_name('Dummy-%d'), daemon=True)
    thread._started = True
    thread._ident = _new_ident()
    return thread


_alive = []
_main = _MainThread()
_alive.append(_main)


def current_thread():
    return _strands.current().thread


currentThread = current_thread


def main_thread():
    return _main


def get_ident():
    return current_thread().ident


def get_native_id():
    return current_thread().native_id


def enumerate():
    return list(_alive)


def active_count():
    return len(_alive)


activeCount = active_count


def settrace(function):
    pass


setprofile = settrace


def stack_size(size=0):
    return 0


_before_end = []


def _register_atexit(function):
    _before_end.append(function)


def _finish():
    import _threads
    try:
        for function in reversed(_before_end):
            function()
        _main._ended = True
        for thread in list(_alive):
            while thread in _alive and thread is not _main and not thread._daemonic:
                thread.join()
    finally:
        for thread in _alive:
            if thread is not _main:
                _threads.abandon(thread._strand.greenlet)


_strands.at_end(_finish)
