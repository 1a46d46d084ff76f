# Lambdas nest and take every kind of parameter.
f = lambda a, b=2, *c, d=4, **e: (a, b, c, d, e)
print(f(1), f(1, 2, 3, d=5, z=6))
print((lambda f: f(f))(lambda f: 'self'))
Y = lambda n: 1 if n < 2 else n * Y(n - 1)
print(Y(10))
compose = lambda *fs: (lambda x: compose(*fs[1:])(fs[0](x)) if fs else x)
print(compose(lambda x: x + 1, lambda x: x * 2)(3))
print(sorted(['bb', 'a', 'ccc'], key=lambda s: -len(s)))
# expect-output:
# (1, 2, (), 4, {}) (1, 2, (3,), 5, {'z': 6})
# self
# 3628800
# 8
# ['ccc', 'bb', 'a']
