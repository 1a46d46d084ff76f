# async with: order, suppression, errors of protocol.
import asyncio
class CM:
    def __init__(self, n, swallow=False): self.n, self.s = n, swallow
    async def __aenter__(self):
        await asyncio.sleep(0); print('enter', self.n); return self.n
    async def __aexit__(self, kind, value, tb):
        await asyncio.sleep(0); print('exit', self.n, kind and kind.__name__); return self.s
async def main():
    async with CM(1) as a, CM(2) as b:
        print(a, b)
    async with CM(3, True):
        raise ValueError
    try:
        async with CM(4):
            raise KeyError
    except KeyError:
        print('passed on')
    async def ret():
        async with CM(5):
            return 'r'
    print(await ret())
    class Sync:
        def __enter__(self): pass
        def __exit__(self, *a): pass
    try:
        async with Sync(): pass
    except TypeError as e:
        print(e)
    try:
        with CM(6): pass
    except TypeError as e:
        print(e)
    from contextlib import asynccontextmanager, AsyncExitStack, aclosing
    @asynccontextmanager
    async def acm():
        print('acm in')
        try:
            yield 'v'
        finally:
            print('acm out')
    async with acm() as v:
        print(v)
    async with AsyncExitStack() as st:
        await st.enter_async_context(CM(7)); st.callback(print, 'cb')
        st.push_async_callback(asyncio.sleep, 0)
asyncio.run(main())
# expect-output:
# enter 1
# enter 2
# 1 2
# exit 2 None
# exit 1 None
# enter 3
# exit 3 ValueError
# enter 4
# exit 4 KeyError
# passed on
# enter 5
# exit 5 None
# r
# 'Sync' object does not support the asynchronous context manager protocol
# 'CM' object does not support the context manager protocol
# acm in
# v
# acm out
# enter 7
# cb
# exit 7 None

# also on the model
