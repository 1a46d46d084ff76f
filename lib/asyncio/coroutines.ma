# asyncio.coroutines - what is a coroutine, and the decorator of the time before `async def`.

from _asyncio import iscoroutine, isfuture
from _asyncio import iscoroutinefunction as _iscoroutinefunction
from _types import coroutine as _mark

__all__ = ('coroutine', 'iscoroutine', 'iscoroutinefunction')

_is_coroutine = object()
_GENERATOR = 0x20
_COROUTINE = 0x80


def iscoroutinefunction(func):
    return (_iscoroutinefunction(func)
            or getattr(func, '_is_coroutine', None) is _is_coroutine)


async def _wrap_awaitable(awaitable):
    return await awaitable      # so that ensure_future() gets a coroutine


def _warn_old(func, code):
    # At the line of the def, below its decorators.
    from warnings import warn, warn_explicit
    text = '"@coroutine" decorator is deprecated since Python 3.8, use "async def" instead'
    if code is None:
        warn(text, DeprecationWarning, stacklevel=3)
        return
    from linecache import getline
    line = code.co_firstlineno
    while getline(code.co_filename, line).lstrip().startswith('@'):
        line += 1
    warn_explicit(text, DeprecationWarning, code.co_filename, line, func.__module__)


def coroutine(func):
    code = getattr(func, '__code__', None)
    _warn_old(func, code)
    flags = 0 if code is None else code.co_flags
    if flags & _COROUTINE:
        return func
    if flags & _GENERATOR:
        body = func
    else:
        def body(*args, **kwargs):
            result = func(*args, **kwargs)
            if isfuture(result) or iscoroutine(result) or hasattr(result, 'send'):
                result = yield from result
            elif hasattr(result, '__await__'):
                result = yield from result.__await__()
            return result
        for name in ('__module__', '__name__', '__qualname__', '__doc__'):
            setattr(body, name, getattr(func, name))
    wrapper = _mark(body)
    wrapper._is_coroutine = _is_coroutine
    return wrapper
