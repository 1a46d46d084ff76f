# concurrent.futures._base - Future, and waiting for several.

from collections import deque, namedtuple
from time import monotonic

import _strands

FIRST_COMPLETED = 'FIRST_COMPLETED'
FIRST_EXCEPTION = 'FIRST_EXCEPTION'
ALL_COMPLETED = 'ALL_COMPLETED'
PENDING, RUNNING, CANCELLED = 'PENDING', 'RUNNING', 'CANCELLED'
CANCELLED_AND_NOTIFIED, FINISHED = 'CANCELLED_AND_NOTIFIED', 'FINISHED'
_OVER = (CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED)
_WORDS = {PENDING: 'pending', RUNNING: 'running', CANCELLED: 'cancelled',
          CANCELLED_AND_NOTIFIED: 'cancelled', FINISHED: 'finished'}

TimeoutError = TimeoutError


class Error(Exception):
    pass


class CancelledError(Error):
    pass


class InvalidStateError(Error):
    pass


class BrokenExecutor(RuntimeError):
    pass


class Future:
    def __init__(self):
        self._state = PENDING
        self._result = self._exception = None
        self._line = deque()            # who waits for the end
        self._callbacks = []

    def __repr__(self):
        text = f'<{type(self).__name__} at {id(self):#x} state={_WORDS[self._state]}'
        if self._state == FINISHED:
            if self._exception is not None:
                text += f' raised {type(self._exception).__name__}'
            else:
                text += f' returned {type(self._result).__name__}'
        return text + '>'

    def _over(self):
        _strands.wake_all(self._line)
        for callback in self._callbacks:
            self._tell(callback)

    def _tell(self, callback):
        try:
            callback(self)
        except Exception as error:
            import sys
            from traceback import print_exception
            print(f'exception calling callback for {self!r}', file=sys.stderr)
            print_exception(error)

    def cancel(self):
        if self._state in (RUNNING, FINISHED):
            return False
        if self._state == PENDING:
            self._state = CANCELLED
            self._over()
        return True

    def cancelled(self):
        return self._state in (CANCELLED, CANCELLED_AND_NOTIFIED)

    def running(self):
        return self._state == RUNNING

    def done(self):
        if self._state not in _OVER:
            _strands.breathe()
        return self._state in _OVER

    def add_done_callback(self, fn):
        if self._state not in _OVER:
            self._callbacks.append(fn)
        else:
            self._tell(fn)

    def _wait(self, timeout):
        if self._state not in _OVER:
            _strands.wait_in(self._line, timeout)
        if self.cancelled():
            raise CancelledError()
        if self._state != FINISHED:
            raise TimeoutError()

    def result(self, timeout=None):
        self._wait(timeout)
        if self._exception is not None:
            try:
                raise self._exception
            finally:
                self = None
        return self._result

    def exception(self, timeout=None):
        self._wait(timeout)
        return self._exception

    def set_running_or_notify_cancel(self):
        if self._state == CANCELLED:
            self._state = CANCELLED_AND_NOTIFIED
            return False
        if self._state == PENDING:
            self._state = RUNNING
            return True
        raise RuntimeError('Future in unexpected state')

    def set_result(self, result):
        if self._state in _OVER:
            raise InvalidStateError(f'{self._state}: {self!r}')
        self._result = result
        self._state = FINISHED
        self._over()

    def set_exception(self, exception):
        if self._state in _OVER:
            raise InvalidStateError(f'{self._state}: {self!r}')
        self._exception = exception
        self._state = FINISHED
        self._over()


DoneAndNotDoneFutures = namedtuple('DoneAndNotDoneFutures', 'done not_done')


def _wait_for_any(futures, timeout):
    # Until one of these, none of which is over, is.
    me = _strands.current()
    for future in futures:
        future._line.append(me)
    try:
        return _strands.park(timeout)
    finally:
        for future in futures:
            if me in future._line:
                future._line.remove(me)


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError(f'Invalid return condition: {return_when!r}')
    fs = list(dict.fromkeys(fs))
    end = None if timeout is None else monotonic() + timeout
    left = None
    while True:
        done = [f for f in fs if f._state in _OVER]
        rest = [f for f in fs if f._state not in _OVER]
        if not rest or done and return_when == FIRST_COMPLETED:
            break
        if return_when == FIRST_EXCEPTION and [f for f in done if not f.cancelled() and f._exception is not None]:
            break
        if end is not None:
            left = end - monotonic()
            if left <= 0:
                break
        _wait_for_any(rest, left)
    return DoneAndNotDoneFutures(set(done), set(rest))


def as_completed(fs, timeout=None):
    end = None if timeout is None else monotonic() + timeout
    fs = list(dict.fromkeys(fs))
    total = len(fs)
    finished = []
    rest = []
    for future in fs:
        if future._state in _OVER:
            finished.append(future)
        else:
            rest.append(future)
            future._callbacks.append(finished.append)
    left = None
    while finished or rest:
        while finished:
            future = finished.pop(0)
            if future in rest:
                rest.remove(future)
            yield future
        if not rest:
            break
        if end is not None:
            left = end - monotonic()
            if left <= 0:
                raise TimeoutError(f'{len(rest)} (of {total}) futures unfinished')
        if not finished:
            _wait_for_any(rest, left)


class Executor:
    def submit(self, fn, /, *args, **kwargs):
        raise NotImplementedError()

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        end = None if timeout is None else monotonic() + timeout
        fs = [self.submit(fn, *args) for args in zip(*iterables)]

        def results():
            try:
                fs.reverse()
                while fs:
                    if end is None:
                        yield fs.pop().result()
                    else:
                        yield fs.pop().result(max(end - monotonic(), 0))
            finally:
                for future in fs:
                    future.cancel()
        return results()

    def shutdown(self, wait=True, *, cancel_futures=False):
        pass

    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        self.shutdown(wait=True)
        return False
