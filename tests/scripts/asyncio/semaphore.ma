# Hands the slot to the first waiter at once.
import asyncio
async def main():
    s = asyncio.Semaphore(2)
    active = 0; top = 0
    async def use(n):
        nonlocal active, top
        async with s:
            active += 1; top = max(top, active)
            await asyncio.sleep(0.001)
            active -= 1
            print(n, end=' ')
    await asyncio.gather(*(use(i) for i in range(6)))
    print('at most', top, repr(s).split(' [')[1])
    await s.acquire(); await s.acquire()
    w = asyncio.create_task(s.acquire())
    await asyncio.sleep(0)
    print(repr(s).split(' [')[1], s.locked())
    s.release()
    print('locked right after release:', s.locked())
    await w
    b = asyncio.BoundedSemaphore(1)
    try:
        b.release()
    except ValueError as e:
        print(e)
    try:
        asyncio.Semaphore(-1)
    except ValueError as e:
        print(e)
    s = asyncio.Semaphore(0)
    ws = [asyncio.create_task(s.acquire()) for _ in range(3)]
    await asyncio.sleep(0)
    ws[0].cancel()
    s.release(); s.release()
    await asyncio.wait(ws)
    print([x.cancelled() for x in ws], s.locked())
asyncio.run(main())
# expect-output:
# 0 1 2 3 4 5 at most 2 unlocked, value:2]>
# locked, waiters:1]> True
# locked right after release: True
# BoundedSemaphore released too many times
# Semaphore initial value must be >= 0
# [True, False, False] True
