# contextlib - context managers from generators, and stacks of them.

from abc import ABC, abstractmethod

__all__ = ['asynccontextmanager', 'contextmanager', 'closing', 'nullcontext',
           'AbstractContextManager', 'AbstractAsyncContextManager', 'AsyncExitStack',
           'ContextDecorator', 'AsyncContextDecorator', 'ExitStack', 'redirect_stdout',
           'redirect_stderr', 'suppress', 'aclosing', 'chdir']


def _has(subclass, *names):
    for name in names:
        for base in subclass.__mro__:
            if name in base.__dict__:
                if base.__dict__[name] is None:
                    return NotImplemented
                break
        else:
            return NotImplemented
    return True


class AbstractContextManager(ABC):
    __slots__ = ()
    __class_getitem__ = classmethod(type(list[int]))

    def __enter__(self):
        return self

    @abstractmethod
    def __exit__(self, kind, error, traceback):
        return None

    @classmethod
    def __subclasshook__(cls, other):
        return _has(other, '__enter__', '__exit__') if cls is AbstractContextManager else NotImplemented


class AbstractAsyncContextManager(ABC):
    __slots__ = ()
    __class_getitem__ = classmethod(type(list[int]))

    async def __aenter__(self):
        return self

    @abstractmethod
    async def __aexit__(self, kind, error, traceback):
        return None

    @classmethod
    def __subclasshook__(cls, other):
        return _has(other, '__aenter__', '__aexit__') if cls is AbstractAsyncContextManager else NotImplemented


def _copy_names(wrapper, func):
    from functools import update_wrapper
    return update_wrapper(wrapper, func)


class ContextDecorator:
    def _recreate_cm(self):
        return self

    def __call__(self, func):
        def inner(*args, **kwds):
            with self._recreate_cm():
                return func(*args, **kwds)
        return _copy_names(inner, func)


class AsyncContextDecorator:
    def _recreate_cm(self):
        return self

    def __call__(self, func):
        async def inner(*args, **kwds):
            async with self._recreate_cm():
                return await func(*args, **kwds)
        return _copy_names(inner, func)


class _Manager:
    def __init__(self, func, args, kwds):
        self.gen = func(*args, **kwds)
        self.func, self.args, self.kwds = func, args, kwds

    def _recreate_cm(self):
        return self.__class__(self.func, self.args, self.kwds)


def _came_back(error, raised):
    # The generator let our exception through; only its traceback has grown.
    raised.__traceback__ = error
    return False


class _GeneratorContextManager(_Manager, AbstractContextManager, ContextDecorator):
    def __enter__(self):
        self.args = self.kwds = self.func = None
        try:
            return next(self.gen)
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None

    def __exit__(self, kind, error, traceback):
        if kind is None:
            try:
                next(self.gen)
            except StopIteration:
                return False
            try:
                raise RuntimeError("generator didn't stop")
            finally:
                self.gen.close()
        if error is None:
            error = kind()
        try:
            self.gen.throw(error)
        except StopIteration as end:
            return end is not error
        except RuntimeError as other:
            if other is error:
                return _came_back(traceback, error)
            if isinstance(error, StopIteration) and other.__cause__ is error:
                return _came_back(traceback, error)
            raise
        except BaseException as other:
            if other is not error:
                raise
            return _came_back(traceback, error)
        try:
            raise RuntimeError("generator didn't stop after throw()")
        finally:
            self.gen.close()


class _AsyncGeneratorContextManager(_Manager, AbstractAsyncContextManager,
                                    AsyncContextDecorator):
    async def __aenter__(self):
        self.args = self.kwds = self.func = None
        try:
            return await anext(self.gen)
        except StopAsyncIteration:
            raise RuntimeError("generator didn't yield") from None

    async def __aexit__(self, kind, error, traceback):
        if kind is None:
            try:
                await anext(self.gen)
            except StopAsyncIteration:
                return False
            try:
                raise RuntimeError("generator didn't stop")
            finally:
                await self.gen.aclose()
        if error is None:
            error = kind()
        try:
            await self.gen.athrow(error)
        except StopAsyncIteration as end:
            return end is not error
        except RuntimeError as other:
            if other is error:
                return _came_back(traceback, error)
            if (isinstance(error, (StopIteration, StopAsyncIteration))
                    and other.__cause__ is error):
                return _came_back(traceback, error)
            raise
        except BaseException as other:
            if other is not error:
                raise
            return _came_back(traceback, error)
        try:
            raise RuntimeError("generator didn't stop after athrow()")
        finally:
            await self.gen.aclose()


def contextmanager(func):
    def helper(*args, **kwds):
        return _GeneratorContextManager(func, args, kwds)
    return _copy_names(helper, func)


def asynccontextmanager(func):
    def helper(*args, **kwds):
        return _AsyncGeneratorContextManager(func, args, kwds)
    return _copy_names(helper, func)


class closing(AbstractContextManager):
    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *info):
        self.thing.close()


class aclosing(AbstractAsyncContextManager):
    def __init__(self, thing):
        self.thing = thing

    async def __aenter__(self):
        return self.thing

    async def __aexit__(self, *info):
        await self.thing.aclose()


