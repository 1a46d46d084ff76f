# What to look for: ensure_future() makes a Task of a coroutine and leaves a Future as it is. This
# is its source, running on the parts of asyncio.

def ensure_future(coro_or_future, *, loop=None):
    """Wrap a coroutine or an awaitable in a future.

    If the argument is a Future, it is returned directly.
    """
    if coroutines.iscoroutine(coro_or_future):
        if loop is None:
            loop = events.get_event_loop()
        task = loop.create_task(coro_or_future)
        if task._source_traceback:
            del task._source_traceback[-1]
        return task
    elif futures.isfuture(coro_or_future):
        if loop is not None and loop is not futures._get_loop(coro_or_future):
            raise ValueError('loop argument must agree with Future')
        return coro_or_future
    elif inspect.isawaitable(coro_or_future):
        return ensure_future(_wrap_awaitable(coro_or_future), loop=loop)
    else:
        raise TypeError('An asyncio.Future, a coroutine or an awaitable is '
                        'required')


import asyncio
import inspect
from asyncio import coroutines, events, futures


async def _wrap_awaitable(awaitable):
    return await awaitable


class Awaitable:
    def __await__(self):
        yield from asyncio.sleep(0.1).__await__()
        return 'from __await__'


async def coro():
    return 'from a coroutine'


async def main():
    loop = asyncio.get_running_loop()

    task = ensure_future(coro())
    print(type(task).__name__, await task)
    print(ensure_future(task) is task)

    fut = loop.create_future()
    fut.set_result('from a Future')
    print(ensure_future(fut, loop=loop) is fut, await fut)

    print(await ensure_future(Awaitable()))

    try:
        ensure_future(3)
    except TypeError as e:
        print('TypeError:', e)

    other = asyncio.new_event_loop()
    try:
        ensure_future(fut, loop=other)
    except ValueError as e:
        print('ValueError:', e)
    other.close()

asyncio.run( main() )
