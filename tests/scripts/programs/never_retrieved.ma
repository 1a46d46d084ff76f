import asyncio


async def bad():
    raise ValueError('没人看')


async def main():
    asyncio.create_task(bad())
    await asyncio.sleep(0.01)
    print('main 结束')


asyncio.run(main())
# expect stderr: Task exception was never retrieved
# expect-output:
# main 结束
