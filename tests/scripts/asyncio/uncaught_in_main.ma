# An uncaught exception of the main coroutine: an ordinary traceback, status 1.
# expect stderr: Traceback (most recent call last):
# expect stderr:     await inner()
# expect stderr:     raise ValueError('boom')
# expect error: ValueError: boom
import asyncio
async def inner():
    raise ValueError('boom')
async def main():
    print('start')  # expect: start
    await inner()
asyncio.run(main())
# expect error: ValueError: boom
