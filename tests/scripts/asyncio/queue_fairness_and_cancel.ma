# First come, first served; a cancelled getter loses nothing.
import asyncio
async def main():
    q = asyncio.Queue()
    got = []
    async def getter(n):
        got.append((n, await q.get()))
    ts = [asyncio.create_task(getter(i)) for i in range(4)]
    await asyncio.sleep(0)
    ts[0].cancel()
    for x in 'abc': q.put_nowait(x)
    await asyncio.wait(ts)
    print(got)
    g = asyncio.create_task(q.get()); h = asyncio.create_task(q.get())
    await asyncio.sleep(0)
    q.put_nowait('x')
    g.cancel()
    print(await h, g.cancelled(), q)
    full = asyncio.Queue(1)
    await full.put(0)
    ps = [asyncio.create_task(full.put(i)) for i in (1, 2, 3)]
    await asyncio.sleep(0)
    ps[0].cancel()
    print(full.get_nowait(), await full.get(), await full.get())
asyncio.run(main())
# expect-output:
# [(1, 'a'), (2, 'b'), (3, 'c')]
# x True <Queue maxsize=0 tasks=4>
# 0 2 3
