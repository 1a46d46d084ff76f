# asyncio.taskgroups - TaskGroup: nobody leaves the block before all have ended; the first
# failure cancels the others.

from _asyncio import CancelledError, current_task, get_running_loop

__all__ = ('TaskGroup',)


class TaskGroup:
    def __init__(self):
        self._entered = False
        self._exiting = False
        self._aborting = False
        self._loop = None
        self._parent_task = None
        self._parent_cancel_requested = False
        self._tasks = {}                # used as a set that keeps the order of creation
        self._errors = []
        self._base_error = None
        self._all_ended = None          # the Future __aexit__ sleeps on

    def __repr__(self):
        text = '<TaskGroup'
        if self._tasks:
            text += f' tasks={len(self._tasks)}'
        if self._errors:
            text += f' errors={len(self._errors)}'
        if self._aborting:
            text += ' cancelling'
        elif self._entered:
            text += ' entered'
        return text + '>'

    async def __aenter__(self):
        if self._entered:
            raise RuntimeError(f'TaskGroup {self!r} has already been entered')
        self._loop = get_running_loop()
        self._parent_task = current_task(self._loop)
        if self._parent_task is None:
            raise RuntimeError(f'TaskGroup {self!r} cannot determine the parent task')
        self._entered = True
        return self

    async def __aexit__(self, kind, error, traceback):
        try:
            return await self._leave(kind, error)
        finally:
            self._parent_task = None
            self._errors = None
            self._base_error = None
            error = traceback = None

    async def _leave(self, kind, error):
        self._exiting = True
        cancelled = None
        if kind is not None:
            if self._base_error is None and isinstance(error, (SystemExit, KeyboardInterrupt)):
                self._base_error = error
            if issubclass(kind, CancelledError):
                cancelled = error
            if not self._aborting:
                self._abort()

        while self._tasks:
            if self._all_ended is None:
                self._all_ended = self._loop.create_future()
            try:
                await self._all_ended
            except CancelledError as outside:
                if not self._aborting:
                    cancelled = outside
                    self._abort()
            self._all_ended = None

        if self._base_error is not None:
            raise self._base_error
        if self._parent_cancel_requested:
            # We cancelled the body ourselves; if nobody else did, that is not to be seen.
            if self._parent_task.uncancel() == 0:
                cancelled = None
        if cancelled is not None and not self._errors:
            try:
                raise cancelled
            finally:
                cancelled = None
        if kind is not None and not issubclass(kind, CancelledError):
            self._errors.append(error)
        if self._errors:
            if self._parent_task.cancelling():
                self._parent_task.uncancel()
                self._parent_task.cancel()
            raise BaseExceptionGroup('unhandled errors in a TaskGroup', self._errors) from None

    def create_task(self, coro, *, name=None, context=None):
        if not self._entered:
            coro.close()
            raise RuntimeError(f'TaskGroup {self!r} has not been entered')
        if self._exiting and not self._tasks:
            coro.close()
            raise RuntimeError(f'TaskGroup {self!r} is finished')
        if self._aborting:
            coro.close()
            raise RuntimeError(f'TaskGroup {self!r} is shutting down')
        task = self._loop.create_task(coro, name=name, context=context)
        if task.done():
            self._on_task_done(task)
        else:
            self._tasks[task] = None
            if self._all_ended is None:
                self._all_ended = self._loop.create_future()
            task.add_done_callback(self._on_task_done)
        return task

    def _abort(self):
        self._aborting = True
        for task in list(self._tasks):
            if not task.done():
                task.cancel()

    def _on_task_done(self, task):
        self._tasks.pop(task, None)
        if self._all_ended is not None and not self._tasks:
            ended, self._all_ended = self._all_ended, None
            if not ended.done():
                ended.set_result(True)
        if task.cancelled():
            return
        error = task.exception()
        if error is None:
            return
        self._errors.append(error)
        if self._base_error is None and isinstance(error, (SystemExit, KeyboardInterrupt)):
            self._base_error = error
        if self._parent_task.done():
            self._loop.call_exception_handler({
                'message': f'Task {task!r} has errored out but its parent task '
                           f'{self._parent_task} is already completed',
                'exception': error,
                'task': task,
            })
            return
        if not self._aborting and not self._parent_cancel_requested:
            self._abort()
            self._parent_cancel_requested = True
            self._parent_task.cancel()
