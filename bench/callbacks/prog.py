# A chain of loop.call_soon.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    done = loop.create_future()

    def step(n):
        if n:
            loop.call_soon(step, n - 1)
        else:
            done.set_result('end')

    step(250000)
    return await done


print('callbacks', asyncio.run(main()))
