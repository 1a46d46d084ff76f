# custom coro: order, states and texts are those of CPython 3.13.
import asyncio
FILE = __file__
log = []

class C:
    def __init__(self): self.n = 0
    def send(self, v):
        self.n += 1; log.append(('send', v, self.n))
        if self.n == 3: raise StopIteration('res')
        return None
    def throw(self, *a): log.append(('throw', type(a[0]).__name__)); raise a[0]
    def close(self): log.append('close')
    def __await__(self): return self
async def main():
    c = C(); log.append(asyncio.iscoroutine(c))
    t = asyncio.create_task(c); log.append(await t)
    t = asyncio.create_task(C()); await asyncio.sleep(0); t.cancel()
    try: await t
    except asyncio.CancelledError: log.append('cancelled')

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
# True
# ('send', None, 1)
# ('send', None, 2)
# ('send', None, 3)
# res
# ('send', None, 1)
# ('throw', 'CancelledError')
# cancelled
# ('result', None)
