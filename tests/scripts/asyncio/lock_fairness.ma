# In order of arrival; nobody barges in; a cancelled waiter passes its turn on.
import asyncio
async def main():
    lock = asyncio.Lock()
    order = []
    async def use(n):
        async with lock:
            order.append(n)
            await asyncio.sleep(0)
    await lock.acquire()
    ts = [asyncio.create_task(use(i)) for i in range(4)]
    await asyncio.sleep(0)
    print(str(lock).split(' [')[1], lock.locked())
    lock.release()
    print(lock.locked())
    late = asyncio.create_task(use('late'))
    ts[1].cancel()
    await asyncio.wait([*ts, late])
    print(order, lock.locked())
    try:
        lock.release()
    except RuntimeError as e:
        print(e)
    print(await lock.acquire(), repr(lock).split(' [')[1])
    w = asyncio.create_task(lock.acquire())
    x = asyncio.create_task(lock.acquire())
    await asyncio.sleep(0)
    lock.release()
    w.cancel()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(w.cancelled(), x.done(), lock.locked())
asyncio.run(main())
# expect-output:
# locked, waiters:4]> True
# False
# [0, 2, 3, 'late'] False
# Lock is not acquired.
# True locked]>
# True True True
