# CancelledError arrives at the innermost await, in the next turn.
import asyncio
async def inner():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as e:
        print('inner', repr(e))
        raise
    finally:
        print('inner finally')
async def outer():
    try:
        await inner()
    finally:
        print('outer finally')
async def main():
    t = asyncio.create_task(outer())
    await asyncio.sleep(0)
    print(t.cancel('msg'), 'not yet')
    try:
        await t
    except asyncio.CancelledError as e:
        print('main', repr(e))
    print(t)
asyncio.run(main())
# expect-output:
# True not yet
# inner CancelledError('msg')
# inner finally
# outer finally
# main CancelledError('msg')
# <Task cancelled name='Task-2' coro=<outer() done, defined at cancel_at_await.ma:11>>
