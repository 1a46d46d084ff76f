# An async generator is running while its asend() waits.
import asyncio
async def g():
    print('s'); yield 1
    await asyncio.sleep(0.01); yield 2
async def main():
    a = g(); print(await anext(a))
    t1 = asyncio.create_task(anext(a).__await__ and a.__anext__() if False else _w(a)); t2 = asyncio.create_task(_w(a))
    print(await asyncio.gather(t1, t2, return_exceptions=True))
    a = g(); await anext(a); t = asyncio.create_task(_w(a)); await asyncio.sleep(0); print(a.ag_running, a.ag_await is not None)
    try: await a.aclose()
    except RuntimeError as e: print(e)
    try: await a.athrow(ValueError)
    except RuntimeError as e: print(e)
    try: await a.asend(None)
    except RuntimeError as e: print(e)
    t.cancel()
    try: await t
    except asyncio.CancelledError: print('c', a.ag_running)
    try: print(await anext(a))
    except StopAsyncIteration: print('ended')
async def _w(a): return await a.__anext__()
asyncio.run(main())
# expect-output:
# s
# 1
# [2, RuntimeError('anext(): asynchronous generator is already running')]
# s
# True True
# aclose(): asynchronous generator is already running
# athrow(): asynchronous generator is already running
# anext(): asynchronous generator is already running
# c False
# ended
