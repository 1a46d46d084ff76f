import copy
import random


class Node:
    def __init__(self, v, children=None):
        self.v = v
        self.children = children or []

    def __repr__(self):
        return f'Node({self.v!r}, {self.children!r})'


tree = Node('根', [Node('a', [Node('b')]), Node('c')])
shallow, deep = copy.copy(tree), copy.deepcopy(tree)
tree.children[0].v = 'CHANGED'
print(shallow, deep, sep='\n')
l = [1, [2, 3]]
l.append(l)
d = copy.deepcopy(l)
print(d, d[2] is d, d[1] is l[1])
m = {'a': [1], 't': (1, [2])}
n = copy.deepcopy(m)
n['t'][1].append(3)
print(m, n)


class C:
    def __copy__(self):
        return 'copied'

    def __deepcopy__(self, memo):
        return 'deep'


print(copy.copy(C()), copy.deepcopy([C()]))
random.seed(42)
print(random.random(), random.randint(1, 100), random.choice('abcdef'), random.uniform(1, 2))
deck = list(range(10))
random.shuffle(deck)
print(deck, random.sample(range(100), 5), random.randrange(0, 100, 5), random.choices([1, 2, 3], weights=[1, 1, 8], k=6))
print(round(random.gauss(0, 1), 6), random.getrandbits(16), round(random.triangular(0, 10, 3), 4), round(random.betavariate(1, 2), 4))
r = random.Random('种子')
print([r.randint(0, 9) for _ in range(10)], r.random())
state = random.getstate()
a = random.random()
random.setstate(state)
print(a == random.random())
random.seed(1)
print(f'{random.expovariate(2):.5f} {random.normalvariate(0, 1):.5f} {random.lognormvariate(0, 1):.5f}')


def monte_carlo_pi(n, rng):
    return 4 * sum(rng.random() ** 2 + rng.random() ** 2 < 1 for _ in range(n)) / n


print(monte_carlo_pi(2000, random.Random(0)))
# expect-output:
# Node('根', [Node('CHANGED', [Node('b', [])]), Node('c', [])])
# Node('根', [Node('a', [Node('b', [])]), Node('c', [])])
# [1, [2, 3], [...]] True False
# {'a': [1], 't': (1, [2])} {'a': [1], 't': (1, [2, 3])}
# copied ['deep']
# 0.6394267984578837 4 f 1.2750293183691193
# [9, 7, 8, 0, 4, 6, 5, 1, 2, 3] [4, 3, 11, 27, 29] 80 [3, 3, 3, 3, 3, 3]
# -0.355463 49729 6.3132 0.4675
# [0, 9, 0, 0, 7, 0, 7, 4, 0, 8] 0.5336651317609331
# True
# 0.07215 -0.83277 0.77981
# 3.136
