# Calls of closures, nonlocal, making closures.
def counter():
    n = 0

    def step(k):
        nonlocal n
        n += k
        return n
    return step


def compose(f, g):
    return lambda x: f(g(x))


def run():
    c = counter()
    for i in range(2000000):
        c(i & 3)
    total = c(0)
    for i in range(500000):
        h = compose(lambda x: x + i, lambda x: x * 2)
        total += h(3) & 15
    return total


print('closures', run())
