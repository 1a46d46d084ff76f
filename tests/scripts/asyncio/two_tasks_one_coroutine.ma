# Two tasks in one coroutine at once.
import asyncio
async def f():
    await asyncio.sleep(0)
    return 1
async def main():
    c = f()
    async def use(): return await c
    a, b = asyncio.create_task(use()), asyncio.create_task(use())
    print(await asyncio.gather(a, b, return_exceptions=True))
asyncio.run(main())
# expect-output:
# [1, RuntimeError('coroutine is being awaited already')]

# also on the model
