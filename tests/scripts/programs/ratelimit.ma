import asyncio
import functools


class TokenBucket:
    def __init__(self, rate, capacity, clock):
        self.rate, self.capacity, self.clock = rate, capacity, clock
        self.tokens, self.last = capacity, clock()

    def take(self, n=1):
        now = self.clock()
        self.tokens = min(self.capacity, self.tokens + (now - self.last) * self.rate)
        self.last = now
        if self.tokens >= n:
            self.tokens -= n
            return True
        return False


class FakeClock:
    t = 0.0

    def __call__(self):
        return self.t


clock = FakeClock()
bucket = TokenBucket(2, 3, clock)
for i in range(10):
    print(f't={clock.t:.2f} {"通过" if bucket.take() else "拒绝"} {bucket.tokens:.2f}')
    clock.t += 0.25


class RateLimiter:
    """最多每 period 秒 n 次"""

    def __init__(self, n, period):
        self.sem = asyncio.Semaphore(n)
        self.period = period

    async def __aenter__(self):
        await self.sem.acquire()
        asyncio.get_running_loop().call_later(self.period, self.sem.release)

    async def __aexit__(self, *exc):
        return False


def retry(times=3, delay=0.001, backoff=2, exceptions=(Exception,)):
    def deco(fn):
        @functools.wraps(fn)
        async def wrapper(*a, **k):
            wait = delay
            for attempt in range(1, times + 1):
                try:
                    return await fn(*a, **k)
                except exceptions as e:
                    print(f'  第{attempt}次失败: {e!r}, 等待 {wait:g}')
                    if attempt == times:
                        raise
                    await asyncio.sleep(wait)
                    wait *= backoff
        return wrapper
    return deco


calls = 0


@retry(times=4)
async def flaky():
    global calls
    calls += 1
    if calls < 3:
        raise ConnectionError(f'try {calls}')
    return 'success'


@retry(times=2, exceptions=(KeyError,))
async def hopeless(e):
    raise e


class CircuitOpen(Exception):
    pass


class CircuitBreaker:
    def __init__(self, threshold, reset, clock):
        self.threshold, self.reset, self.clock = threshold, reset, clock
        self.failures, self.opened_at = 0, None

    @property
    def state(self):
        if self.opened_at is None:
            return 'closed'
        return 'half-open' if self.clock() - self.opened_at >= self.reset else 'open'

    async def call(self, fn, *args):
        if self.state == 'open':
            raise CircuitOpen('断路器打开')
        try:
            result = await fn(*args)
        except Exception:
            self.failures += 1
            if self.failures >= self.threshold or self.state == 'half-open':
                self.opened_at = self.clock()
            raise
        self.failures, self.opened_at = 0, None
        return result


async def service(ok):
    if not ok:
        raise OSError('down')
    return 'pong'


async def main():
    loop = asyncio.get_running_loop()
    limiter = RateLimiter(2, 0.02)
    start = loop.time()
    stamps = []
    for i in range(5):
        async with limiter:
            stamps.append(loop.time() - start)
    print([round(s, 1) for s in stamps], loop.time() - start >= 0.039)
    print(await flaky(), flaky.__name__)
    for e in (KeyError('k'), ValueError('v')):
        try:
            await hopeless(e)
        except Exception as exc:
            print('gave up', repr(exc), exc is e)
    cb = CircuitBreaker(2, 5, clock)
    for ok, dt in ((True, 0), (False, 1), (False, 1), (True, 1), (True, 5), (False, 0)):
        clock.t += dt
        before = cb.state
        try:
            r = await cb.call(service, ok)
        except (OSError, CircuitOpen) as e:
            r = f'{type(e).__name__}: {e}'
        print(f'{before:>9} -> {cb.state:<9} {r}')


asyncio.run(main())
# expect-output:
# t=0.00 通过 2.00
# t=0.25 通过 1.50
# t=0.50 通过 1.00
# t=0.75 通过 0.50
# t=1.00 通过 0.00
# t=1.25 拒绝 0.50
# t=1.50 通过 0.00
# t=1.75 拒绝 0.50
# t=2.00 通过 0.00
# t=2.25 拒绝 0.50
# [0.0, 0.0, 0.0, 0.0, 0.0] True
#   第1次失败: ConnectionError('try 1'), 等待 0.001
#   第2次失败: ConnectionError('try 2'), 等待 0.002
# success flaky
#   第1次失败: KeyError('k'), 等待 0.001
#   第2次失败: KeyError('k'), 等待 0.002
# gave up KeyError('k') True
# gave up ValueError('v') True
#    closed -> closed    pong
#    closed -> closed    OSError: down
#    closed -> open      OSError: down
#      open -> open      CircuitOpen: 断路器打开
# half-open -> closed    pong
#    closed -> closed    OSError: down
