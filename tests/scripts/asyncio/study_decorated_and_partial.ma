# Decorated coroutines, partials, dataclasses in a priority queue, methods of every kind.
import asyncio, functools
from dataclasses import dataclass, field
from typing import Optional, List, Awaitable, Callable
@dataclass(order=True)
class Job:
    prio: int
    name: str = field(compare=False)
async def worker(name: str, q: 'asyncio.PriorityQueue[Job]', out: List[str]) -> None:
    while True:
        job = await q.get()
        out.append(f'{name}:{job.name}')
        await asyncio.sleep(0)
        q.task_done()
def logged(fn: Callable[..., Awaitable]):
    @functools.wraps(fn)
    async def inner(*a, **k):
        print('call', fn.__name__, a); r = await fn(*a, **k); print('ret', r); return r
    return inner
@logged
async def add(a: int, b: int = 2) -> int: await asyncio.sleep(0); return a + b
async def main() -> Optional[int]:
    q = asyncio.PriorityQueue(); out = []
    for p, n in ((2, 'b'), (1, 'a'), (3, 'c')): q.put_nowait(Job(p, n))
    ws = [asyncio.create_task(worker(f'w{i}', q, out)) for i in range(2)]
    await q.join(); [w.cancel() for w in ws]; print(out)
    print(await add(1), await asyncio.gather(add(1, b=1), add(5)))
    p = functools.partial(add, 10); print(asyncio.iscoroutinefunction(p), await p())
    print(asyncio.iscoroutinefunction(add), add.__name__)
    f = lambda x: add(x); print(await f(3))
    class M:
        async def __call__(self): return 'called'
        @staticmethod
        async def s(): return 's'
        @classmethod
        async def c(cls): return cls.__name__
        @property
        def p(self): return add(0)
    m = M(); print(await m(), await M.s(), await M.c(), await m.p)
asyncio.run(main())
# expect-output:
# ['w0:a', 'w1:b', 'w0:c']
# call add (1,)
# ret 3
# call add (1,)
# call add (5,)
# ret 2
# ret 7
# 3 [2, 7]
# call add (10,)
# ret 12
# True 12
# True add
# call add (3,)
# ret 5
# 5
# call add (0,)
# ret 2
# called s M 2
