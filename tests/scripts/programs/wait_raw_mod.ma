# miniasync only: written for Python 3.4 to 3.10
import asyncio


async def hello(i):
    await asyncio.sleep(0.001 * i)
    print('hello', i)
    return i


loop = asyncio.get_event_loop()
tasks = [hello(i) for i in range(3)]
done, pending = loop.run_until_complete(asyncio.wait(tasks))
print(sorted(t.result() for t in done), pending)
loop.close()
# expect-output:
# hello 0
# hello 1
# hello 2
# [0, 1, 2] set()
