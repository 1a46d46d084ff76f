# Round robin of many tasks.
import asyncio
async def w(n, k):
    for i in range(k):
        print(n + str(i), end=' ')
        await asyncio.sleep(0)
async def main():
    await asyncio.gather(w('a', 3), w('b', 1), w('c', 2))
    print()
    async with asyncio.TaskGroup() as tg:
        for n in 'xyz': tg.create_task(w(n, 2))
    print()
asyncio.run(main())
# expect-output:
# a0 b0 c0 a1 c1 a2
# x0 y0 z0 x1 y1 z1
