# What to look for: `await a; await b` takes the sum of both, two Tasks take the longer one, and
# time.sleep() stops everybody.

import asyncio
import time

async def fun1(delay):
    await asyncio.sleep(delay)
    return delay

async def main():
    # await fun1() 等待fun1()执行结束之后才会执行下面的代码
    start = time.monotonic()
    await fun1(0.2)
    await fun1(0.2)
    print('await, await:', round(time.monotonic() - start, 1))

    # 协程交给事件循环（Task）之后，才会并发
    start = time.monotonic()
    task1 = asyncio.create_task(fun1(0.2))
    task2 = asyncio.create_task(fun1(0.2))
    await task1
    await task2
    print('task, task:', round(time.monotonic() - start, 1))

    # time.sleep() 不是异步程序，整个事件循环都停下来
    async def block():
        time.sleep(0.2)
    start = time.monotonic()
    await asyncio.wait([asyncio.create_task(block()), asyncio.create_task(block())])
    print('time.sleep:', round(time.monotonic() - start, 1))

asyncio.run( main() )
