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


def _get_stack(task, limit):
    # Of a suspended Task the outermost frame; of one that failed those of its traceback.
    coro = task.get_coro()
    frame = getattr(coro, 'cr_frame', None) or getattr(coro, 'gi_frame', None)
    if frame is not None:
        return [frame] if limit is None or limit > 0 else []
    frames = []
    error = _unread(task)
    entry = None if error is None else error.__traceback__
    while entry is not None and (limit is None or len(frames) < limit):
        frames.append(entry.tb_frame)
        entry = entry.tb_next
    return frames


def _unread(task):
    # Its exception; that it was looked at here does not count.
    return task._exception


def _print_stack(task, limit, file):
    # Without a file the headings go to stdout and the frames to stderr, as from CPython.
    from sys import stderr
    from traceback import StackSummary, format_exception_only
    error = _unread(task)
    rows = [(frame.f_code.co_filename, frame.f_lineno, frame.f_code.co_name, None)
            for frame in _get_stack(task, limit)]
    if not rows:
        print(f'No stack for {task!r}', file=file)
    elif error is not None:
        print(f'Traceback for {task!r} (most recent call last):', file=file)
    else:
        print(f'Stack for {task!r} (most recent call last):', file=file)
    for text in StackSummary.from_list(rows).format():
        print(text, file=stderr if file is None else file, end='')
    if error is not None:
        for text in format_exception_only(error):
            print(text, file=file, end='')
