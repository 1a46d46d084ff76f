import asyncio
from dataclasses import dataclass, field
from typing import Any, Awaitable, Callable


@dataclass(order=True)
class Job:
    priority: int
    name: str = field(compare=False)
    fn: Callable[..., Awaitable[Any]] = field(compare=False)
    args: tuple = field(default=(), compare=False)


class Pool:
    def __init__(self, n):
        self.queue = asyncio.PriorityQueue()
        self.results = {}
        self.n = n

    async def __aenter__(self):
        self.workers = [asyncio.create_task(self._worker(i), name=f'w{i}') for i in range(self.n)]
        return self

    async def __aexit__(self, et, ev, tb):
        if et is None:
            await self.queue.join()
        for w in self.workers:
            w.cancel()
        await asyncio.gather(*self.workers, return_exceptions=True)

    def submit(self, priority, name, fn, *args):
        self.queue.put_nowait(Job(priority, name, fn, args))

    async def _worker(self, i):
        while True:
            job = await self.queue.get()
            try:
                self.results[job.name] = await job.fn(*job.args)
            except Exception as e:
                self.results[job.name] = e
            finally:
                self.queue.task_done()
                print(asyncio.current_task().get_name(), job.name, repr(self.results.get(job.name)))


async def square(x):
    await asyncio.sleep(0.001)
    return x * x


async def div(a, b):
    await asyncio.sleep(0.001)
    return a / b


async def main():
    async with Pool(1) as pool:
        pool.submit(5, 'low', square, 2)
        pool.submit(1, 'high', square, 9)
        pool.submit(3, 'div0', div, 1, 0)
    print(pool.results)
    print(all(w.done() for w in pool.workers), len(asyncio.all_tasks()))


asyncio.run(main())
# expect-output:
# w0 high 81
# w0 div0 ZeroDivisionError('division by zero')
# w0 low 4
# {'high': 81, 'div0': ZeroDivisionError('division by zero'), 'low': 4}
# True 1
