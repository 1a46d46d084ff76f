import asyncio


async def job(n):
    await asyncio.sleep(0.02 * n)
    if n == 3:
        raise RuntimeError(f'job {n}')
    return n


async def main():
    tasks = {asyncio.create_task(job(i), name=f'job-{i}') for i in range(1, 5)}
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print('first', sorted(t.get_name() for t in done), len(pending))
    done, pending = await asyncio.wait(pending, timeout=0.03)
    print('timeout', sorted(t.get_name() for t in done), len(pending))
    done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_EXCEPTION)
    for t in done:
        print('exc', t.get_name(), repr(t.exception()))
    done, pending = await asyncio.wait(pending)
    print('all', [t.result() for t in done], pending)
    for coro in asyncio.as_completed([job(2), job(1), job(0)]):
        print('as_completed', await coro)
    ts = [asyncio.create_task(job(i)) for i in (2, 1)]
    async for t in asyncio.as_completed(ts):
        print(t in ts, await t)
    try:
        for c in asyncio.as_completed([job(1), job(50)], timeout=0.05):
            print(await c)
    except TimeoutError as e:
        print('TimeoutError', repr(e))
    for bad in ([], [job(1)]):
        try:
            await asyncio.wait(bad)
        except (ValueError, TypeError) as e:
            print(type(e).__name__, e)
            for c in bad:
                c.close()


asyncio.run(main())
# expect-output:
# first ['job-1'] 3
# timeout ['job-2'] 2
# exc job-3 RuntimeError('job 3')
# all [4] set()
# as_completed 0
# as_completed 1
# as_completed 2
# True 1
# True 2
# 1
# TimeoutError TimeoutError()
# ValueError Set of Tasks/Futures is empty.
# TypeError Passing coroutines is forbidden, use tasks explicitly.
