import asyncio
import functools


def async_cache(fn):
    cache, locks = {}, {}

    @functools.wraps(fn)
    async def wrapper(*args):
        if args in cache:
            wrapper.hits += 1
            return cache[args]
        lock = locks.setdefault(args, asyncio.Lock())
        async with lock:
            if args not in cache:
                cache[args] = await fn(*args)
            else:
                wrapper.hits += 1
        return cache[args]
    wrapper.hits = 0
    wrapper.clear = cache.clear
    return wrapper


@async_cache
async def load(key):
    print('loading', key)
    await asyncio.sleep(0.002)
    return key.upper()


class TTLCache:
    def __init__(self, ttl):
        self.ttl, self.data = ttl, {}

    def set(self, k, v):
        loop = asyncio.get_running_loop()
        if k in self.data:
            self.data[k][1].cancel()
        self.data[k] = (v, loop.call_later(self.ttl, self.data.pop, k, None))

    def get(self, k, default=None):
        v = self.data.get(k)
        return v[0] if v else default


class Lazy:
    def __init__(self, coro):
        self._fut = None
        self._coro = coro

    def __await__(self):
        if self._fut is None:
            self._fut = asyncio.ensure_future(self._coro)
        return self._fut.__await__()


async def main():
    print(await asyncio.gather(*(load(k) for k in 'abab')), load.hits)
    await load('a')
    print(load.hits, load.__name__)
    c = TTLCache(0.02)
    c.set('k', 1)
    await asyncio.sleep(0.012)
    c.set('k', 2)
    await asyncio.sleep(0.012)
    print(c.get('k'))
    await asyncio.sleep(0.03)
    print(c.get('k', 'gone'))
    lz = Lazy(load('z'))
    print(await lz, await lz)


asyncio.run(main())
# expect-output:
# loading a
# loading b
# ['A', 'B', 'A', 'B'] 2
# 3 load
# 2
# gone
# loading z
# Z Z
