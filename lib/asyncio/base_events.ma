# asyncio.base_events - names of CPython's module, for programs that import them from here.

from _asyncio import BaseEventLoop

__all__ = ('BaseEventLoop',)
