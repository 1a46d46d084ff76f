# The methods of dict; order is that of insertion.
d = {'a': 1, 'b': 2}
d['c'] = 3; d['a'] = 9
print(d, list(d), d.get('z'), d.get('z', 0), d.pop('b'), d.pop('z', None), d.setdefault('q', []), d.popitem())
d.update({'x': 1}, y=2); d.update([('k', 'v')]); print(d, len(d), 'x' in d)
print(list(d.items()), d.keys() & {'a', 'x'}, d.keys() | {'new'} == {'a', 'c', 'x', 'y', 'k', 'new'}, list(d.values()), dict.fromkeys('ab', 0), d | {'x': 5}, dict([(1, 2)]), dict(a=1), list(reversed(d)))
k = d.keys(); d['late'] = 1; print(len(k), 'late' in k, d.items() >= {('x', 1)}, d == dict(reversed(list(d.items()))))
for f in (lambda: {}['k'], lambda: {}.popitem(), lambda: {}.pop('x'), lambda: {[]: 1}, lambda: dict([1]), lambda: dict([(1, 2, 3)]), lambda: dict(5), lambda: {}.update(5), lambda: {}[1, 2], lambda: {{}: 1}):
    try:
        f()
    except (KeyError, TypeError, ValueError) as e:
        print(type(e).__name__, e)
d |= {'z': 0}; c = d.copy(); c.clear(); print(d, c, {1: 'a', 1.0: 'b', True: 'c'}, {'a': 1} == {'a': 1.0}, {**d, 'a': 0}['a'])
try:
    for k in d:
        d[k + 'x'] = 1
except RuntimeError as e:
    print(e)
try:
    for k in c or {'a': 1}:
        pass
    e = {1: 1, 2: 2}
    for k in e:
        del e[k]
except RuntimeError as err:
    print(err)
# expect-output:
# {'a': 9, 'c': 3} ['a', 'b', 'c'] None 0 2 None [] ('q', [])
# {'a': 9, 'c': 3, 'x': 1, 'y': 2, 'k': 'v'} 5 True
# [('a', 9), ('c', 3), ('x', 1), ('y', 2), ('k', 'v')] {'a', 'x'} True [9, 3, 1, 2, 'v'] {'a': 0, 'b': 0} {'a': 9, 'c': 3, 'x': 5, 'y': 2, 'k': 'v'} {1: 2} {'a': 1} ['k', 'y', 'x', 'c', 'a']
# 6 True True True
# KeyError 'k'
# KeyError 'popitem(): dictionary is empty'
# KeyError 'x'
# TypeError unhashable type: 'list'
# TypeError cannot convert dictionary update sequence element #0 to a sequence
# ValueError dictionary update sequence element #0 has length 3; 2 is required
# TypeError 'int' object is not iterable
# TypeError 'int' object is not iterable
# KeyError (1, 2)
# TypeError unhashable type: 'dict'
# {'a': 9, 'c': 3, 'x': 1, 'y': 2, 'k': 'v', 'late': 1, 'z': 0} {} {1: 'c'} True 0
# dictionary changed size during iteration
# dictionary changed size during iteration
