# asyncio.base_events - names of CPython's module, for programs that import them from here, and
# what the loop's C half leaves to a coroutine.

from _asyncio import BaseEventLoop, gather

__all__ = ('BaseEventLoop',)


async def _close_asyncgens(loop, generators):
    # What loop.shutdown_asyncgens() waits for.
    endings = [generator.aclose() for generator in generators]
    results = await gather(*endings, return_exceptions=True)
    for result, generator in zip(results, generators):
        if isinstance(result, Exception):
            loop.call_exception_handler({
                'message': 'an error occurred during closing of asynchronous generator '
                           f'{generator!r}',
                'exception': result,
                'asyncgen': generator,
            })


class _Endings:
    # A task factory sees the two coroutines with which a loop ends.
    async def shutdown_asyncgens(ending):
        await ending

    async def shutdown_default_executor(ending):
        await ending

    shutdown_asyncgens.__qualname__ = 'BaseEventLoop.shutdown_asyncgens'
    shutdown_default_executor.__qualname__ = 'BaseEventLoop.shutdown_default_executor'
