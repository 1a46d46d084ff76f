# ensure_future for coroutine, Future, awaitable, nonsense.
import asyncio
class A:
    def __await__(self):
        yield from asyncio.sleep(0).__await__()
        return 'awaited'
async def f(): return 1
async def main():
    t = asyncio.ensure_future(f())
    print(type(t).__name__, asyncio.ensure_future(t) is t, await t)
    print(await asyncio.ensure_future(A()))
    for x in (3, f, None):
        try:
            asyncio.ensure_future(x)
        except TypeError as e:
            print(e)
    other = asyncio.new_event_loop()
    try:
        asyncio.ensure_future(t, loop=other)
    except ValueError as e:
        print(e)
    fo = other.create_future()
    try:
        await fo
    except RuntimeError as e:
        print('attached to a different loop' in str(e))
    other.close()
asyncio.run(main())
# expect-output:
# Task True 1
# awaited
# An asyncio.Future, a coroutine or an awaitable is required
# An asyncio.Future, a coroutine or an awaitable is required
# An asyncio.Future, a coroutine or an awaitable is required
# The future belongs to a different loop than the one specified as the loop argument
# True
