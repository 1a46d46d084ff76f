import asyncio
import heapq
import itertools


class Scheduler:
    def __init__(self):
        self.jobs = []
        self.seq = itertools.count()
        self.now = 0

    def every(self, seconds, times=None):
        def deco(fn):
            self._add(seconds, seconds, times, fn)
            return fn
        return deco

    def _add(self, when, period, times, fn):
        heapq.heappush(self.jobs, (when, next(self.seq), period, times, fn))

    async def run(self, until):
        while self.jobs and self.jobs[0][0] <= until:
            when, _, period, times, fn = heapq.heappop(self.jobs)
            await asyncio.sleep((when - self.now) / 1000)
            self.now = when
            r = fn()
            if asyncio.iscoroutine(r):
                await r
            if times is None or times > 1:
                self._add(when + period, period, times and times - 1, fn)


s = Scheduler()


@s.every(2)
def tick():
    print(f'{s.now:>3}s tick')


@s.every(3, times=2)
async def backup():
    await asyncio.sleep(0)
    print(f'{s.now:>3}s 备份')


@s.every(5)
def report():
    print(f'{s.now:>3}s 报告, 剩余 {len(s.jobs)}')


asyncio.run(s.run(10))
print(s.now, sorted((w, f.__name__) for w, _, _, _, f in s.jobs))
# expect-output:
#   2s tick
#   3s 备份
#   4s tick
#   5s 报告, 剩余 2
#   6s 备份
#   6s tick
#   8s tick
#  10s 报告, 剩余 1
#  10s tick
# 10 [(12, 'tick'), (15, 'report')]

# also on the model
