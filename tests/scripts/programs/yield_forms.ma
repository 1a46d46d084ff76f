def g():
    x = yield
    print('x', x)
    y = (yield x) or 'none'
    print('y', y)
    z = yield x, y
    print(f'{(yield z)}')
    l = [(yield 'a'), (yield 'b')]
    print(l)
    d = {(yield 'k'): (yield 'v')}
    print(d)
    print((yield (yield 'inner')))
    w = yield from sub()
    print('w', w)
    try:
        yield 'try'
    except* ValueError as eg:
        print(eg.exceptions)
    yield lambda: (yield 5)
    return 'R'


def sub():
    r = 0
    while (v := (yield r)) is not None:
        r += v
    return r


gen = g()
print(next(gen))
for v in (1, None, 3, 4, 'l1', 'l2', 'K', 'V', 'in', 'out', 10, 20, None):
    print('<-', v, '->', gen.send(v))
f = gen.throw(ValueError('t'))
print(list(f()))
try:
    next(gen)
except StopIteration as e:
    print(e.value, e)


def rev(n):
    while n:
        n -= 1
        if (yield n) == 'stop':
            return 'stopped'


r = rev(5)
print(next(r), next(r))
try:
    r.send('stop')
except StopIteration as e:
    print(e.value)


def delegate():
    res = yield from rev(2)
    print('res', res)
    yield from 'ab'
    yield from (i for i in range(2))
    return (yield from {})


print(list(delegate()))
a, *b = rev(4)
print(a, b, dict(enumerate(rev(2))), sorted(rev(3)), max(rev(3)), 2 in rev(4), ''.join(map(str, rev(3))), [*rev(2), *rev(1)])


class It:
    def __init__(self):
        self.log = []

    def __iter__(self):
        return self

    def __next__(self):
        self.log.append('next')
        if len(self.log) > 4:
            raise StopIteration('val')
        return len(self.log)

    def send(self, v):
        self.log.append(('send', v))
        return 'S'

    def throw(self, e, *a):
        self.log.append(('throw', type(e).__name__))
        return 'T'

    def close(self):
        self.log.append('close')


it = It()


def d():
    v = yield from it
    print('v', v)
    yield 'after'


x = d()
print(next(x), x.send(None), x.send(5), x.throw(KeyError('k')), next(x))
x.close()
print(it.log)
# expect-output:
# None
# x 1
# <- 1 -> 1
# y none
# <- None -> (1, 'none')
# <- 3 -> 3
# 4
# <- 4 -> a
# <- l1 -> b
# ['l1', 'l2']
# <- l2 -> k
# <- K -> v
# {'K': 'V'}
# <- V -> inner
# <- in -> in
# out
# <- out -> 0
# <- 10 -> 10
# <- 20 -> 30
# w 30
# <- None -> try
# (ValueError('t'),)
# [5]
# R R
# 4 3
# stopped
# res None
# [1, 0, 'a', 'b', 0, 1]
# 3 [2, 1, 0] {0: 1, 1: 0} [0, 1, 2] 2 True 210 [1, 0, 0]
# v val
# 1 2 S T after
# ['next', 'next', ('send', 5), ('throw', 'KeyError'), 'next']
