# subclass: order, states and texts are those of CPython 3.13.
import asyncio
FILE = __file__
log = []

class F(asyncio.Future):
    def __init__(self, x, **k): super().__init__(**k); self.x = x
    def set_result(self, r): log.append('sr'); super().set_result(r)
class T(asyncio.Task):
    def cancel(self, msg=None): log.append('T.cancel'); return super().cancel(msg)
    def __repr__(self): return '<T!>'
async def main():
    f = F(3); log.append((f.x, repr(f))); asyncio.get_running_loop().call_soon(f.set_result, 1); log.append(await f)
    async def b(): await asyncio.sleep(10)
    t = T(b(), name='sub'); log.append(repr(t)); 
    async def o(): await t
    ot = asyncio.create_task(o()); await asyncio.sleep(0); await asyncio.sleep(0)
    ot.cancel()
    try: await ot
    except asyncio.CancelledError: log.append((t.cancelled(), ot.cancelled()))
    asyncio.get_running_loop().set_task_factory(lambda loop, coro, **k: T(coro, loop=loop, **k))
    t = asyncio.create_task(asyncio.sleep(0, 'fac'), name='named'); log.append((type(t).__name__, t.get_name(), await t))

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
# (3, '<F pending>')
# sr
# 1
# <T!>
# T.cancel
# (True, True)
# ('T', 'named', 'fac')
# ('result', None)
