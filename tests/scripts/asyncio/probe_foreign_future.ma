# foreign future: order, states and texts are those of CPython 3.13.
import asyncio
FILE = __file__
log = []

class FF:
    _asyncio_future_blocking = False
    def __init__(self, loop): self.loop = loop; self.cbs = []; self.r = None; self.d = False
    def get_loop(self): return self.loop
    def add_done_callback(self, cb, context=None): self.cbs.append(cb)
    def result(self):
        if isinstance(self.r, Exception): raise self.r
        return self.r
    def cancel(self, msg=None): log.append('ff cancel'); self.set(KeyError('ffc')); return True
    def set(self, r):
        self.r = r; self.d = True
        for cb in self.cbs: self.loop.call_soon(cb, self)
    def __await__(self):
        if not self.d:
            self._asyncio_future_blocking = True
            yield self
        return self.result()
async def main():
    loop = asyncio.get_running_loop()
    f = FF(loop); loop.call_soon(f.set, 'foreign'); log.append(await f); log.append(asyncio.isfuture(f))
    f = FF(loop); loop.call_soon(f.set, ValueError('fv'))
    try: await f
    except ValueError as e: log.append(repr(e))
    f = FF(loop)
    async def w(): await f
    t = asyncio.create_task(w()); await asyncio.sleep(0); t.cancel()
    try: await t
    except BaseException as e: log.append(repr(e))

if 'sync' in globals():
    sync()
else:
    try:
        log.append(('result', asyncio.run(main())))
    except BaseException as e:
        if 'after' in globals(): after(e)
        else: raise
for x in log:
    print(x)
# expect-output:
# foreign
# True
# ValueError('fv')
# ff cancel
# KeyError('ffc')
# ('result', None)
