# A cancel goes down a chain of Tasks that wait for each other.
import asyncio
async def a():
    try: await asyncio.sleep(1)
    except asyncio.CancelledError as e: print('a', e.args); return 'a survived'
async def b(t):
    try:
        r = await t; print('b got', r); return r
    except asyncio.CancelledError as e: print('b', e.args); raise
async def main():
    ta = asyncio.create_task(a(), name='a'); tb = asyncio.create_task(b(ta), name='b'); tc = asyncio.create_task(b(tb), name='c')
    await asyncio.sleep(0.01)
    tc.cancel('from main')
    print(tc, tb, ta, sep='\n')
    print(await asyncio.gather(ta, tb, tc, return_exceptions=True))
    print(tc.cancelling(), tb.cancelling(), ta.cancelling())
    ta = asyncio.create_task(a(), name='a'); tb = asyncio.create_task(b(ta), name='b'); tc = asyncio.create_task(b(ta), name='c')
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    tb.cancel('x'); tc.cancel('y')
    print(await asyncio.gather(ta, tb, tc, return_exceptions=True))
asyncio.run(main())
# expect-output:
# <Task cancelling name='c' coro=<b() running at exam_cancel_chain.ma:8> wait_for=<Task cancelling name='b' coro=<b() running at exam_cancel_chain.ma:8> wait_for=<Task cancelling name='a' coro=<a() running at exam_cancel_chain.ma:4> wait_for=<Future cancelled> cb=[Task.task_wakeup()]> cb=[Task.task_wakeup()]>>
# <Task cancelling name='b' coro=<b() running at exam_cancel_chain.ma:8> wait_for=<Task cancelling name='a' coro=<a() running at exam_cancel_chain.ma:4> wait_for=<Future cancelled> cb=[Task.task_wakeup()]> cb=[Task.task_wakeup()]>
# <Task cancelling name='a' coro=<a() running at exam_cancel_chain.ma:4> wait_for=<Future cancelled> cb=[Task.task_wakeup()]>
# a ('from main',)
# b got a survived
# b got a survived
# ['a survived', 'a survived', 'a survived']
# 1 1 1
# a ('x',)
# b got a survived
# b got a survived
# ['a survived', 'a survived', 'a survived']
