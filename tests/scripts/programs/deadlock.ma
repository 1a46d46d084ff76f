import asyncio


async def main():
    loop = asyncio.get_running_loop()
    lock = asyncio.Lock()
    await lock.acquire()
    try:
        await asyncio.wait_for(lock.acquire(), 0.01)
    except asyncio.TimeoutError:
        print('锁超时')
    lock.release()
    print(lock.locked())
    a, b = loop.create_future(), loop.create_future()

    async def wait_then(x, y):
        await x
        y.set_result(1)
    ts = [asyncio.create_task(wait_then(a, b)), asyncio.create_task(wait_then(b, a))]
    done, pending = await asyncio.wait(ts, timeout=0.01)
    print(len(done), len(pending))
    a.set_result(0)
    try:
        await asyncio.gather(*ts)
    except asyncio.InvalidStateError as e:
        print(repr(e))

    async def self_wait():
        await asyncio.current_task()
    t = asyncio.create_task(self_wait(), name='自等')
    try:
        await t
    except RuntimeError as e:
        print(str(e).split('coro')[0])


asyncio.run(main())
# expect-output:
# 锁超时
# False
# 0 2
# InvalidStateError('invalid state')
# Task cannot await on itself: <Task pending name='自等'
