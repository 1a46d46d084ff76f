# What to look for: the bell rings before anybody listens, and is reset at once. set() wakes who waits at that
# moment; whoever comes later waits for a ring that never comes. The trace shows set and clear before the wait.
# expect error: DeadlockError: every task is waiting and nothing can wake them
# miniasync only: CPython would wait for ever

import asyncio

async def guest(bell):
    await asyncio.sleep(0.2)            # late
    print('guest: listening')
    await bell.wait()
    print('guest: coming')

async def cook(bell):
    await asyncio.sleep(0.1)
    print('cook: dinner is ready')
    bell.set()
    bell.clear()                        # ready for the next meal

async def main():
    bell = asyncio.Event()
    await asyncio.gather(guest(bell), cook(bell))

asyncio.run(main())
