# Waiters and callbacks run in a later turn, in the order of registration, mixed.
import asyncio
async def waiter(f, n):
    print('waiter', n, await f)
async def main():
    f = asyncio.get_running_loop().create_future()
    w1 = asyncio.create_task(waiter(f, 1))
    await asyncio.sleep(0)
    f.add_done_callback(lambda x: print('callback', x.result()))
    w2 = asyncio.create_task(waiter(f, 2))
    await asyncio.sleep(0)
    f.set_result('R')
    print('set')
    f.add_done_callback(lambda x: print('late callback'))
    await asyncio.sleep(0)
    print('one turn later')
    await asyncio.gather(w1, w2)
asyncio.run(main())
# expect-output:
# set
# waiter 1 R
# callback R
# waiter 2 R
# late callback
# one turn later

# also on the model
