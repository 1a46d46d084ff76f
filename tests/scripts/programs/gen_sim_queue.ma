import random
import heapq
from itertools import count


class Env:
    def __init__(self):
        self.now, self.q, self.n = 0, [], count()

    def timeout(self, d):
        return ('timeout', d)

    def process(self, gen):
        self._at(self.now, gen, None)

    def _at(self, t, gen, v):
        heapq.heappush(self.q, (t, next(self.n), gen, v))

    def run(self, until):
        while self.q and self.q[0][0] <= until:
            self.now, _, gen, v = heapq.heappop(self.q)
            try:
                kind, arg = gen.send(v)
            except StopIteration:
                continue
            if kind == 'timeout':
                self._at(self.now + arg, gen, None)
            elif kind == 'acquire':
                if arg.free:
                    arg.free -= 1
                    self._at(self.now, gen, arg)
                else:
                    arg.waiting.append(gen)


class Resource:
    def __init__(self, env, n):
        self.env, self.free, self.waiting = env, n, []

    def acquire(self):
        return ('acquire', self)

    def release(self):
        if self.waiting:
            self.env._at(self.env.now, self.waiting.pop(0), self)
        else:
            self.free += 1


def customer(env, name, bank, rng, waits):
    arrive = env.now
    print(f'{env.now:6.2f} {name} 到达')
    yield bank.acquire()
    waits.append(env.now - arrive)
    print(f'{env.now:6.2f} {name} 等了 {env.now - arrive:.2f}')
    yield env.timeout(rng.expovariate(1 / 12))
    print(f'{env.now:6.2f} {name} 离开')
    bank.release()


def source(env, n, bank, rng, waits):
    for i in range(n):
        env.process(customer(env, f'客户{i:02d}', bank, rng, waits))
        yield env.timeout(rng.expovariate(1 / 10))


rng = random.Random(42)
env, waits = Env(), []
env.process(source(env, 6, Resource(env, 1), rng, waits))
env.run(400)
print(f'平均 {sum(waits) / len(waits):.3f} 最长 {max(waits):.3f}')
import statistics
print(round(statistics.mean(waits), 3), round(statistics.median(waits), 3), round(statistics.stdev(waits), 3))
# expect-output:
#   0.00 客户00 到达
#   0.00 客户00 等了 0.00
#   0.30 客户00 离开
#  10.20 客户01 到达
#  10.20 客户01 等了 0.00
#  13.23 客户01 离开
#  13.42 客户02 到达
#  13.42 客户02 等了 0.00
#  26.75 客户03 到达
#  26.97 客户02 离开
#  26.97 客户03 等了 0.21
#  28.06 客户03 离开
#  49.03 客户04 到达
#  49.03 客户04 等了 0.00
#  49.39 客户04 离开
#  54.51 客户05 到达
#  54.51 客户05 等了 0.00
#  62.95 客户05 离开
# 平均 0.036 最长 0.214
# 0.036 0.0 0.087
