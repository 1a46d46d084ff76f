import asyncio


async def slow(n):
    try:
        await asyncio.sleep(n)
        return '结果'
    except asyncio.CancelledError:
        print('slow was cancelled')
        raise
    finally:
        print('slow cleanup')


async def main():
    try:
        await asyncio.wait_for(slow(10), timeout=0.02)
    except asyncio.TimeoutError as e:
        print('timeout', repr(e), repr(e.__cause__))
    print(await asyncio.wait_for(slow(0.01), 1))
    print(await asyncio.wait_for(slow(0.01), None))
    try:
        async with asyncio.timeout(0.02) as cm:
            await slow(5)
    except TimeoutError:
        print('timed out', cm.expired())
    async with asyncio.timeout(None) as cm:
        print(cm.when())
        cm.reschedule(asyncio.get_running_loop().time() + 0.05)
        await asyncio.sleep(0.01)
    print(cm.expired())
    try:
        async with asyncio.timeout(0.02):
            try:
                async with asyncio.timeout(1):
                    await slow(5)
            except TimeoutError:
                print('inner?')
    except TimeoutError:
        print('outer')
    try:
        async with asyncio.timeout(0.5):
            raise KeyError('body')
    except KeyError as e:
        print('KeyError', e)
    t = asyncio.create_task(slow(3))
    done, pending = await asyncio.wait({t}, timeout=0.01)
    print(len(done), len(pending))
    t.cancel('停')
    try:
        await t
    except asyncio.CancelledError as e:
        print(e.args, t.cancelled())
    try:
        await asyncio.wait_for(slow(1), 0)
    except TimeoutError:
        print('zero')


asyncio.run(main())
# expect-output:
# slow was cancelled
# slow cleanup
# timeout TimeoutError() CancelledError()
# slow cleanup
# 结果
# slow cleanup
# 结果
# slow was cancelled
# slow cleanup
# timed out True
# None
# False
# slow was cancelled
# slow cleanup
# outer
# KeyError 'body'
# 0 1
# slow was cancelled
# slow cleanup
# ('停',) True
# zero
