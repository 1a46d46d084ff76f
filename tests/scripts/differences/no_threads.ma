# miniasync only: one thread
import asyncio
try:
    import threading
except ModuleNotFoundError as e:
    print(e)        # expect: No module named 'threading'

async def main():
    try:
        await asyncio.to_thread(print)
    except NotImplementedError as e:
        print(e)    # expect: asyncio.to_thread: miniasync runs on one thread only
asyncio.run(main())
