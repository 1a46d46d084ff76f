import asyncio


async def level3():
    await asyncio.sleep(0)
    return {}['missing']


async def level2():
    try:
        return await level3()
    except KeyError as e:
        raise LookupError('第二层') from e


async def main():
    print('开始')
    try:
        await level2()
    finally:
        print('收尾')


asyncio.run(main())
# expect error: LookupError: 第二层
# expect-output:
# 开始
# 收尾
