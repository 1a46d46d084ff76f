# asyncio.waits - waiting for many: gather, wait, shield, as_completed.
# None of them looks at its tasks again and again: each hangs a callback on every Future and
# sleeps on one of its own, which the last callback sets.

from _asyncio import (
    _GatheringFuture, current_task, ensure_future, gather, get_event_loop,
    get_running_loop, iscoroutine, isfuture)

__all__ = ('gather', 'wait', 'shield', 'as_completed')


async def wait(fs, *, timeout=None, return_when='ALL_COMPLETED'):
    if isfuture(fs) or iscoroutine(fs):
        raise TypeError(f'expect a list of futures, not {type(fs).__name__}')
    if not fs:
        raise ValueError('Set of Tasks/Futures is empty.')
    if return_when not in ('FIRST_COMPLETED', 'FIRST_EXCEPTION', 'ALL_COMPLETED'):
        raise ValueError(f'Invalid return_when value: {return_when}')
    fs = list(dict.fromkeys(fs))
    loop = get_running_loop()
    if any([iscoroutine(f) for f in fs]):
        # asyncio.run(asyncio.wait([coro, ...])) of older programs: wrap, as Python did until
        # 3.10. Inside a running program that is refused, as since 3.11.
        task = current_task(loop)
        code = getattr(task and task.get_coro(), 'cr_code', None)
        if code is not wait.__code__:
            raise TypeError('Passing coroutines is forbidden, use tasks explicitly.')
        fs = [ensure_future(f, loop=loop) for f in fs]
    for f in fs:
        if not isfuture(f):
            raise TypeError('An asyncio.Future, a coroutine or an awaitable is required')

    waiter, stop_waiting = _wait(fs, loop, timeout, return_when)
    try:
        await waiter
    finally:
        stop_waiting()
    done = set()
    pending = set()
    for f in fs:
        if f.done():
            done.add(f)
        else:
            pending.add(f)
    return done, pending


def _wait(fs, loop, timeout, return_when):
    # What wait() sleeps on, and what takes the callbacks out again.
    waiter = loop.create_future()
    timer = None
    if timeout is not None:
        timer = loop.call_later(timeout, _release_waiter, waiter)
    counter = len(fs)

    def _on_completion(f):
        nonlocal counter
        counter -= 1
        if counter > 0 and return_when != 'FIRST_COMPLETED':
            if return_when == 'ALL_COMPLETED' or f.cancelled() or f.exception() is None:
                return
        if timer is not None:
            timer.cancel()
        if not waiter.done():
            waiter.set_result(None)

    def stop_waiting():
        if timer is not None:
            timer.cancel()
        for f in fs:
            f.remove_done_callback(_on_completion)

    for f in fs:
        f.add_done_callback(_on_completion)
    return waiter, stop_waiting


def _release_waiter(waiter):
    if not waiter.done():
        waiter.set_result(None)


def shield(arg):
    inner = ensure_future(arg)
    if inner.done():
        return inner
    outer = inner.get_loop().create_future()

    def _inner_done_callback(inner):
        if outer.cancelled():
            if not inner.cancelled():
                inner.exception()
        elif inner.cancelled():
            outer.cancel()
        else:
            error = inner.exception()
            if error is not None:
                outer.set_exception(error)
            else:
                outer.set_result(inner.result())

    def _outer_done_callback(outer):
        if not inner.done():
            inner.remove_done_callback(_inner_done_callback)

    inner.add_done_callback(_inner_done_callback)
    outer.add_done_callback(_outer_done_callback)
    return outer


class _AsCompletedIterator:
    def __init__(self, aws, timeout):
        from asyncio.queues import Queue
        loop = get_event_loop()
        self._done = Queue()
        self._timer = None
        self._todo = {ensure_future(aw, loop=loop): None for aw in dict.fromkeys(aws)}
        self._left = len(self._todo)
        for fut in self._todo:
            fut.add_done_callback(self._handle_completion)
        if self._todo and timeout is not None:
            self._timer = loop.call_later(timeout, self._handle_timeout)

    def __iter__(self):
        return self

    def __next__(self):
        if not self._left:
            raise StopIteration
        self._left -= 1
        return self._wait_for_one(resolve=True)

    def __aiter__(self):
        return self

    async def __anext__(self):
        if not self._left:
            raise StopAsyncIteration
        self._left -= 1
        return await self._wait_for_one()

    def _handle_timeout(self):
        for fut in self._todo:
            fut.remove_done_callback(self._handle_completion)
            self._done.put_nowait(None)
        self._todo.clear()

    def _handle_completion(self, fut):
        if not self._todo:
            return
        del self._todo[fut]
        self._done.put_nowait(fut)
        if not self._todo and self._timer is not None:
            self._timer.cancel()

    async def _wait_for_one(self, resolve=False):
        fut = await self._done.get()
        if fut is None:
            raise TimeoutError
        return fut.result() if resolve else fut


def as_completed(fs, *, timeout=None):
    if isfuture(fs) or iscoroutine(fs):
        raise TypeError(f'expects an iterable of awaitables, not {type(fs).__name__}')
    return _AsCompletedIterator(fs, timeout)


def _cancel(loop, tasks):
    # What asyncio.run() does at its end with the tasks that are left.
    for task in tasks:
        task.cancel()
    loop.run_until_complete(gather(*tasks, return_exceptions=True))
    for task in tasks:
        if task.cancelled():
            continue
        if task.exception() is not None:
            loop.call_exception_handler({
                'message': 'unhandled exception during asyncio.run() shutdown',
                'exception': task.exception(),
                'task': task,
            })
