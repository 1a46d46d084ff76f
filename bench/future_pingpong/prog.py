# Two tasks hand values to each other through create_future.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    ping = loop.create_future()
    pong = loop.create_future()

    async def other(n):
        nonlocal ping, pong
        for i in range(n):
            value = await ping
            ping = loop.create_future()
            pong.set_result(value + 1)

    n = 120000
    task = asyncio.create_task(other(n))
    total = 0
    for i in range(n):
        ping.set_result(i)
        total += await pong
        pong = loop.create_future()
    await task
    return total


print('future_pingpong', asyncio.run(main()))
