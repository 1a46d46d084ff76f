# timeout(): CancelledError inside, TimeoutError outside.
import asyncio
async def main():
    try:
        async with asyncio.timeout(0.01) as t:
            try:
                await asyncio.sleep(1)
            except TimeoutError:
                print('never')
            except asyncio.CancelledError:
                print('inside: CancelledError')
                raise
    except TimeoutError as e:
        print('outside', repr(e), repr(e.__cause__), t.expired())
    async with asyncio.timeout(None) as t:
        await asyncio.sleep(0)
    print(t.when(), t.expired(), t)
    try:
        async with asyncio.timeout(0.01):
            try:
                await asyncio.sleep(1)
            finally:
                raise KeyError('body wins')
    except KeyError as e:
        print(repr(e))
    try:
        async with asyncio.timeout(0):
            print('body starts')
            await asyncio.sleep(0)
            print('not reached')
    except TimeoutError:
        print('zero')
    async with asyncio.timeout(10) as t:
        t.reschedule(None)
        print(t.when())
    t = asyncio.timeout(1)
    print(t)
    try:
        t.reschedule(5)
    except RuntimeError as e:
        print(e)
    async with t:
        try:
            async with t: pass
        except RuntimeError as e:
            print(e)
    try:
        t.reschedule(1)
    except RuntimeError as e:
        print(e)
asyncio.run(main())
# expect-output:
# inside: CancelledError
# outside TimeoutError() CancelledError() True
# None False <Timeout [finished]>
# KeyError('body wins')
# body starts
# zero
# None
# <Timeout [created]>
# Timeout has not been entered
# Timeout has already been entered
# Cannot change state of finished Timeout
