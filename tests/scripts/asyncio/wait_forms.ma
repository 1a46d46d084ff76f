# wait: ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, timeout, and errors.
import asyncio
async def f(d, r=None):
    await asyncio.sleep(d)
    if isinstance(r, Exception):
        raise r
    return r
async def main():
    t = asyncio.create_task
    def show(dp): print(len(dp[0]), len(dp[1]))
    show(await asyncio.wait([t(f(0.01)), t(f(0))]))
    show(await asyncio.wait([t(f(0.01)), t(f(0))], return_when=asyncio.FIRST_COMPLETED))
    d, p = await asyncio.wait([t(f(0.05)), t(f(0.01, ValueError('x'))), t(f(0))], return_when=asyncio.FIRST_EXCEPTION)
    print(len(d), len(p), sorted(repr(x.exception()) for x in d))
    slow = t(f(1))
    d, p = await asyncio.wait({slow, t(f(0))}, timeout=0.02)
    print(len(d), p == {slow}, slow.done(), slow.cancelled())
    slow.cancel()
    c = t(f(1))
    asyncio.get_running_loop().call_soon(c.cancel)
    show(await asyncio.wait([c, t(f(0.01))], return_when='FIRST_EXCEPTION'))
    for arg, kw in (((), {}), ([c], {'return_when': 'X'}), (c, {}), ([f(0)], {})):
        try:
            await asyncio.wait(arg, **kw)
        except (TypeError, ValueError) as e:
            print(type(e).__name__, e)
        if isinstance(arg, list) and not isinstance(arg[0], asyncio.Task):
            arg[0].close()
    print(asyncio.ALL_COMPLETED, asyncio.FIRST_COMPLETED, asyncio.FIRST_EXCEPTION)
asyncio.run(main())
# expect-output:
# 2 0
# 1 1
# 2 1 ['None', "ValueError('x')"]
# 1 True False False
# 2 0
# ValueError Set of Tasks/Futures is empty.
# ValueError Invalid return_when value: X
# TypeError expect a list of futures, not Task
# TypeError Passing coroutines is forbidden, use tasks explicitly.
# ALL_COMPLETED FIRST_COMPLETED FIRST_EXCEPTION
