# wait, wait_for, notify; the lock is taken back.
import asyncio
async def main():
    c = asyncio.Condition()
    items = []
    async def consumer(n):
        async with c:
            got = await c.wait_for(lambda: items and items.pop())
            print('consumer', n, got, c.locked())
    ts = [asyncio.create_task(consumer(i)) for i in range(3)]
    await asyncio.sleep(0)
    print(repr(c).split(' [')[1])
    async with c:
        items.append('a'); c.notify()
    await asyncio.sleep(0.01)
    async with c:
        items.extend('bc'); c.notify_all()
    await asyncio.gather(*ts)
    for f in (c.notify,):
        try:
            f()
        except RuntimeError as e:
            print(e)
    try:
        await c.wait()
    except RuntimeError as e:
        print(e)
    async def waits():
        async with c:
            try:
                await c.wait()
            finally:
                print('lock held when cancelled:', c.locked())
    t = asyncio.create_task(waits())
    await asyncio.sleep(0)
    t.cancel()
    await asyncio.wait([t])
    print(t.cancelled(), c.locked())
asyncio.run(main())
# expect-output:
# unlocked, waiters:3]>
# consumer 0 a True
# consumer 1 c True
# consumer 2 b True
# cannot notify on un-acquired lock
# cannot wait on un-acquired lock
# lock held when cancelled: True
# True False
