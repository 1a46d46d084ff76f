# concurrent.futures.thread - ThreadPoolExecutor.

import os
import threading
from collections import deque

import _strands
from concurrent.futures import _base

_pools = []                         # those that have threads
_number = 0


class BrokenThreadPool(_base.BrokenExecutor):
    pass


class ThreadPoolExecutor(_base.Executor):
    def __init__(self, max_workers=None, thread_name_prefix='', initializer=None, initargs=()):
        global _number
        if max_workers is None:
            max_workers = min(32, (os.cpu_count() or 1) + 4)
        if max_workers <= 0:
            raise ValueError('max_workers must be greater than 0')
        if initializer is not None and not callable(initializer):
            raise TypeError('initializer must be a callable')
        if not thread_name_prefix:
            thread_name_prefix = f'ThreadPoolExecutor-{_number}'
            _number += 1
        self._max_workers = max_workers
        self._thread_name_prefix = thread_name_prefix
        self._initializer, self._initargs = initializer, initargs
        self._threads = []
        self._work = deque()        # (future, function, args, kwargs)
        self._idle = deque()        # strands of threads without work
        self._shutdown = False
        self._broken = False

    def submit(self, fn, /, *args, **kwargs):
        if self._broken:
            raise BrokenThreadPool(self._broken)
        if self._shutdown:
            raise RuntimeError('cannot schedule new futures after shutdown')
        if _closed:
            raise RuntimeError('cannot schedule new futures after interpreter shutdown')
        future = _base.Future()
        self._work.append((future, fn, args, kwargs))
        if self._idle:
            _strands.wake(self._idle.popleft())
        elif len(self._threads) < self._max_workers:
            if not self._threads:
                _pools.append(self)
            name = f'{self._thread_name_prefix}_{len(self._threads)}'
            thread = threading.Thread(target=self._labour, name=name)
            self._threads.append(thread)
            thread.start()
        return future

    def _labour(self):
        if self._initializer is not None:
            try:
                self._initializer(*self._initargs)
            except Exception as error:
                self._break(error)
                return
        while True:
            if self._work:
                self._run(*self._work.popleft())
            elif self._shutdown or _closed:
                return
            else:
                _strands.wait_in(self._idle)

    def _run(self, future, fn, args, kwargs):
        if not future.set_running_or_notify_cancel():
            return
        try:
            result = fn(*args, **kwargs)
        except BaseException as error:
            future.set_exception(error)
        else:
            future.set_result(result)

    def _break(self, error):
        import sys
        from traceback import print_exception
        print('Exception in initializer:', file=sys.stderr)
        print_exception(error)
        self._broken = 'A thread initializer failed, the thread pool is not usable anymore'
        while self._work:
            self._work.popleft()[0].set_exception(BrokenThreadPool(self._broken))

    def shutdown(self, wait=True, *, cancel_futures=False):
        self._shutdown = True
        if cancel_futures:
            while self._work:
                self._work.popleft()[0].cancel()
        _strands.wake_all(self._idle)
        if wait:
            for thread in self._threads:
                thread.join()
            if self in _pools:
                _pools.remove(self)


_closed = False


def _finish():
    global _closed
    _closed = True
    for pool in list(_pools):
        _strands.wake_all(pool._idle)
        for thread in pool._threads:
            thread.join()


threading._register_atexit(_finish)
