# awaitable objs: order, states and texts are those of CPython 3.13.
import asyncio
FILE = __file__
log = []

class A:
    def __init__(self, n): self.n = n
    def __await__(self):
        yield from asyncio.sleep(0).__await__()
        return self.n
class FutA:
    def __init__(self): self.f = asyncio.get_running_loop().create_future()
    def __await__(self): return self.f.__await__()
class FutY:
    def __init__(self): self.f = asyncio.get_running_loop().create_future()
    def __await__(self):
        r = yield from self.f
        return ('wrapped', r)
async def main():
    log.append(await A(1)); log.append(await asyncio.gather(A(2), A(3))); log.append(await asyncio.wait_for(A(4), 1)); log.append(await asyncio.ensure_future(A(5)))
    f = FutA(); asyncio.get_running_loop().call_soon(f.f.set_result, 6); log.append(await f)
    f = FutY(); asyncio.get_running_loop().call_soon(f.f.set_result, 7); log.append(await f)
    f = FutY(); asyncio.get_running_loop().call_soon(f.f.set_exception, KeyError(8))
    try: await f
    except KeyError as e: log.append(repr(e))
    f = FutY(); t = asyncio.ensure_future(f); await asyncio.sleep(0); await asyncio.sleep(0); t.cancel()
    try: await t
    except asyncio.CancelledError: log.append(f.f.cancelled())
    fut = asyncio.get_running_loop().create_future()
    it = fut.__await__(); log.append(next(it) is fut); fut.set_result('z')
    try: next(it)
    except StopIteration as e: log.append(e.value)
    fut = asyncio.get_running_loop().create_future()
    it = iter(fut); next(it)
    try: next(it)
    except RuntimeError as e: log.append(str(e))
    class N:
        def __await__(self): return 5
    try: await N()
    except TypeError as e: log.append(str(e))

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
# 1
# [2, 3]
# 4
# 5
# 6
# ('wrapped', 7)
# KeyError(8)
# True
# True
# z
# await wasn't used with future
# __await__() returned non-iterator of type 'int'
# ('result', None)

# also on the model
