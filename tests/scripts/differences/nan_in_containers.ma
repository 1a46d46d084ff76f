# miniasync only: floats have no identity. CPython: a NaN equals itself in a container, another NaN does not.
n, m = float('nan'), float('nan')
print(n == n, n is m, [n] == [n], [n] == [m], m in [n], len({n, m}))

# expect: False True True True True 1
