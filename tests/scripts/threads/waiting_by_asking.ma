# Asking again and again for an end does not keep the threads from running.
import asyncio, time
from concurrent.futures import ThreadPoolExecutor
def step(n): time.sleep(.01); return n + 1
async def main():
    loop = asyncio.get_running_loop()
    loop.set_default_executor(ThreadPoolExecutor(max_workers=2, thread_name_prefix='my'))
    t = time.time()
    print(await asyncio.gather(*(loop.run_in_executor(None, step, i) for i in range(4))))
    print(.018 < time.time() - t < .06)

asyncio.run(main()) if False else None
async def main2():
    loop = asyncio.get_running_loop()
    x = 0
    while x < 3: x = await loop.run_in_executor(None, step, x)
    print(x)
    done = []
    f = loop.run_in_executor(None, time.sleep, .03)
    while not f.done(): done.append(1); await asyncio.sleep(0)
    print(len(done) > 3)
    print(await loop.run_in_executor(None, sorted, [3, 1, 2]))
    import functools
    print(await loop.run_in_executor(None, functools.partial(sorted, [3, 1, 2], reverse=True)))
    try: await loop.run_in_executor(None, 5)
    except TypeError as e: print(e)
asyncio.run(main2())
# expect-output:
# 3
# True
# [1, 2, 3]
# [3, 2, 1]
# 'int' object is not callable
