import asyncio
def cb(n):
    q = n
    breakpoint()
    q = n + 1
async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(cb, 3)
    loop.call_later(0.1, cb, 4)
    await asyncio.sleep(0.05)
    print("main")
    await asyncio.sleep(0.2)
breakpoint()
w = 1
asyncio.run(main())
