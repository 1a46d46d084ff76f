# asyncio.futures - names of CPython's module, for programs that import them from here.

from _asyncio import CancelledError, Future, InvalidStateError, isfuture
from asyncio.threads import wrap_future

__all__ = ('Future', 'wrap_future', 'isfuture')


def _get_loop(fut):
    return fut.get_loop()
