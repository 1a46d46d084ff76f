# asyncio - the package: what the C half gives at once, and where the rest lives.
# `import asyncio` compiles this file alone. Locks, queues, gather ... are compiled when a
# program first names them (PEP 562), so that a program pays for what it uses.

from _asyncio import (
    AbstractEventLoop, BaseEventLoop, CancelledError, Future, Handle, InvalidStateError, Task,
    TimerHandle, _get_running_loop, all_tasks, create_task, current_task, ensure_future,
    get_event_loop, get_running_loop, iscoroutine, isfuture, new_event_loop, set_event_loop,
    wrap_future)
from _asyncio import _give_way, _sleep

TimeoutError = TimeoutError

FIRST_COMPLETED = 'FIRST_COMPLETED'
FIRST_EXCEPTION = 'FIRST_EXCEPTION'
ALL_COMPLETED = 'ALL_COMPLETED'

_rooms = {
    'runners': 'Runner run',
    'waits': 'as_completed gather shield wait',
    'timeouts': 'Timeout timeout timeout_at wait_for',
    'taskgroups': 'TaskGroup',
    'locks': 'Barrier BoundedSemaphore BrokenBarrierError Condition Event Lock Semaphore',
    'queues': 'LifoQueue PriorityQueue Queue QueueEmpty QueueFull QueueShutDown',
    'coroutines': 'coroutine iscoroutinefunction',
    'threads': 'run_coroutine_threadsafe to_thread',
    'events': 'AbstractEventLoopPolicy AbstractServer DefaultEventLoopPolicy SelectorEventLoop '
              'EventLoop get_child_watcher get_event_loop_policy set_event_loop_policy',
    'exceptions': 'IncompleteReadError LimitOverrunError SendfileNotAvailableError',
    'tasks': 'create_eager_task_factory eager_task_factory',
    'streams': 'StreamReader StreamReaderProtocol StreamWriter open_connection start_server '
               'open_unix_connection start_unix_server',
    'subprocess': 'create_subprocess_exec create_subprocess_shell',
}
_submodules = ('base_events', 'coroutines', 'events', 'exceptions', 'futures', 'locks',
               'queues', 'runners', 'taskgroups', 'tasks', 'threads', 'timeouts', 'waits')
_absent = ('streams', 'subprocess')


def __getattr__(name):
    for room, names in _rooms.items():
        if name in names.split():
            if room in _absent:
                raise AttributeError(f"asyncio.{name} is not in miniasync yet")
            value = getattr(_load(room), name)
            globals()[name] = value
            return value
    if name in _submodules:
        return _load(name)
    if name == '__all__':
        names = [n for n in globals() if not n.startswith('_')]
        for room in _rooms:
            if room not in _absent:
                names += _rooms[room].split()
        return list(dict.fromkeys(names))
    raise AttributeError(f"module 'asyncio' has no attribute {name!r}")


def __dir__():
    names = list(globals())
    for room in _rooms:
        if room not in _absent:
            names += _rooms[room].split()
    return list(dict.fromkeys(names))


async def sleep(delay, result=None):
    if delay <= 0:
        await _give_way()
        return result
    return await _sleep(delay, result)


async def _wrap_awaitable(awaitable):
    return await awaitable


async def _close_asyncgens(loop, generators):
    # What loop.shutdown_asyncgens() waits for.
    from asyncio.waits import gather
    endings = [generator.aclose() for generator in generators]
    results = await gather(*endings, return_exceptions=True)
    for result, generator in zip(results, generators):
        if isinstance(result, Exception):
            loop.call_exception_handler({
                'message': 'an error occurred during closing of asynchronous generator '
                           f'{generator!r}',
                'exception': result,
                'asyncgen': generator,
            })


def _load(room):
    import sys
    name = 'asyncio.' + room
    __import__(name)
    return sys.modules[name]


def __dir__():
    return sorted(set(list(globals()) + __getattr__('__all__') + list(_submodules)))
