# An event bus, retries, a limit by a semaphore.
import asyncio
class Bus:
    def __init__(self): self.subs = {}
    def on(self, ev, fn): self.subs.setdefault(ev, []).append(fn)
    async def emit(self, ev, *a):
        for fn in self.subs.get(ev, []):
            r = fn(*a)
            if asyncio.iscoroutine(r): await r
async def h(x): await asyncio.sleep(0); print('async', x)
async def main():
    b = Bus(); b.on('e', lambda x: print('sync', x)); b.on('e', h); await b.emit('e', 1)
    async def retry(f, n):
        for i in range(n):
            try: return await f()
            except ValueError as e: print('retry', i, e); await asyncio.sleep(.001 * 2 ** i)
        raise RuntimeError('gave up')
    n = 0
    async def flaky():
        nonlocal n; n += 1
        if n < 3: raise ValueError(n)
        return 'ok'
    print(await retry(flaky, 5))
    lim = asyncio.Semaphore(2); active = peak = 0
    async def job():
        nonlocal active, peak
        async with lim:
            active += 1; peak = max(peak, active); await asyncio.sleep(.001); active -= 1
    await asyncio.gather(*(job() for _ in range(6))); print(peak)
asyncio.run(main())
# expect-output:
# sync 1
# async 1
# retry 0 1
# retry 1 2
# ok
# 2
