# An async iterator that is an async context manager.
import asyncio
class Stream:
    def __init__(self, n): self.n = n; self.buf = asyncio.Queue(); self.closed = False
    async def feed(self):
        for i in range(self.n): await self.buf.put(f'line {i}'); await asyncio.sleep(.001)
        await self.buf.put(None)
    def __aiter__(self): return self
    async def __anext__(self):
        if (x := await self.buf.get()) is None: raise StopAsyncIteration
        return x
    async def __aenter__(self): self.t = asyncio.create_task(self.feed()); return self
    async def __aexit__(self, *e): self.t.cancel(); print('closed', self.t.done())
async def main():
    async with Stream(3) as s:
        async for line in s: print(line)
    async with Stream(3) as s:
        async for line in s: print(line); break
    await asyncio.sleep(0); print(s.t.cancelled())
asyncio.run(main())
# expect-output:
# line 0
# line 1
# line 2
# closed True
# line 0
# closed False
# True
