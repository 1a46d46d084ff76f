# deque, defaultdict, Counter, OrderedDict, namedtuple, ChainMap.
from collections import *
d = deque([1, 2, 3], maxlen=3)
d.append(4); d.appendleft(0); print(d, d.pop(), d.popleft(), len(d), d.maxlen)
d = deque('abc'); d.rotate(1); print(d, d[0], list(reversed(d)), 'b' in d, d.index('b'), d.count('a')); d.extend('x'); d.extendleft('yz'); d.remove('a'); d.insert(1, 'ins'); print(d, deque([1]) == deque([1])); d.clear(); print(d)
try:
    d.pop()
except IndexError as e:
    print(e)
dd = defaultdict(list); dd['a'].append(1); print(dd, dd['b'], dd.get('zz'), len(dd))
try:
    defaultdict(5)
except TypeError as e:
    print(e)
c = Counter('hello'); print(c.most_common(1), c['z'], c + Counter('l'), sorted(c.elements()))
P = namedtuple('P', 'x y'); p = P(1, y=2); print(p, p.x, p._asdict(), p._replace(x=9), p == (1, 2)); x, y = p; print(x, y)
o = OrderedDict(a=1, b=2); o.move_to_end('a'); print(o, list(o))
print(ChainMap({'a': 1}, {'a': 2, 'b': 3})['b'])
try:
    it = iter(deque([1, 2])); d = deque([1, 2]); [d.append(1) for _ in d]
except RuntimeError as e:
    print(e)
# expect-output:
# deque([2], maxlen=3) 3 0 1 3
# deque(['c', 'a', 'b']) c ['b', 'a', 'c'] True 2 1
# deque(['z', 'ins', 'y', 'c', 'b', 'x']) True
# deque([])
# pop from an empty deque
# defaultdict(<class 'list'>, {'a': [1], 'b': []}) [] None 2
# first argument must be callable or None
# [('l', 2)] 0 Counter({'l': 3, 'h': 1, 'e': 1, 'o': 1}) ['e', 'h', 'l', 'l', 'o']
# P(x=1, y=2) 1 {'x': 1, 'y': 2} P(x=9, y=2) True
# 1 2
# OrderedDict({'b': 2, 'a': 1}) ['b', 'a']
# 3
# deque mutated during iteration