class _Redirect(AbstractContextManager):
    _stream = None

    def __init__(self, new_target):
        self._new_target = new_target
        self._old_targets = []

    def __enter__(self):
        import sys
        self._old_targets.append(getattr(sys, self._stream))
        setattr(sys, self._stream, self._new_target)
        return self._new_target

    def __exit__(self, kind, error, traceback):
        import sys
        setattr(sys, self._stream, self._old_targets.pop())


class redirect_stdout(_Redirect):
    _stream = 'stdout'


class redirect_stderr(_Redirect):
    _stream = 'stderr'


class suppress(AbstractContextManager):
    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        pass

    def __exit__(self, kind, error, traceback):
        if kind is None:
            return None
        if issubclass(kind, self._exceptions):
            return True
        if issubclass(kind, BaseExceptionGroup):
            match, rest = error.split(self._exceptions)
            if rest is None:
                return True
            raise rest
        return False


class nullcontext(AbstractContextManager, AbstractAsyncContextManager):
    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, *info):
        pass

    async def __aenter__(self):
        return self.enter_result

    async def __aexit__(self, *info):
        pass


class chdir(AbstractContextManager):
    def __init__(self, path):
        self.path = path
        self._old = []

    def __enter__(self):
        import os
        self._old.append(os.getcwd())
        os.chdir(self.path)

    def __exit__(self, *info):
        import os
        os.chdir(self._old.pop())


def _method(cm, name, what):
    kind = type(cm)
    found = getattr(kind, name, None)
    if found is None:
        raise TypeError(f"'{kind.__module__}.{kind.__qualname__}' object does not support the "
                        f"{what} protocol")
    return found


class _Stack:
    # _exits holds (is_sync, function of (kind, error, traceback)), the innermost last.
    def __init__(self):
        self._exits = []

    def pop_all(self):
        new = type(self)()
        new._exits = self._exits
        self._exits = []
        return new

    def enter_context(self, cm):
        enter = _method(cm, '__enter__', 'context manager')
        leave = _method(cm, '__exit__', 'context manager')
        result = enter(cm)
        self._exits.append((True, lambda *info: leave(cm, *info)))
        return result

    def push(self, exit):
        leave = getattr(type(exit), '__exit__', None)
        if leave is None:
            self._exits.append((True, exit))
        else:
            self._exits.append((True, lambda *info: leave(exit, *info)))
        return exit

    def callback(self, callback, /, *args, **kwds):
        def leave(kind, error, traceback):
            callback(*args, **kwds)
        leave.__wrapped__ = callback
        self._exits.append((True, leave))
        return callback


def _fix_context(new, old, outer):
    # An exception raised while leaving belongs behind the one that was being handled.
    while True:
        context = new.__context__
        if context is None or context is old:
            return
        if context is outer:
            break
        new = context
    new.__context__ = old


def _current_exception():
    import sys
    return sys.exception()


class ExitStack(_Stack, AbstractContextManager):
    def __enter__(self):
        return self

    def close(self):
        self.__exit__(None, None, None)

    def __exit__(self, kind, error, traceback):
        received = error is not None
        outer = _current_exception()
        suppressed = pending = False
        while self._exits:
            _, leave = self._exits.pop()
            try:
                if error is None:
                    info = (None, None, None)
                else:
                    info = (type(error), error, error.__traceback__)
                if leave(*info):
                    suppressed = True
                    pending = False
                    error = None
            except BaseException as new:
                _fix_context(new, error, outer)
                pending = True
                error = new
        if pending:
            context = error.__context__
            try:
                raise error
            except BaseException:
                error.__context__ = context
                raise
        return received and suppressed


class AsyncExitStack(_Stack, AbstractAsyncContextManager):
    async def enter_async_context(self, cm):
        enter = _method(cm, '__aenter__', 'asynchronous context manager')
        leave = _method(cm, '__aexit__', 'asynchronous context manager')
        result = await enter(cm)
        self._exits.append((False, lambda *info: leave(cm, *info)))
        return result

    def push_async_exit(self, exit):
        leave = getattr(type(exit), '__aexit__', None)
        if leave is None:
            self._exits.append((False, exit))
        else:
            self._exits.append((False, lambda *info: leave(exit, *info)))
        return exit

    def push_async_callback(self, callback, /, *args, **kwds):
        async def leave(kind, error, traceback):
            await callback(*args, **kwds)
        self._exits.append((False, leave))
        return callback

    async def aclose(self):
        await self.__aexit__(None, None, None)

    async def __aenter__(self):
        return self

    async def __aexit__(self, kind, error, traceback):
        received = error is not None
        outer = _current_exception()
        suppressed = pending = False
        while self._exits:
            is_sync, leave = self._exits.pop()
            try:
                if error is None:
                    info = (None, None, None)
                else:
                    info = (type(error), error, error.__traceback__)
                result = leave(*info)
                if not is_sync:
                    result = await result
                if result:
                    suppressed = True
                    pending = False
                    error = None
            except BaseException as new:
                _fix_context(new, error, outer)
                pending = True
                error = new
        if pending:
            context = error.__context__
            try:
                raise error
            except BaseException:
                error.__context__ = context
                raise
        return received and suppressed
