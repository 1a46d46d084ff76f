import asyncio
import sys
import atexit

atexit.register(print, 'atexit')


async def child():
    await asyncio.sleep(0)
    try:
        sys.exit('子任务退出')
    finally:
        print('child finally')


async def main():
    t = asyncio.create_task(child())
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        print('main cancelled')
        raise
    finally:
        print('main finally', t.done())


asyncio.run(main())
# expect exit: 1
# expect stderr: Task exception was never retrieved
# expect-output:
# child finally
# main cancelled
# main finally True
# atexit
