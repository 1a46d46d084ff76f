# AsyncExitStack: errors half way, pop_all.
import asyncio
class Resource:
    def __init__(self, n): self.n = n
    async def __aenter__(self):
        if self.n == 'bad': raise RuntimeError('cannot open')
        print('open', self.n); return self
    async def __aexit__(self, *exc): print('close', self.n, exc[0]); return False
async def main():
    from contextlib import AsyncExitStack
    try:
        async with AsyncExitStack() as st:
            for n in ('a', 'b', 'bad'): await st.enter_async_context(Resource(n))
    except RuntimeError as e: print(e)
    st = AsyncExitStack(); await st.enter_async_context(Resource('c'))
    async def cb(x, y=0): print('async cb', x, y)
    st.push_async_callback(cb, 1, y=2)
    new = st.pop_all(); await st.aclose(); print('--'); await new.aclose()
    try:
        async with Resource('x') as r, Resource('bad'): pass
    except RuntimeError as e: print('RT', e)
asyncio.run(main())
# expect-output:
# open a
# open b
# close b <class 'RuntimeError'>
# close a <class 'RuntimeError'>
# cannot open
# open c
# --
# async cb 1 2
# close c None
# open x
# close x <class 'RuntimeError'>
# RT cannot open
