# In order of completion; coroutines or, by async for, the Tasks themselves.
import asyncio
async def f(n, d):
    await asyncio.sleep(d)
    return n
async def main():
    for c in asyncio.as_completed([f('slow', 0.03), f('quick', 0.01), f('middle', 0.02)]):
        print(await c)
    tasks = [asyncio.create_task(f(i, 0.03 - i * 0.01)) for i in range(3)]
    async for t in asyncio.as_completed(tasks):
        print(t in tasks, t.result())
    try:
        for c in asyncio.as_completed([f(1, 0.01), f(2, 1)], timeout=0.03):
            print(await c)
    except TimeoutError:
        print('timeout')
    try:
        asyncio.as_completed(tasks[0])
    except TypeError as e:
        print(e)
    async def bad(): raise ValueError('b')
    for c in asyncio.as_completed([bad()]):
        try:
            await c
        except ValueError as e:
            print(repr(e))
    print(list(asyncio.as_completed([])))
asyncio.run(main())
# expect-output:
# quick
# middle
# slow
# True 2
# True 1
# True 0
# 1
# timeout
# expects an iterable of awaitables, not Task
# ValueError('b')
# []
