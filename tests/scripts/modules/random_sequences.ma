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

# expect-output:
# 0 0.8444218515250481 0.7579544029403025 13 1130027559504484052788
# 1 0.13436424411240122 0.8474337369372327 24 133832401659235910865
# 42 0.6394267984578837 0.025010755222666936 8 151691464061534419856
# -7 0.32383276483316237 0.15084917392450192 20 960566905443639394256
# 1099511627779 0.21978710637116716 0.5494687768352203 3 368591800266408321550
# 100000000000000000000000000000000000000000000000000 0.8266205292084633 0.7417230290116877 15 1123443281477935882804
# text 0.8711565613554825 0.9895832005373244 25 568129496529753942999
# 中文 0.7222654426989589 0.5003184928274138 30 900429568158597825734
# b'bytes' 0.37075677971469856 0.6703304051208392 4 499993453832391880311
# bytearray(b'x') 0.6307877176639078 0.5969190493245499 15 1083984946355538360155
# 1.5 0.551763726942059 0.2560930858958398 18 231543444829337788791
# 0.0 0.8444218515250481 0.7579544029403025 13 1130027559504484052788
#  0.9602256525641875 0.595411957851699 12 898975897150493691594
# True 0.13436424411240122 0.8474337369372327 24 133832401659235910865
# [4, 6, 1, 3, 3, 2, 3, 5, 4, 2, 3, 1, 4, 3, 5, 6, 2, 5, 5, 2] [35, 77, 77, 7, 56]
# f [2, 2, 1, 3, 1] ['b', 'a', 'b', 'b', 'b', 'b']
# ['a', 'c', 'c', 'c'] [183, 293, 101, 668, 424] ['b', 'f', 'e']
# ['a', 'b', 'a', 'b'] [5, 29, 15, 63, 27]
# [4, 8, 5, 0, 6, 7, 1, 2, 9, 3] 2.146541565680392 0.5862877297968412 6.472667172840042
# 1.1895482525857557 0.9923080796353663 0.46293687748547757 0.4592885340548977 12.400399352551231
# 0.20081663374177153 5.024999314337144 0.42163865357448915 0.14131860369313076
# 4.866202326831309 6.446786308896885 0.3691831904567514 0.11597663029340918
# 1.3261526604669485 1.1759669354288604 3 40
# b'\xebK8\xe4\xcc' 536945871147460791048564368872 -5 -1
# True 3 625
# True 0.20007544457494542 0.4549104119056959
# IndexError Cannot choose from an empty sequence
# ValueError empty range for randrange()
# ValueError empty range in randrange(5, 2)
# ValueError empty range in randrange(1, 1)
# ValueError Sample larger than population or is negative
# TypeError Population must be a sequence.  For dicts or sets, use sorted(d).
# TypeError The only supported seed types are:
# None, int, float, str, bytes, and bytearray.
# ValueError number of bits must be non-negative
# ValueError The number of weights does not match the population
# TypeError 'float' object cannot be interpreted as an integer
# ValueError zero step for randrange()
# ValueError Total of weights must be greater than zero
# TypeError 'str' object does not support item assignment
# TypeError 'str' object cannot be interpreted as an integer
# True 1
# 1.0 0.25
# 481.74107979495943 0 4083946869 3368297078 15810153076320274396
