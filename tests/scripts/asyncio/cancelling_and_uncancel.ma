# Each cancel counts one; uncancel takes one off.
import asyncio
async def f():
    t = asyncio.current_task()
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        print('count', t.cancelling())
        print(t.uncancel(), t.cancelling(), t.uncancel())
    await asyncio.sleep(0)
    return 'survived'
async def main():
    t = asyncio.create_task(f())
    await asyncio.sleep(0)
    t.cancel(); t.cancel()
    print(await t, t.cancelling())
    async def g():
        me = asyncio.current_task()
        me.cancel()
        print(me.uncancel())
        await asyncio.sleep(0)
        return 'withdrawn'
    print(await asyncio.create_task(g()))
asyncio.run(main())
# expect-output:
# count 2
# 1 1 0
# survived 0
# 0
# withdrawn

# also on the model
