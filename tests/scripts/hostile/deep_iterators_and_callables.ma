# Iterators over iterators, partials of partials, nested containers: 100,000 deep. Each ends with a result or
# with RecursionError, and the interpreter goes on.
# not under stress
# miniasync only: how deep each may go is an implementation's own matter
import copy
import functools
import itertools
import types


def tried(name, f):
    try:
        f()
        return True
    except RecursionError:
        return True


def chained(make):
    it = iter([1, 2, 3])
    for i in range(100000):
        it = make(it)
    return list(it)


makers = {
    'map': lambda i: map(abs, i), 'filter': lambda i: filter(None, i), 'zip': zip, 'enumerate': enumerate,
    'chain': itertools.chain, 'islice': lambda i: itertools.islice(i, 3), 'accumulate': itertools.accumulate,
    'cycle': lambda i: itertools.islice(itertools.cycle(i), 3), 'genexpr': lambda i: (x for x in i),
}
print(all(tried(name, lambda: chained(make)) for name, make in makers.items()))
# expect: True


def nested(n=100000):
    a, t, d = [], (), {}
    for i in range(n):
        a, t, d = [a], (t,), {1: d}
    return a, t, d


for x, y in zip(nested(), nested()):
    print(tried('repr', lambda: repr(x)), tried('eq', lambda: x == y), tried('copy', lambda: copy.deepcopy(x)))
# expect: True True True
# expect: True True True
# expect: True True True

f = lambda *a: len(a)
for i in range(100000):
    f = types.MethodType(f, 1)
print(tried('bound', f))
# expect: True
f = lambda: 1
for i in range(100000):
    f = functools.partial(f)
print(tried('partial', f), sum(range(10)))
# expect: True 45
