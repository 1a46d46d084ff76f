# Reprs of Tasks and Futures while they wait and are cancelled.
import asyncio
async def main():
    loop = asyncio.get_running_loop()
    fut = loop.create_future()
    async def a(): await fut
    t = asyncio.create_task(a(), name='a')
    await asyncio.sleep(0)
    print(t)
    print(t._fut_waiter is fut, t._must_cancel)
    t.cancel()
    print(t, fut)
    await asyncio.sleep(0)
    print(t, fut)
    async def b():
        try: await asyncio.shield(asyncio.sleep(.01))
        except asyncio.CancelledError: print('b'); raise
    t = asyncio.create_task(b(), name='b'); await asyncio.sleep(0)
    t.cancel(); await asyncio.sleep(0); print(t.cancelled())
    await asyncio.sleep(.02)
    g = asyncio.gather(a(), return_exceptions=True); await asyncio.sleep(0); print(await g, str(g))
asyncio.run(main())
# expect-output:
# <Task pending name='a' coro=<main.<locals>.a() running at /tmp/async/w/study_task_reprs.ma:6> wait_for=<Future pending cb=[Task.task_wakeup()]>>
# True False
# <Task cancelling name='a' coro=<main.<locals>.a() running at /tmp/async/w/study_task_reprs.ma:6> wait_for=<Future cancelled>> <Future cancelled>
# <Task cancelled name='a' coro=<main.<locals>.a() done, defined at /tmp/async/w/study_task_reprs.ma:6>> <Future cancelled>
# b
# True
# [CancelledError('')] <_GatheringFuture finished result=[CancelledError('')]>
