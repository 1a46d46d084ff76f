# asyncio.timeouts - timeout(), timeout_at(), wait_for().
# A timeout cancels the task it stands in and, at the end of the block, turns that one
# CancelledError into TimeoutError. cancelling() tells whether somebody else cancelled too.

from _asyncio import CancelledError, current_task, ensure_future, get_running_loop

__all__ = ('Timeout', 'timeout', 'timeout_at', 'wait_for')


class Timeout:
    # state: created -> active -> finished, or active -> expiring -> expired
    def __init__(self, when):
        self._state = 'created'
        self._when = when
        self._timer = None
        self._task = None

    def __repr__(self):
        text = f'<Timeout [{self._state}]'
        if self._state == 'active':
            when = None if self._when is None else round(self._when, 3)
            text += f' when={when}'
        return text + '>'

    def when(self):
        return self._when

    def reschedule(self, when):
        if self._state != 'active':
            if self._state == 'created':
                raise RuntimeError('Timeout has not been entered')
            raise RuntimeError(f'Cannot change state of {self._state} Timeout')
        self._when = when
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if when is not None:
            loop = get_running_loop()
            if when <= loop.time():
                self._timer = loop.call_soon(self._on_timeout)
            elif __observed__:
                self._timer = loop._call_timeout(when, self._on_timeout)
            else:
                self._timer = loop.call_at(when, self._on_timeout)

    def expired(self):
        return self._state in ('expiring', 'expired')

    async def __aenter__(self):
        if self._state != 'created':
            raise RuntimeError('Timeout has already been entered')
        task = current_task()
        if task is None:
            raise RuntimeError('Timeout should be used inside a task')
        self._state = 'active'
        self._task = task
        self._cancelling = task.cancelling()
        self.reschedule(self._when)
        return self

    async def __aexit__(self, kind, error, traceback):
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if self._state == 'expiring':
            self._state = 'expired'
            if self._task.uncancel() <= self._cancelling and kind is not None:
                if issubclass(kind, CancelledError):
                    raise TimeoutError from error
                _mark_context(error)
                if isinstance(error, ExceptionGroup):
                    for inner in error.exceptions:
                        _mark_context(inner)
        elif self._state == 'active':
            self._state = 'finished'
        return None

    def _on_timeout(self):
        self._task.cancel()
        self._state = 'expiring'
        self._timer = None


def _mark_context(error):
    # The body answered our cancel with an error of its own: show the timeout in its history.
    while error.__context__ is not None:
        if isinstance(error.__context__, CancelledError):
            late = TimeoutError()
            late.__context__ = late.__cause__ = error.__context__
            error.__context__ = late
            return
        error = error.__context__


def timeout(delay):
    if delay is None:
        return Timeout(None)
    return Timeout(get_running_loop().time() + delay)


def timeout_at(when):
    return Timeout(when)


async def wait_for(fut, timeout):
    if timeout is not None and timeout <= 0:
        fut = ensure_future(fut)
        if fut.done():
            return fut.result()
        await _cancel_and_wait(fut)
        try:
            return fut.result()
        except CancelledError as error:
            raise TimeoutError from error
    if timeout is None:
        limit = Timeout(None)
    else:
        limit = Timeout(get_running_loop().time() + timeout)
    async with limit:
        return await fut


async def _cancel_and_wait(fut):
    if __observed__:
        from _asyncio import _future_of
        ended = _future_of(None, 'timeout', get_running_loop())
    else:
        ended = get_running_loop().create_future()

    def _release_waiter(fut):
        if not ended.done():
            ended.set_result(None)

    fut.add_done_callback(_release_waiter)
    try:
        fut.cancel()
        await ended
    finally:
        fut.remove_done_callback(_release_waiter)
