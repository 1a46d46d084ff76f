# set wakes all; set then clear still frees those who waited.
import asyncio
async def main():
    e = asyncio.Event()
    async def w(n): print('woke', n, await e.wait())
    ts = [asyncio.create_task(w(i)) for i in range(3)]
    await asyncio.sleep(0)
    print(repr(e).split(' [')[1], e.is_set())
    e.set()
    e.clear()
    await asyncio.gather(*ts)
    print(e.is_set())
    e.set()
    print(await e.wait(), repr(e).split(' [')[1])
asyncio.run(main())
# expect-output:
# unset, waiters:3]> False
# woke 0 True
# woke 1 True
# woke 2 True
# False
# True set]>
