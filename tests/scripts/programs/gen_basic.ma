# 生成器入门：斐波那契、素数筛、无限序列
import itertools


def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


def primes():
    sieve = {}
    n = 2
    while True:
        if n not in sieve:
            yield n
            sieve[n * n] = [n]
        else:
            for p in sieve[n]:
                sieve.setdefault(p + n, []).append(p)
            del sieve[n]
        n += 1


def take(n, it):
    return list(itertools.islice(it, n))


def windowed(it, size):
    it = iter(it)
    window = list(itertools.islice(it, size))
    if len(window) == size:
        yield tuple(window)
    for x in it:
        window = window[1:] + [x]
        yield tuple(window)


def flatten(items):
    for item in items:
        if isinstance(item, (list, tuple)):
            yield from flatten(item)
        else:
            yield item


def main():
    print('斐波那契:', take(15, fib()))
    print('素数:', take(15, primes()))
    print('窗口:', list(windowed('abcdef', 3)))
    print('展平:', list(flatten([1, [2, (3, [4, [5]]), 6], [[[7]]]])))
    print('偶数平方和:', sum(x * x for x in range(20) if x % 2 == 0))
    g = fib()
    for i, x in zip(range(5), g):
        print(f'{i:>2} -> {x:<4}|')
    print(next(g), next(g))
    gen = (x for x in 'xyz')
    print(gen.__name__, type(gen).__name__)
    print(list(gen), list(gen))
    d = dict(enumerate(take(4, primes()), start=1))
    print(d)
    evens = filter(lambda v: v % 2 == 0, fib())
    print(take(5, evens))
    print(list(itertools.takewhile(lambda v: v < 50, fib())))


if __name__ == '__main__':
    main()
# expect-output:
# 斐波那契: [0, 1, 1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233, 377]
# 素数: [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47]
# 窗口: [('a', 'b', 'c'), ('b', 'c', 'd'), ('c', 'd', 'e'), ('d', 'e', 'f')]
# 展平: [1, 2, 3, 4, 5, 6, 7]
# 偶数平方和: 1140
#  0 -> 0   |
#  1 -> 1   |
#  2 -> 1   |
#  3 -> 2   |
#  4 -> 3   |
# 5 8
# <genexpr> generator
# ['x', 'y', 'z'] []
# {1: 2, 2: 3, 3: 5, 4: 7}
# [0, 2, 8, 34, 144]
# [0, 1, 1, 2, 3, 5, 8, 13, 21, 34]
