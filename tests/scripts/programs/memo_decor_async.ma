import asyncio
import functools
import time


def timed(fn):
    if asyncio.iscoroutinefunction(fn):
        @functools.wraps(fn)
        async def wrapper(*a, **k):
            t = time.perf_counter()
            try:
                return await fn(*a, **k)
            finally:
                print(f'{fn.__qualname__} took {time.perf_counter() - t:.1f}s')
    else:
        @functools.wraps(fn)
        def wrapper(*a, **k):
            t = time.perf_counter()
            try:
                return fn(*a, **k)
            finally:
                print(f'{fn.__qualname__} took {time.perf_counter() - t:.1f}s')
    return wrapper


def timeout(seconds):
    def deco(fn):
        @functools.wraps(fn)
        async def wrapper(*a, **k):
            return await asyncio.wait_for(fn(*a, **k), seconds)
        return wrapper
    return deco


def background(fn):
    @functools.wraps(fn)
    def wrapper(*a, **k):
        t = asyncio.create_task(fn(*a, **k), name=fn.__name__)
        wrapper.tasks.add(t)
        t.add_done_callback(wrapper.tasks.discard)
        return t
    wrapper.tasks = set()
    return wrapper


def once(fn):
    task = None

    @functools.wraps(fn)
    async def wrapper():
        nonlocal task
        if task is None:
            task = asyncio.ensure_future(fn())
        return await asyncio.shield(task)
    return wrapper


@timed
async def a(x):
    await asyncio.sleep(0.1)
    return x


@timed
def b():
    return [i for i in range(10)][-1]


@timeout(0.01)
async def slow():
    await asyncio.sleep(1)


@background
async def bg(n):
    await asyncio.sleep(0)
    return n


@once
async def init():
    print('init!')
    await asyncio.sleep(0.001)
    return {'cfg': 1}


class Svc:
    @timed
    async def m(self):
        return self


async def main():
    print(await a(1), b())
    try:
        await slow()
    except asyncio.TimeoutError as e:
        print('timeout', type(e).__name__, slow.__name__)
    ts = [bg(i) for i in range(3)]
    print(len(bg.tasks), ts[0].get_name())
    print(await asyncio.gather(*ts))
    await asyncio.sleep(0)
    print(len(bg.tasks))
    r = await asyncio.gather(init(), init())
    print(r[0] is r[1])
    s = Svc()
    print(await s.m() is s)


asyncio.run(main())
# expect-output:
# a took 0.1s
# b took 0.0s
# 1 9
# timeout TimeoutError slow
# 3 bg
# [0, 1, 2]
# 0
# init!
# True
# Svc.m took 0.0s
# True
