# miniasync only: written for Python 3.4 to 3.10
import asyncio


async def job(name, t):
    print(name, 'start')
    await asyncio.sleep(t)
    print(name, 'end')
    return name


def done(task):
    print('callback', task.result())


loop = asyncio.get_event_loop()
tasks = []
for i, t in enumerate((0.02, 0.01)):
    task = asyncio.ensure_future(job('job%d' % i, t))
    task.add_done_callback(done)
    tasks.append(task)
print([t.done() for t in tasks])
loop.run_until_complete(asyncio.wait(tasks))
for task in tasks:
    print('Task ret:', task.result())
g = asyncio.gather(job('x', 0.002), job('y', 0.001))
print(loop.run_until_complete(g))
fut = asyncio.Future()
loop.call_soon(fut.set_result, 'from future')
print(loop.run_until_complete(fut))


async def stopper():
    await asyncio.sleep(0.005)
    loop.stop()
asyncio.ensure_future(stopper())
loop.run_forever()
print('stopped', loop.is_running())
pending = asyncio.ensure_future(job('long', 10))
loop.run_until_complete(asyncio.sleep(0))
for t in asyncio.all_tasks(loop):
    t.cancel()
try:
    loop.run_until_complete(pending)
except asyncio.CancelledError:
    print('cancelled')
loop.close()
# expect-output:
# [False, False]
# job0 start
# job1 start
# job1 end
# callback job1
# job0 end
# callback job0
# Task ret: job0
# Task ret: job1
# x start
# y start
# y end
# x end
# ['x', 'y']
# from future
# stopped False
# long start
# cancelled
