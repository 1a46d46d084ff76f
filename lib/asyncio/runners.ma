# asyncio.runners - run() and Runner: a loop from its making to its closing.
# Ctrl-C: loop._watch_interrupt(task) asks the loop to cancel `task` at the first SIGINT and to
# raise KeyboardInterrupt at once at the next; loop._watch_interrupt(None) ends that and says
# how many came.

from _asyncio import (
    CancelledError, _get_running_loop, all_tasks, iscoroutine, isfuture, new_event_loop, set_event_loop)

__all__ = ('Runner', 'run')


class Runner:
    def __init__(self, *, debug=None, loop_factory=None):
        self._state = 'created'
        self._debug = debug
        self._loop_factory = loop_factory
        self._loop = None
        self._context = None
        self._is_set = False

    def __enter__(self):
        self._lazy_init()
        return self

    def __exit__(self, kind, error, traceback):
        self.close()

    def close(self):
        if self._state != 'initialized':
            return
        loop = self._loop
        try:
            if loop._take_failures():
                from sys import exception
                if exception() is None:     # what nobody can read any more is told now, as with reference counts
                    from gc import collect
                    collect()
            _cancel_all_tasks(loop)
            for ending in _endings(loop):
                if isfuture(ending) and ending.done():
                    loop._settle()
                else:
                    loop.run_until_complete(ending)
        finally:
            if self._is_set:
                set_event_loop(None)
            loop.close()
            self._loop = None
            self._state = 'closed'

    def get_loop(self):
        self._lazy_init()
        return self._loop

    def run(self, coro, *, context=None):
        if not iscoroutine(coro):
            raise ValueError(f'a coroutine was expected, got {coro!r}')
        if _get_running_loop() is not None:
            raise RuntimeError('Runner.run() cannot be called from a running event loop')
        self._lazy_init()
        loop = self._loop
        if context is None:
            context = self._context
        if __observed__:
            task = loop._main_task(coro, context)
        else:
            task = loop.create_task(coro, context=context)
        interrupts = 0
        loop._watch_interrupt(task)
        try:
            try:
                return loop.run_until_complete(task)
            finally:
                interrupts = loop._watch_interrupt(None)
        except CancelledError:
            if interrupts > 0 and task.uncancel() == 0:
                raise KeyboardInterrupt()
            raise

    def _lazy_init(self):
        if self._state == 'closed':
            raise RuntimeError('Runner is closed')
        if self._state == 'initialized':
            return
        if self._loop_factory is None:
            self._loop = new_event_loop()
            set_event_loop(self._loop)
            self._is_set = True
        else:
            self._loop = self._loop_factory()
        if self._debug is not None:
            self._loop.set_debug(self._debug)
        from contextvars import copy_context
        self._context = copy_context()
        self._state = 'initialized'


def _endings(loop):
    endings = loop.shutdown_asyncgens(), loop.shutdown_default_executor()
    if loop.get_task_factory() is None:
        return endings
    from asyncio.base_events import _Endings
    return _Endings.shutdown_asyncgens(endings[0]), _Endings.shutdown_default_executor(endings[1])


def run(main, *, debug=None, loop_factory=None):
    if _get_running_loop() is not None:
        raise RuntimeError('asyncio.run() cannot be called from a running event loop')
    with Runner(debug=debug, loop_factory=loop_factory) as runner:
        return runner.run(main)


def _cancel_all_tasks(loop):
    left = all_tasks(loop)          # in order of creation
    if left:
        from asyncio.waits import _cancel
        from sys import exception
        if exception() is None:     # main ended well, and yet left these behind
            try:
                loop._tell_left_waiting()
            finally:            # under -W error that is an error
                _cancel(loop, left)
            return
        _cancel(loop, left)
