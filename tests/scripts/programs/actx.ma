import asyncio
import time


class Timer:
    def __init__(self, name):
        self.name = name

    async def __aenter__(self):
        self.t = time.monotonic()
        print('开始', self.name)
        return self

    async def __aexit__(self, et, ev, tb):
        await asyncio.sleep(0)
        self.elapsed = round(time.monotonic() - self.t, 1)
        print('结束', self.name, self.elapsed, et and et.__name__)
        return et is ZeroDivisionError


class Pool:
    def __init__(self, size):
        self.free = asyncio.Queue()
        for i in range(size):
            self.free.put_nowait(f'conn{i}')

    def acquire(self):
        return _Lease(self)


class _Lease:
    def __init__(self, pool):
        self.pool = pool

    async def __aenter__(self):
        self.conn = await self.pool.free.get()
        return self.conn

    async def __aexit__(self, *a):
        self.pool.free.put_nowait(self.conn)


async def query(pool, i):
    async with pool.acquire() as conn:
        await asyncio.sleep(0.002)
        return f'{conn}:{i}'


async def main():
    async with Timer('a'):
        await asyncio.sleep(0.01)
    async with Timer('b') as t, Timer('c'):
        1 / 0
    print(t.elapsed)
    try:
        async with Timer('d'):
            raise KeyError(1)
    except KeyError:
        print('KeyError passes')
    pool = Pool(2)
    print(await asyncio.gather(*(query(pool, i) for i in range(5))))
    try:
        async with open('x'):
            pass
    except (TypeError, OSError) as e:
        print(type(e).__name__, e)
    try:
        with Timer('e'):
            pass
    except TypeError as e:
        print(e)
    try:
        async with 3:
            pass
    except TypeError as e:
        print(e)


asyncio.run(main())
# expect-output:
# 开始 a
# 结束 a 0.0 None
# 开始 b
# 开始 c
# 结束 c 0.0 ZeroDivisionError
# 结束 b 0.0 None
# 0.0
# 开始 d
# 结束 d 0.0 KeyError
# KeyError passes
# ['conn0:0', 'conn1:1', 'conn0:2', 'conn1:3', 'conn0:4']
# FileNotFoundError [Errno 2] No such file or directory: 'x'
# 'Timer' object does not support the context manager protocol
# 'int' object does not support the asynchronous context manager protocol
