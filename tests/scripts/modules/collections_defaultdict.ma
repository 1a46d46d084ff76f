# collections.defaultdict: the factory, its absence, copies and representation.
from collections import defaultdict


def t(f, *args):
    try:
        print(repr(f(*args)))
    except Exception as e:
        print(type(e).__name__, e)


d = defaultdict(list)
d['a'].append(1)
d['b']
print(d, dict(d), len(d), d.default_factory, 'z' in d, d.get('z'), len(d))
d = defaultdict(int, {'x': 1}, y=2)
d['x'] += 5
d['n'] += 1
print(d, sorted(d.items()), d == {'x': 6, 'y': 2, 'n': 1})
d.default_factory = None
t(lambda: d['gone']), t(defaultdict, 3), t(lambda: defaultdict()['k']), t(lambda: defaultdict(lambda: 1 / 0)['k'])
print(defaultdict(), defaultdict(None, a=1), isinstance(d, dict))
e = defaultdict(list, a=[1])
c = e.copy()
c['new'].append(2)
print(type(c).__name__, c, e, e | {'k': 1}, {'k': 1} | e)
t(defaultdict, list, {}, 3)
nested = defaultdict(lambda: defaultdict(int))
nested['a']['b'] += 1
print(nested['a']['b'], list(nested), dict(nested['a']))
r = defaultdict(list)
r['self'].append(r)
print(r)
d = defaultdict(set)
for word in 'one two three two one'.split():
    d[len(word)].add(word)
print({k: sorted(v) for k, v in d.items()})


class D(defaultdict):
    def __missing__(self, key):
        return key * 2


print(D()['ab'], D(int))
print(e.setdefault('q', 5), e.pop('q'), e.pop('zz', None), list(e.keys()))
counts = defaultdict(int)
for c in 'hello world':
    counts[c] += 1
print(max(counts, key=counts.get), counts['l'], counts.__missing__('new'), counts['new'])

# expect-output:
# defaultdict(<class 'list'>, {'a': [1], 'b': []}) {'a': [1], 'b': []} 2 <class 'list'> False None 2
# defaultdict(<class 'int'>, {'x': 6, 'y': 2, 'n': 1}) [('n', 1), ('x', 6), ('y', 2)] True
# KeyError 'gone'
# TypeError first argument must be callable or None
# KeyError 'k'
# ZeroDivisionError division by zero
# defaultdict(None, {}) defaultdict(None, {'a': 1}) True
# defaultdict defaultdict(<class 'list'>, {'a': [1], 'new': [2]}) defaultdict(<class 'list'>, {'a': [1]}) defaultdict(<class 'list'>, {'a': [1], 'k': 1}) defaultdict(<class 'list'>, {'k': 1, 'a': [1]})
# TypeError dict expected at most 1 argument, got 2
# 1 ['a'] {'b': 1}
# defaultdict(<class 'list'>, {'self': [defaultdict(<class 'list'>, {...})]})
# {3: ['one', 'two'], 5: ['three']}
# abab D(<class 'int'>, {})
# 5 5 None ['a']
# l 3 0 0
