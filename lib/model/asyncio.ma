"""asyncio in the language itself: the readable twin of src/runtime/loop.

Read it from here down; it is the whole idea. A Future is a result to come, with callbacks. A Task
drives a coroutine: it sends until the coroutine hands out a Future, and asks that Future to be
woken. The loop calls what is ready, round after round. Nothing else happens in asyncio; gather, wait and
timeout (asyncio_waits.ma) are made of these.

    MINIASYNC_PATH=lib/model miniasync script.ma      runs a script on it

The order of callbacks and steps is that of CPython's asyncio (events.py, futures.py, tasks.py), and
the tests that say `# also on the model` run on both. Left out: descriptors, signals, threads,
locks and queues, reprs, and the reports of what nobody looked at.
"""
import collections
import contextvars
import heapq
import time
import types

TimeoutError = TimeoutError


class CancelledError(BaseException):
    """Thrown into a coroutine at the await where it is suspended, because someone cancelled its task."""


class InvalidStateError(Exception):
    """A Future was asked for what it does not have yet, or set twice."""


# --- the loop ------------------------------------------------------------------------------------

class Handle:
    """A callback on its way: in the ready queue, or in the timer heap first."""

    def __init__(self, callback, args, context):
        self.callback, self.args = callback, args
        self.context = contextvars.copy_context() if context is None else context
        self.is_cancelled = False

    def cancel(self):
        self.is_cancelled = True        # it stays where it is, and is skipped when its turn comes

    def cancelled(self):
        return self.is_cancelled


class Loop:
    def __init__(self):
        self.ready = collections.deque()        # handles, the next one first
        self.timers = []                        # a heap of (when, number, handle)
        self.armed = 0                          # timers so far: among equals the first armed is first
        self.tasks = {}                         # the unfinished ones, in order of creation
        self.current = None                     # the task whose step runs
        self.stopping = self.closed = False

    def call_soon(self, callback, *args, context=None):
        handle = Handle(callback, args, context)
        self.ready.append(handle)
        return handle

    def call_at(self, when, callback, *args, context=None):
        handle = Handle(callback, args, context)
        self.armed += 1
        heapq.heappush(self.timers, (when, self.armed, handle))
        return handle

    def call_later(self, delay, callback, *args, context=None):
        return self.call_at(self.time() + delay, callback, *args, context=context)

    def time(self):
        return time.monotonic()

    def round(self):
        """Sleep until something can happen, move what is due, run what was ready. What the callbacks
        add to the queue waits for the next round: so no task can starve the others."""
        while self.timers and self.timers[0][2].is_cancelled:
            heapq.heappop(self.timers)
        if not self.ready and not self.stopping:
            if not self.timers:
                raise RuntimeError('every task is waiting and nothing can wake them')
            time.sleep(max(0, self.timers[0][0] - self.time()))
        now = self.time()
        while self.timers and self.timers[0][0] <= now:
            self.ready.append(heapq.heappop(self.timers)[2])
        for _ in range(len(self.ready)):
            handle = self.ready.popleft()
            if not handle.is_cancelled:
                self.run_handle(handle)

    def run_handle(self, handle):
        try:
            handle.context.run(handle.callback, *handle.args)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            self.call_exception_handler({'message': f'Exception in callback {handle.callback!r}',
                                         'exception': error})

    def call_exception_handler(self, context):
        print(context['message'], context.get('exception'))

    def run_forever(self):
        global running
        if running is not None:
            raise RuntimeError('This event loop is already running' if running is self else
                               'Cannot run the event loop while another loop is running')
        running = self
        try:
            while not self.stopping:
                self.round()
        finally:
            self.stopping = False
            running = None

    def stop(self):
        self.stopping = True            # the round that runs now is the last

    def run_until_complete(self, awaitable):
        future = ensure_future(awaitable, loop=self)
        future.add_done_callback(lambda _: self.stop())
        self.run_forever()
        if not future.done():
            raise RuntimeError('Event loop stopped before Future completed.')
        return future.result()

    def create_future(self):
        return Future(loop=self)

    def create_task(self, coro, *, name=None, context=None):
        return Task(coro, loop=self, name=name, context=context)

    def is_running(self):
        return running is self

    def is_closed(self):
        return self.closed

    def close(self):
        self.closed = True


