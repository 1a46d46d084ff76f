# Defaults belong to the function and are made once.
def f(x, acc=[]):
    acc.append(x)
    return acc
print(f(1), f(2), f.__defaults__)
n = 1
def g(a=n, *, b=n + 1):
    return a, b
n = 10
print(g(), g.__kwdefaults__)
g.__defaults__ = (7,)
print(g())
# expect-output:
# [1, 2] [1, 2] ([1, 2],)
# (1, 2) {'b': 2}
# (7, 2)
