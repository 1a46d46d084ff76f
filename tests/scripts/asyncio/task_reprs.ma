# The reprs of Tasks in every state.
import asyncio
def cb(t): pass
def cb2(t): pass
async def w(): await asyncio.sleep(10)
async def bad(): raise ValueError('x')
async def val(v): return v
class K:
    async def meth(self): await asyncio.sleep(0)
async def main():
    t = asyncio.create_task(w(), name='W')
    print(t)
    t.add_done_callback(cb)
    print(t)
    t.add_done_callback(cb2)
    print(t)
    t.add_done_callback(print)
    print(t)
    for c in (cb, cb2, print): t.remove_done_callback(c)
    await asyncio.sleep(0)
    print(t)
    t.cancel()
    print(t)
    await asyncio.wait([t])
    print(t)
    for c in (bad(), val('x' * 50), val([1] * 20), val(None), K().meth()):
        t = asyncio.create_task(c, name='T')
        await asyncio.wait([t])
        print(t)
        t.cancelled() or t.exception()
    async def inner(): await asyncio.sleep(0)
    t = asyncio.create_task(inner(), name='I')
    async def outer(): await t
    o = asyncio.create_task(outer(), name='O')
    await asyncio.sleep(0)
    print(o)
    print(t)
    await o
    f = asyncio.get_running_loop().create_future()
    f.add_done_callback(lambda x: 0)
    print(f)
asyncio.run(main())
# expect-output:
# <Task pending name='W' coro=<w() running at task_reprs.ma:5>>
# <Task pending name='W' coro=<w() running at task_reprs.ma:5> cb=[cb() at task_reprs.ma:3]>
# <Task pending name='W' coro=<w() running at task_reprs.ma:5> cb=[cb() at task_reprs.ma:3, cb2() at task_reprs.ma:4]>
# <Task pending name='W' coro=<w() running at task_reprs.ma:5> cb=[cb() at task_reprs.ma:3, <1 more>, print()]>
# <Task pending name='W' coro=<w() running at task_reprs.ma:5> wait_for=<Future pending cb=[Task.task_wakeup()]>>
# <Task cancelling name='W' coro=<w() running at task_reprs.ma:5> wait_for=<Future cancelled>>
# <Task cancelled name='W' coro=<w() done, defined at task_reprs.ma:5>>
# <Task finished name='T' coro=<bad() done, defined at task_reprs.ma:6> exception=ValueError('x')>
# <Task finished name='T' coro=<val() done, defined at task_reprs.ma:7> result='xxxxxxxxxxxx...xxxxxxxxxxxxx'>
# <Task finished name='T' coro=<val() done, defined at task_reprs.ma:7> result=[1, 1, 1, 1, 1, 1, ...]>
# <Task finished name='T' coro=<val() done, defined at task_reprs.ma:7> result=None>
# <Task finished name='T' coro=<K.meth() done, defined at task_reprs.ma:9> result=None>
# <Task pending name='O' coro=<main.<locals>.outer() running at task_reprs.ma:33> wait_for=<Task pending name='I' coro=<main.<locals>.inner() running at task_reprs.ma:31> cb=[Task.task_wakeup()]>>
# <Task pending name='I' coro=<main.<locals>.inner() running at task_reprs.ma:31> cb=[Task.task_wakeup()]>
# <Future pending cb=[main.<locals>.<lambda>() at task_reprs.ma:40]>
