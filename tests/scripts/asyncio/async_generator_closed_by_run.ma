# break leaves an async generator open; asyncio.run closes it at the end.
import asyncio
async def gen():
    try:
        yield 1
        yield 2
    finally:
        await asyncio.sleep(0)
        print('closed at the end')
async def main():
    global keep
    keep = gen()
    async for x in keep:
        print(x)
        break
    print('main ends')
asyncio.run(main())
# expect-output:
# 1
# main ends
# closed at the end
