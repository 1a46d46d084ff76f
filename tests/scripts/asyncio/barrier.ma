# Barrier: positions, reuse, reset, abort.
import asyncio
async def main():
    b = asyncio.Barrier(3)
    print(repr(b).split(' [')[1], b.parties, b.n_waiting, b.broken)
    print(sorted(await asyncio.gather(*(b.wait() for _ in range(3)))))
    async def w():
        try:
            return await b.wait()
        except asyncio.BrokenBarrierError as e:
            return repr(e)
    t = asyncio.create_task(w())
    await asyncio.sleep(0)
    print(b.n_waiting, repr(b).split(' [')[1])
    await b.reset()
    print(await t)
    t = asyncio.create_task(w())
    await asyncio.sleep(0)
    await b.abort()
    print(await t, b.broken, repr(b).split(' [')[1])
    print(await w())
    try:
        asyncio.Barrier(0)
    except ValueError as e:
        print(e)
    c = asyncio.Barrier(1)
    async with c as pos:
        print(pos)
asyncio.run(main())
# expect-output:
# filling, waiters:0/3]> 3 0 False
# [0, 1, 2]
# 1 filling, waiters:1/3]>
# BrokenBarrierError('Abort or reset of barrier')
# BrokenBarrierError('Abort or reset of barrier') True broken]>
# BrokenBarrierError('Barrier aborted')
# parties must be > 0
# 0
