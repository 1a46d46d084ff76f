# Functions in the threads of the default executor: their sleeps overlap, and the loop goes on.
# not under stress: the times
# miniasync only: CPython's threads may change the order
import asyncio, time
def blocking(n, d):
    print('start', n); time.sleep(d); print('end', n)
    return n * 10
async def main():
    loop = asyncio.get_running_loop()
    t0 = time.time()
    fs = [loop.run_in_executor(None, blocking, i, .1 * (i + 1)) for i in range(3)]
    print('submitted', type(fs[0]).__name__)
    print(await asyncio.gather(*fs))
    print(time.time() - t0 < .5)
    print(await asyncio.to_thread(blocking, 7, .01))
    async def ticker():
        for i in range(3): print('tick', i); await asyncio.sleep(.1)
    r = await asyncio.gather(asyncio.to_thread(blocking, 8, .25), ticker()); print(r)
asyncio.run(main())
# expect-output:
# start 0
# start 1
# start 2
# submitted Future
# end 0
# end 1
# end 2
# [0, 10, 20]
# True
# start 7
# end 7
# 70
# tick 0
# start 8
# tick 1
# tick 2
# end 8
# [80, None]
