# asyncio.tasks - names of CPython's module, for programs that import them from here.

from _asyncio import (
    CancelledError, Future, Task, all_tasks, create_task, current_task, ensure_future, iscoroutine,
    isfuture)
from asyncio import sleep
from asyncio.waits import _GatheringFuture, as_completed, gather, shield, wait
from asyncio.threads import run_coroutine_threadsafe
from asyncio.timeouts import wait_for

FIRST_COMPLETED = 'FIRST_COMPLETED'
FIRST_EXCEPTION = 'FIRST_EXCEPTION'
ALL_COMPLETED = 'ALL_COMPLETED'

__all__ = ('Task', 'create_task', 'FIRST_COMPLETED', 'FIRST_EXCEPTION', 'ALL_COMPLETED', 'wait',
           'wait_for', 'as_completed', 'sleep', 'gather', 'shield', 'ensure_future',
           'run_coroutine_threadsafe', 'current_task', 'all_tasks',
           'create_eager_task_factory', 'eager_task_factory')


def create_eager_task_factory(custom_task_constructor):
    def factory(loop, coro, *, name=None, context=None):
        return custom_task_constructor(coro, loop=loop, name=name, context=context,
                                       eager_start=True)
    return factory


eager_task_factory = create_eager_task_factory(Task)
