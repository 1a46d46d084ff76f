# asyncio - the package: what the C half gives at once. `import asyncio` compiles this file alone;
# locks, queues, run ... are compiled when a program first names them (PEP 562, _rooms.ma), so
# that a program pays for what it uses.

from _asyncio import (
    AbstractEventLoop, BaseEventLoop, CancelledError, Future, Handle, InvalidStateError, Task,
    TimerHandle, _get_running_loop, all_tasks, create_task, current_task, ensure_future, gather,
    get_event_loop, get_running_loop, iscoroutine, isfuture, new_event_loop, set_event_loop)
from _asyncio import _give_way, _sleep

TimeoutError = TimeoutError

FIRST_COMPLETED = 'FIRST_COMPLETED'
FIRST_EXCEPTION = 'FIRST_EXCEPTION'
ALL_COMPLETED = 'ALL_COMPLETED'


async def sleep(delay, result=None):
    if delay <= 0:
        await _give_way()
        return result
    return await _sleep(delay, result)


def __getattr__(name):
    if name == 'run':       # nearly every program
        from asyncio.runners import run as value
    else:
        from asyncio._rooms import find
        value = find(name)
    if name != '__all__':
        globals()[name] = value
    return value


def __dir__():
    from asyncio._rooms import names
    return names()
