# random: the same sequences as CPython for the same seeds.
import random


def t(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__, e)


for seed in (0, 1, 42, -7, 2**40 + 3, 10**50, 'text', '中文', b'bytes', bytearray(b'x'), 1.5, 0.0, '', True):
    random.seed(seed)
    print(seed, random.random(), random.random(), random.getrandbits(5), random.getrandbits(70))
random.seed(12345)
print([random.randint(1, 6) for _ in range(20)], [random.randrange(0, 100, 7) for _ in range(5)])
print(random.choice('abcdef'), random.choices([1, 2, 3], k=5), random.choices('ab', weights=[1, 9], k=6))
print(random.choices('abc', cum_weights=[1, 3, 10], k=4), random.sample(range(1000), 5), random.sample('abcdefgh', 3))
print(random.sample(['a', 'b'], counts=[3, 2], k=4), random.sample(range(100), 60)[:5])
x = list(range(10))
random.shuffle(x)
print(x, random.uniform(2, 3), random.triangular(), random.triangular(1, 9, 2))
print(random.gauss(), random.gauss(5, 2), random.gauss(), random.normalvariate(), random.normalvariate(10, 3))
print(random.expovariate(), random.expovariate(0.5), random.lognormvariate(0, 1), random.vonmisesvariate(0, 4))
print(random.gammavariate(2, 1), random.gammavariate(1, 2), random.gammavariate(0.5, 1), random.betavariate(2, 3))
print(random.paretovariate(3), random.weibullvariate(1, 2), random.binomialvariate(10, 0.3), random.binomialvariate(100, 0.4))
print(random.randbytes(5), random.randrange(10**30), random.randint(-5, 5), random.randrange(-3, 3))
state = random.getstate()
a = [random.random() for _ in range(3)]
random.setstate(state)
print(a == [random.random() for _ in range(3)], state[0], len(state[1]))
r = random.Random(99)
s = random.Random(99)
print(r.random() == s.random(), r.random(), random.Random('q').random())
t(random.choice, []), t(random.randrange, 0), t(random.randint, 5, 1), t(random.randrange, 1, 1), t(random.sample, [1], 2)
t(random.sample, {1, 2}, 1), t(random.seed, [1]), t(random.getrandbits, -1), t(random.choices, [1], [1, 2]), t(random.randrange, 1.5)
t(random.randrange, 1, 5, 0), t(random.choices, [1, 2], [0, 0]), t(random.shuffle, 'abc'), t(random.randrange, 'a')
random.seed()
print(0 <= random.random() < 1, random.SystemRandom().randint(1, 1))


class Biased(random.Random):
    def random(self):
        return 0.25


print(Biased(1).uniform(0, 4), Biased(1).random())
n = random.Random(7)
print(sum(n.random() for _ in range(1000)), n.getrandbits(0), n.getrandbits(32), n.getrandbits(33), n.getrandbits(64))
