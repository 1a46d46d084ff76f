# wait_for: value, timeout, swallow, zero, None.
import asyncio
async def quick(): return 'quick'
async def swallow():
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        return 'late value'
async def cleanup():
    try:
        await asyncio.sleep(1)
    finally:
        await asyncio.sleep(0.01)
        print('cleaned')
async def main():
    print(await asyncio.wait_for(quick(), 1), await asyncio.wait_for(quick(), None))
    print(await asyncio.wait_for(swallow(), 0.01))
    for t in (0.01, 0, -1):
        try:
            await asyncio.wait_for(cleanup(), t)
        except asyncio.TimeoutError as e:
            print('timeout', repr(e), repr(e.__cause__))
    f = asyncio.get_running_loop().create_future()
    f.set_result(5)
    print(await asyncio.wait_for(f, 0))
    t = asyncio.create_task(asyncio.sleep(1))
    try:
        await asyncio.wait_for(t, 0.01)
    except TimeoutError:
        print(t.cancelled())
    async def fails(): raise KeyError('k')
    try:
        await asyncio.wait_for(fails(), 1)
    except KeyError as e:
        print(repr(e))
asyncio.run(main())
# expect-output:
# quick quick
# late value
# cleaned
# timeout TimeoutError() CancelledError()
# timeout TimeoutError() CancelledError()
# timeout TimeoutError() CancelledError()
# 5
# True
# KeyError('k')

# also on the model
