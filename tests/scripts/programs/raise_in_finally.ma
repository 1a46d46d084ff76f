import asyncio


async def main():
    async def w():
        try:
            await asyncio.sleep(1)
        finally:
            raise LookupError('覆盖')
    t = asyncio.create_task(w())
    await asyncio.sleep(0)
    t.cancel()
    try:
        await t
    except LookupError as e:
        print(repr(e), repr(e.__context__))
    t2 = asyncio.create_task(w(), name='漏网')
    await asyncio.sleep(0)


asyncio.run(main())
print('end')
# expect-output:
# LookupError('覆盖') CancelledError()
# end