running = None                          # the loop that runs now
the_loop = None                         # what get_event_loop() answers while none runs


def get_running_loop():
    if running is None:
        raise RuntimeError('no running event loop')
    return running


def new_event_loop():
    return Loop()


def set_event_loop(loop):
    global the_loop
    the_loop = loop


def get_event_loop():
    return running or the_loop or get_running_loop()


# --- Future and Task -----------------------------------------------------------------------------

class Future:
    """A result to come. Setting it runs nothing: it only queues those who wait."""

    def __init__(self, *, loop=None):
        self.loop = loop or get_running_loop()
        self.state = 'PENDING'          # then FINISHED or CANCELLED, once and for all
        self.value = self.error = None
        self.message = self.thrown = None       # of cancel(msg); the CancelledError that ended a task
        self.callbacks = []             # (callback, context), in the order they came

    def done(self):
        return self.state != 'PENDING'

    def cancelled(self):
        return self.state == 'CANCELLED'

    def get_loop(self):
        return self.loop

    def result(self):
        if self.state == 'CANCELLED':
            raise self.cancelled_error()
        if self.state == 'PENDING':
            raise InvalidStateError('Result is not set.')
        if self.error is not None:
            raise self.error
        return self.value

    def exception(self):
        if self.state == 'CANCELLED':
            raise self.cancelled_error()
        if self.state == 'PENDING':
            raise InvalidStateError('Exception is not set.')
        return self.error

    def cancelled_error(self):
        """The error that ended the task, for who asks first; then new ones."""
        error, self.thrown = self.thrown, None
        return error or CancelledError(*[] if self.message is None else [self.message])

    def add_done_callback(self, callback, *, context=None):
        context = contextvars.copy_context() if context is None else context
        if self.done():
            self.loop.call_soon(callback, self, context=context)
        else:
            self.callbacks.append((callback, context))

    def remove_done_callback(self, callback):
        kept = [pair for pair in self.callbacks if pair[0] != callback]
        removed = len(self.callbacks) - len(kept)
        self.callbacks[:] = kept
        return removed

    def set_result(self, value):
        self.value = value
        self.finish('FINISHED')

    def set_exception(self, error):
        if isinstance(error, type):
            error = error()
        if isinstance(error, StopIteration):
            raise TypeError('StopIteration interacts badly with generators and cannot be raised into a Future')
        self.error = error
        self.finish('FINISHED')

    def cancel(self, msg=None):
        if self.done():
            return False
        self.message = msg
        self.finish('CANCELLED')
        return True

    def finish(self, state):
        if self.done():
            raise InvalidStateError('invalid state')
        self.state = state
        callbacks, self.callbacks = self.callbacks, []
        for callback, context in callbacks:
            self.loop.call_soon(callback, self, context=context)

    def __await__(self):
        if not self.done():
            yield self                  # up through all awaits, to the step of the task
        if not self.done():
            raise RuntimeError("await wasn't used with future")
        return self.result()

    __iter__ = __await__


