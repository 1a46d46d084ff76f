# Raise through four frames, catch.
class Odd(Exception):
    pass


def d(n):
    if n & 1:
        raise Odd(n)
    return n


def c(n):
    return d(n) + 1


def b(n):
    return c(n) + 1


def a(n):
    try:
        return b(n)
    except Odd as e:
        return e.args[0]


total = 0
for i in range(800000):
    total += a(i)
print('exceptions', total)
