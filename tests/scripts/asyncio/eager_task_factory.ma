# Eager tasks run their first part inside create_task.
import asyncio
async def quick(n):
    print('quick', n)
    return n
async def slow(n):
    print('slow', n)
    await asyncio.sleep(0)
    print('slow end', n)
    return n
async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    t = asyncio.create_task(quick(1), name='q')
    print('created', t.done(), t.result())
    s = asyncio.create_task(slow(2), name='s')
    print('created slow', s.done())
    print(await s, await t)
    print(await asyncio.gather(quick(3), slow(4)))
asyncio.run(main())
# expect-output:
# quick 1
# created True 1
# slow 2
# created slow False
# slow end 2
# 2 1
# quick 3
# slow 4
# slow end 4
# [3, 4]
