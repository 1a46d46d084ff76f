# asyncio.threads - there are no threads in miniasync; say so instead of blocking the loop.

from _asyncio import iscoroutine

__all__ = ('to_thread', 'run_coroutine_threadsafe')


async def to_thread(func, /, *args, **kwargs):
    raise NotImplementedError('asyncio.to_thread: miniasync runs on one thread only')


def run_coroutine_threadsafe(coro, loop):
    if not iscoroutine(coro):
        raise TypeError('A coroutine object is required')
    coro.close()
    raise NotImplementedError('run_coroutine_threadsafe: miniasync runs on one thread only')
