# What a function in a thread raises, timeouts and cancelling its Future.
import asyncio, time, concurrent.futures
def bad(): time.sleep(.01); raise ValueError('in thread')
async def main():
    loop = asyncio.get_running_loop()
    try: await loop.run_in_executor(None, bad)
    except ValueError as e: print(repr(e))
    with concurrent.futures.ThreadPoolExecutor(max_workers=2) as pool:
        r = await asyncio.gather(*[loop.run_in_executor(pool, pow, 2, i) for i in range(5)]); print(r)
    try: await asyncio.wait_for(asyncio.to_thread(time.sleep, .3), .01)
    except TimeoutError: print('TO')
    t = asyncio.create_task(asyncio.to_thread(time.sleep, .3)); await asyncio.sleep(.01); t.cancel()
    try: await t
    except asyncio.CancelledError: print('cancelled')
    await asyncio.to_thread(bad)
asyncio.run(main())
# expect exit: 1
# expect error: ValueError: in thread
# expect-output:
# ValueError('in thread')
# [1, 2, 4, 8, 16]
# TO
# cancelled