class Task(Future):
    """Drives a coroutine: a step sends, and goes to sleep on the Future that comes back."""
    made = 0

    def __init__(self, coro, *, loop=None, name=None, context=None):
        if not isinstance(coro, (types.CoroutineType, types.GeneratorType)):
            raise TypeError(f'a coroutine was expected, got {coro!r}')
        super().__init__(loop=loop)
        Task.made += 1
        self.coro, self.name = coro, name or f'Task-{Task.made}'
        self.context = contextvars.copy_context() if context is None else context
        self.waits_on = None            # the Future it sleeps on
        self.must_cancel = False        # cancel() came while it was not asleep
        self.requests = 0               # cancel() less uncancel()
        self.loop.tasks[self] = True
        self.loop.call_soon(self.step, context=self.context)

    def get_name(self):
        return self.name

    def set_name(self, name):
        self.name = str(name)

    def get_coro(self):
        return self.coro

    def set_result(self, value):
        raise RuntimeError('Task does not support set_result operation')

    def set_exception(self, error):
        raise RuntimeError('Task does not support set_exception operation')

    def cancel(self, msg=None):
        if self.done():
            return False
        self.requests += 1
        if self.waits_on is not None and self.waits_on.cancel(msg):
            return True                 # it will wake this task with a CancelledError
        self.must_cancel, self.message = True, msg
        return True

    def cancelling(self):
        return self.requests

    def uncancel(self):
        self.requests = max(0, self.requests - 1)
        if not self.requests:
            self.must_cancel = False
        return self.requests

    def step(self, error=None):
        """One turn of the coroutine: until it waits, gives way or ends."""
        if self.must_cancel:
            if not isinstance(error, CancelledError):
                error = self.cancelled_error()
            self.must_cancel = False
        self.waits_on, self.loop.current = None, self
        try:
            what = self.coro.send(None) if error is None else self.coro.throw(error)
        except StopIteration as end:
            if self.must_cancel:        # cancelled in its very last step
                self.must_cancel = False
                super().cancel(self.message)
            else:
                super().set_result(end.value)
        except CancelledError as end:
            self.thrown = end
            super().cancel()
        except (KeyboardInterrupt, SystemExit) as end:
            super().set_exception(end)
            raise
        except BaseException as end:
            super().set_exception(end)
        else:
            self.suspend(what)
        finally:
            self.loop.current = None
            if self.done():
                self.loop.tasks.pop(self, None)

    def suspend(self, what):
        if what is None:                # a bare yield: only another turn, please
            self.loop.call_soon(self.step, context=self.context)
        elif not isinstance(what, Future):
            error = RuntimeError(f'Task got bad yield: {what!r}')
            self.loop.call_soon(self.step, error, context=self.context)
        elif what is self:
            error = RuntimeError(f'Task cannot await on itself: {self!r}')
            self.loop.call_soon(self.step, error, context=self.context)
        else:
            what.add_done_callback(self.wakeup, context=self.context)
            self.waits_on = what
            if self.must_cancel and what.cancel(self.message):
                self.must_cancel = False

    def wakeup(self, future):
        error = None
        try:
            future.result()
        except BaseException as end:
            error = end
        self.step(error)


def create_task(coro, *, name=None, context=None):
    return get_running_loop().create_task(coro, name=name, context=context)


def ensure_future(awaitable, *, loop=None):
    if isinstance(awaitable, Future):
        return awaitable
    if not iscoroutine(awaitable):
        if not hasattr(awaitable, '__await__'):
            raise TypeError('An asyncio.Future, a coroutine or an awaitable is required')
        awaitable = wrap(awaitable)
    return (loop or get_running_loop()).create_task(awaitable)


async def wrap(awaitable):
    return await awaitable


def iscoroutine(thing):
    return isinstance(thing, types.CoroutineType)


def isfuture(thing):
    return isinstance(thing, Future)


def current_task():
    return get_running_loop().current


def all_tasks():
    return set(get_running_loop().tasks)


# --- sleep and run -------------------------------------------------------------------------------

@types.coroutine
def give_way():
    yield


async def sleep(delay, result=None):
    if delay <= 0:
        await give_way()
        return result
    if delay != delay:
        raise ValueError('Invalid delay: NaN (not a number)')
    loop = get_running_loop()
    future = loop.create_future()
    timer = loop.call_later(delay, lambda: future.done() or future.set_result(result))
    try:
        return await future
    finally:
        timer.cancel()


async def end_of(tasks):
    await gather(*tasks, return_exceptions=True)


def run(main):
    if running is not None:
        raise RuntimeError('asyncio.run() cannot be called from a running event loop')
    if not iscoroutine(main):
        raise ValueError(f'a coroutine was expected, got {main!r}')
    loop = new_event_loop()
    try:
        return loop.run_until_complete(loop.create_task(main))
    finally:
        left = list(loop.tasks)         # main has ended: what still waits is cancelled, and waited for
        for task in left:
            task.cancel()
        if left:
            loop.run_until_complete(end_of(left))
        loop.close()


from asyncio_waits import (ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, gather, timeout, wait,  # needs the above
                           wait_for)
