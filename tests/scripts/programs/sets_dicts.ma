a, b = {1, 2, 3}, {2, 3, 4}
print(a | b, a & b, a - b, a ^ b, a <= b, {1} < a, a.isdisjoint({9}), a.union([7]), frozenset('ab') == {'a', 'b'})
a.add(9); a.discard(100); a.update([5, 6]); a -= {5}
print(sorted(a), a.pop() in {1, 2, 3, 6, 9}, len(a), set(), type({}))
d = {'b': 1, 'a': 2}
d['c'] = 3
print(d, list(d), d.keys() & {'a'}, d.items() >= {('a', 2)}, d.get('x'), d.get('x', 0), d.setdefault('y', []), d.pop('y'), d.popitem())
d.update(a=10, z=5)
print(d, {**d, 'a': 0}, d | {'q': 1}, dict(sorted(d.items())), dict.fromkeys('ab', 0), {v: k for k, v in d.items()}, 'a' in d, list(reversed(d)))
for k, v in list(d.items()):
    if v > 5:
        del d[k]
print(d, bool({}), len(d))
try:
    for k in d:
        d[k + '!'] = 1
except RuntimeError as e:
    print(e)
for f in (lambda: {}['x'], lambda: {1: 2}.pop(5), lambda: {}.popitem(), lambda: set().pop(), lambda: {1}.remove(2), lambda: {[]}, lambda: {{}: 1}):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
nested = {}
for path, val in [('a.b.c', 1), ('a.b.d', 2), ('x', 3)]:
    *parents, leaf = path.split('.')
    cur = nested
    for p in parents:
        cur = cur.setdefault(p, {})
    cur[leaf] = val
print(nested)
m = [[0] * 3 for _ in range(2)]
m[0][1] = 5
print(m, [list(r) for r in zip(*m)], sum(map(sum, m)), [y for x in m for y in x if y])
l = [5, 3, 8]
l.sort(); l.insert(1, 7); l.extend((1, 2)); l.remove(8); l[1:3] = ['x', 'y', 'z']; del l[0]; l.reverse()
print(l, l.count('x'), l.copy() is l, l[::-1], l * 2, [] or 'empty', l[-100:2])
x = y = []
x.append(1)
print(x is y, y, 1 < 2 < 3, 1 == 1.0 == True, not [], None is None, [1, 2] == [1, 2], (1, 2) < (1, 3), 'a' if [] else 'b')
import pprint
pprint.pprint({'name': '很长的名字' * 4, 'list': list(range(20)), 'nested': {'k' * 20: ['v' * 30, 'w' * 30]}})
# expect-output:
# {1, 2, 3, 4} {2, 3} {1} {1, 4} False True True {1, 2, 3, 7} True
# [1, 2, 3, 6, 9] True 4 set() <class 'dict'>
# {'b': 1, 'a': 2} ['b', 'a', 'c'] {'a'} True None 0 [] [] ('c', 3)
# {'b': 1, 'a': 10, 'z': 5} {'b': 1, 'a': 0, 'z': 5} {'b': 1, 'a': 10, 'z': 5, 'q': 1} {'a': 10, 'b': 1, 'z': 5} {'a': 0, 'b': 0} {1: 'b', 10: 'a', 5: 'z'} True ['z', 'a', 'b']
# {'b': 1, 'z': 5} False 2
# dictionary changed size during iteration
# KeyError 'x'
# KeyError 5
# KeyError 'popitem(): dictionary is empty'
# KeyError 'pop from an empty set'
# KeyError 2
# TypeError unhashable type: 'list'
# TypeError unhashable type: 'dict'
# {'a': {'b': {'c': 1, 'd': 2}}, 'x': 3}
# [[0, 5, 0], [0, 0, 0]] [[0, 0], [5, 0], [0, 0]] 5 [5]
# [2, 1, 'z', 'y', 'x'] 1 False ['x', 'y', 'z', 1, 2] [2, 1, 'z', 'y', 'x', 2, 1, 'z', 'y', 'x'] empty [2, 1]
# True [1] True True True True True True b
# {'list': [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19],
#  'name': '很长的名字很长的名字很长的名字很长的名字',
#  'nested': {'kkkkkkkkkkkkkkkkkkkk': ['vvvvvvvvvvvvvvvvvvvvvvvvvvvvvv',
#                                      'wwwwwwwwwwwwwwwwwwwwwwwwwwwwww']}}
