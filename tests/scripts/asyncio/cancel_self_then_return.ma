# A Task that cancels itself and returns ends cancelled; if it raises, the exception wins.
import asyncio
async def ret():
    asyncio.current_task().cancel()
    return 'lost'
async def rai():
    asyncio.current_task().cancel()
    raise ValueError('wins')
async def aw():
    asyncio.current_task().cancel()
    try:
        await asyncio.sleep(0)
    except asyncio.CancelledError:
        print('at the await')
    return 'kept'
async def main():
    for f in (ret, rai, aw):
        t = asyncio.create_task(f())
        await asyncio.wait([t])
        print(f.__name__, t.cancelled(), None if t.cancelled() else (t.exception() or t.result()))
asyncio.run(main())
# expect-output:
# ret True None
# rai False wins
# at the await
# aw False kept

# also on the model
