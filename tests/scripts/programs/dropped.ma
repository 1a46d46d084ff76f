import asyncio


async def bg(n):
    try:
        print('bg', n, '开始')
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        print('bg', n, '被取消')
        raise
    finally:
        print('bg', n, 'finally')


async def ag():
    try:
        yield 1
        yield 2
    finally:
        await asyncio.sleep(0)
        print('ag 关闭')


async def main():
    for i in range(1):
        asyncio.create_task(bg(i))
    await asyncio.sleep(0)
    async for x in ag():
        print(x)
        break
    asyncio.get_running_loop().call_soon(print, 'call_soon after main')
    asyncio.get_running_loop().call_later(5, print, 'never')
    return 'done'


print(asyncio.run(main()))
# expect-output:
# bg 0 开始
# 1
# call_soon after main
# bg 0 被取消
# bg 0 finally
# ag 关闭
# done
