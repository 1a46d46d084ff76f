"""Waiting for more than one thing, or not too long: gather, wait, timeout, wait_for.

The second page of lib/model/asyncio.ma. All of it is made of Futures, callbacks and cancel().
"""
from asyncio import CancelledError, Future, current_task, ensure_future, get_running_loop

FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED = 'FIRST_COMPLETED', 'FIRST_EXCEPTION', 'ALL_COMPLETED'


class Gathering(Future):
    """The Future of gather(): cancelling it cancels the children."""

    def __init__(self, children):
        super().__init__()
        self.children, self.asked = children, False

    def cancel(self, msg=None):
        if self.done():
            return False
        self.asked = any([child.cancel(msg) for child in self.children])
        return self.asked


def gather(*awaitables, return_exceptions=False):
    children = {a: ensure_future(a) for a in awaitables}        # the same one twice: one child
    order = [children[a] for a in awaitables]
    outer = Gathering(list(children.values()))
    missing = len(children)

    def outcome(child):
        if child.cancelled():
            return child.cancelled_error()
        return child.error if child.error is not None else child.value

    def one_done(child):
        nonlocal missing
        missing -= 1
        if outer.done():
            return
        failed = child.cancelled() or child.error is not None
        if failed and not return_exceptions:
            outer.error = outcome(child)
            outer.finish('FINISHED')
        elif not missing and outer.asked:
            outer.error = order[-1].cancelled_error() if order[-1].cancelled() else CancelledError()
            outer.finish('FINISHED')
        elif not missing:
            outer.set_result([outcome(c) for c in order])

    for child in children.values():
        child.add_done_callback(one_done)
    if not order:
        outer.set_result([])
    return outer


async def wait(futures, *, timeout=None, return_when=ALL_COMPLETED):
    futures = set(futures)
    if not futures:
        raise ValueError('Set of Tasks/Futures is empty.')
    loop = get_running_loop()
    waiter = loop.create_future()
    missing = sum(not f.done() for f in futures)

    def enough():
        if return_when == FIRST_COMPLETED:
            return any(f.done() for f in futures)
        failed = any(f.done() and not f.cancelled() and f.error is not None for f in futures)
        return not missing or (return_when == FIRST_EXCEPTION and failed)

    def one_done(_=None):
        nonlocal missing
        missing -= 1
        if enough() and not waiter.done():
            waiter.set_result(None)

    if not enough():
        timer = loop.call_later(timeout, lambda: waiter.done() or waiter.set_result(None)) if timeout is not None else None
        for future in futures:
            future.add_done_callback(one_done)
        try:
            await waiter
        finally:
            if timer:
                timer.cancel()
            for future in futures:
                future.remove_done_callback(one_done)
    done = {f for f in futures if f.done()}
    return done, futures - done


class timeout:
    """async with timeout(seconds): cancels the task around it when the time is over, and makes a
    TimeoutError of the CancelledError that comes out."""

    def __init__(self, delay):
        self.delay, self.is_expired, self.timer = delay, False, None

    def expired(self):
        return self.is_expired

    async def __aenter__(self):
        self.task = current_task()
        self.before = self.task.cancelling()
        if self.delay is not None:
            loop = get_running_loop()
            self.timer = (loop.call_soon(self.expire) if self.delay <= 0 else
                          loop.call_later(self.delay, self.expire))
        return self

    def expire(self):
        self.is_expired = True
        self.task.cancel()

    async def __aexit__(self, kind, error, traceback):
        if self.timer:
            self.timer.cancel()
        if self.is_expired and self.task.uncancel() <= self.before and kind is CancelledError:
            raise TimeoutError from error


async def wait_for(awaitable, delay):
    if delay is not None and delay <= 0:
        future = ensure_future(awaitable)
        if future.done():
            return future.result()
        await cancel_and_wait(future)
        try:
            return future.result()
        except CancelledError as error:
            raise TimeoutError from error
    async with timeout(delay):
        return await awaitable


async def cancel_and_wait(future):
    """Cancels it and waits for its end; what that end was, the caller looks up."""
    waiter = get_running_loop().create_future()
    future.add_done_callback(lambda _: waiter.done() or waiter.set_result(None))
    future.cancel()
    await waiter
