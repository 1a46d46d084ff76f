import asyncio


async def say(text):
    print(text)


async def main():
    say('忘了 await')
    await say('记得 await')
    asyncio.sleep(1)
    c = say('later')
    print(c.__name__, c.cr_running)
    c.close()


asyncio.run(main())
# expect stderr: RuntimeWarning: coroutine 'say' was never awaited
# expect stderr: RuntimeWarning: coroutine 'sleep' was never awaited
# expect-output:
# 记得 await
# say False
