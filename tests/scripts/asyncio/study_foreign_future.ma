# A Future class of the program's own.
import asyncio
async def f(): return 'x'
coro = f()
try: coro.send(None)
except StopIteration as e: print('result', e.value)
try: coro.send(None)
except RuntimeError as e: print(e)
class Future:
    _asyncio_future_blocking = False
    def __init__(self): self.cbs = []; self.done_ = False
    def get_loop(self): return asyncio.get_running_loop()
    def add_done_callback(self, cb, *, context=None): self.cbs.append((cb, context))
    def result(self): return 'foreign'
    def cancel(self, msg=None): print('cancel'); return False
    def set(self):
        for cb, ctx in self.cbs: asyncio.get_running_loop().call_soon(cb, self, context=ctx)
    def __await__(self):
        self._asyncio_future_blocking = True
        yield self
        return self.result()
async def main():
    fu = Future(); asyncio.get_running_loop().call_soon(fu.set); print(await fu)
asyncio.run(main())
# expect-output:
# result x
# cannot reuse already awaited coroutine
# foreign
