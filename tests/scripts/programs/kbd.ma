import asyncio


async def child():
    try:
        await asyncio.sleep(10)
    finally:
        print('child cleanup')


async def main():
    asyncio.create_task(child())
    await asyncio.sleep(0)
    try:
        raise KeyboardInterrupt
    finally:
        print('main finally')


try:
    asyncio.run(main())
except KeyboardInterrupt:
    print('KeyboardInterrupt 被捕获')


async def exits():
    await asyncio.sleep(0)
    raise SystemExit(3)


asyncio.run(exits())
# expect exit: 3
# expect-output:
# main finally
# child cleanup
# KeyboardInterrupt 被捕获
