# Result and deadline in the same turn: TimeoutError since 3.12.
import asyncio, time
async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    loop.call_later(0.01, f.set_result, 'value')
    loop.call_soon(time.sleep, 0.05)
    try:
        print(await asyncio.wait_for(f, 0.02))
    except TimeoutError:
        print('TimeoutError')
asyncio.run(main())
# expect-output:
# TimeoutError

# also on the model
