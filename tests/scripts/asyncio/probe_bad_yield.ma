# bad yield: order, states and texts are those of CPython 3.13.
import asyncio
FILE = __file__
log = []

class Y:
    def __init__(self, v): self.v = v
    def __await__(self):
        try:
            r = yield self.v
            log.append(('got', r))
        except RuntimeError as e:
            log.append(str(e).replace(str(id(self)), ''))
        return 'x'
async def f(v):
    return await Y(v)
async def main():
    for v in (5, 'str', None, [1], (i for i in [])):
        t = asyncio.create_task(f(v), name='T')
        log.append(await t)
    fut = asyncio.get_running_loop().create_future()
    t = asyncio.create_task(f(fut), name='T')
    log.append(await t)

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
# Task got bad yield: 5
# x
# Task got bad yield: 'str'
# x
# ('got', None)
# x
# Task got bad yield: [1]
# x
# yield was used instead of yield from for generator in task <Task pending name='T' coro=<f() running at probe_bad_yield.ma:16> cb=[Task.task_wakeup()]> with <generator object main.<locals>.<genexpr> at 0x...>
# x
# yield was used instead of yield from in task <Task pending name='T' coro=<f() running at probe_bad_yield.ma:16> cb=[Task.task_wakeup()]> with <Future pending>
# x
# ('result', None)
