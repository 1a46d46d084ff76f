# _anext.ma - anext(iterator, default): an awaitable that gives the default at the end.
async def anext_or(awaitable, default):
    try:
        return await awaitable
    except StopAsyncIteration:
        return default
