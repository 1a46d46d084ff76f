# random with a seed gives CPython's numbers.
import random
r = random.Random(42)
print(r.random(), r.randint(1, 100), r.choice('abcdef'), r.sample(range(20), 4), r.uniform(1, 2))
l = list(range(10)); r.shuffle(l); print(l)
random.seed(1); print(random.random(), random.randrange(10), random.choices([1, 2, 3], k=4), round(random.gauss(0, 1), 6))
# expect-output:
# 0.6394267984578837 4 f [8, 7, 18, 4] 1.7364712141640124
# [3, 2, 4, 9, 5, 7, 0, 6, 1, 8]
# 0.13436424411240122 1 [1, 2, 2, 2] 0.106961
