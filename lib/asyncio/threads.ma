# asyncio.threads - from the event loop into threads and back (threads that take turns: see _strands).

from _asyncio import CancelledError, InvalidStateError, ensure_future, get_event_loop, get_running_loop, iscoroutine, isfuture

__all__ = ('to_thread', 'run_coroutine_threadsafe')


async def to_thread(func, /, *args, **kwargs):
    from contextvars import copy_context
    loop = get_running_loop()
    return await loop.run_in_executor(None, _in_context(copy_context(), func, args, kwargs))


def _in_context(context, func, args, kwargs):
    # context.run(func, ...) for a thread: Context.run() is C, and what C waits for cannot step aside.
    from greenlet import getcurrent

    def run():
        thread = getcurrent()
        before = thread.gr_context
        thread.gr_context = context
        try:
            return func(*args, **kwargs)
        finally:
            thread.gr_context = before
    return run


def _without_run(func):
    # partial(context.run, func, ...), as programs wrote before to_thread() was there.
    from contextvars import Context
    from functools import partial
    if isinstance(func, partial):
        context = getattr(func.func, '__self__', None)
        if isinstance(context, Context) and func.func == context.run and func.args:
            return _in_context(context, func.args[0], func.args[1:], func.keywords)
    return func


def _default_executor():
    from concurrent.futures import ThreadPoolExecutor
    return ThreadPoolExecutor(thread_name_prefix='asyncio')


def _check_executor(executor):
    from concurrent.futures import ThreadPoolExecutor
    if not isinstance(executor, ThreadPoolExecutor):
        raise TypeError('executor must be ThreadPoolExecutor instance')


async def _shut_down(executor):
    from _strands import breathe
    executor.shutdown(wait=False)
    import threading
    loop = get_running_loop()
    if [thread for thread in executor._threads if not thread._ended]:
        done = loop.create_future()

        def finish():
            executor.shutdown(wait=True)
            loop.call_soon_threadsafe(done.set_result, None)
        threading.Thread(target=finish, name='asyncio_shutdown').start()
        await done


def _submit(loop, executor, func, *args):
    if iscoroutine(func) or _is_coroutine_function(func):
        if loop.get_debug():
            raise TypeError('coroutines cannot be used with run_in_executor()')
    elif not callable(func) and loop.get_debug():
        raise TypeError(f'a callable object was expected by run_in_executor(), got {func!r}')
    return wrap_future(executor.submit(_without_run(func), *args), loop=loop)


def _is_coroutine_function(func):
    from _asyncio import iscoroutinefunction
    return iscoroutinefunction(func)


def wrap_future(future, *, loop=None):
    # A Future of the loop that ends as the thread's does, and cancels it when it is cancelled.
    if isfuture(future):
        return future
    from concurrent.futures import Future
    if not isinstance(future, Future):
        raise AssertionError(f'concurrent.futures.Future is expected, got {future!r}')
    if loop is None:
        loop = get_event_loop()
    outer = loop.create_future()

    def _call_check_cancel(outer):
        if outer.cancelled():
            future.cancel()

    def _set_state():
        if not outer.cancelled():
            _copy_state(future, outer)

    def _call_set_state(future):
        if outer.cancelled() and loop.is_closed():
            return
        loop.call_soon_threadsafe(_set_state)

    outer.add_done_callback(_call_check_cancel)
    future.add_done_callback(_call_set_state)
    return outer


def _copy_state(source, target):
    if target.done():
        return
    if source.cancelled():
        target.cancel()
        return
    error = source.exception()
    if error is None:
        target.set_result(source.result())
    else:
        from concurrent import futures
        if type(error) is futures.CancelledError:
            error = CancelledError(*error.args)
        elif type(error) is futures.InvalidStateError:
            error = InvalidStateError(*error.args)
        target.set_exception(error)


def run_coroutine_threadsafe(coro, loop):
    if not iscoroutine(coro):
        raise TypeError('A coroutine object is required')
    from concurrent.futures import Future
    future = Future()

    def _chain(task):
        if task.cancelled():
            future.cancel()
        if not future.set_running_or_notify_cancel():
            return
        error = task.exception() if not task.cancelled() else None
        if error is not None:
            future.set_exception(error)
        else:
            future.set_result(task.result())

    def callback():
        try:
            task = ensure_future(coro, loop=loop)

            def cancelled(future):
                if future.cancelled() and not task.done():
                    loop.call_soon_threadsafe(task.cancel)
            future.add_done_callback(cancelled)
            task.add_done_callback(_chain)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            if future.set_running_or_notify_cancel():
                future.set_exception(error)
            raise

    loop.call_soon_threadsafe(callback)
    return future
