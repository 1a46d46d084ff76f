# send, next, return value, exhaustion.
def g():
    x = yield 1
    print('got', x)
    y = yield 2
    print('got', y)
    return 'done'
it = g()
print(next(it), it.send('a'))
try:
    it.send('b')
except StopIteration as e:
    print(e.value, e)
try:
    next(it)
except StopIteration as e:
    print(e.value)
try:
    g().send(1)
except TypeError as e:
    print(e)
print(list(g()))
def empty():
    return
    yield
print(list(empty()))
print(iter(it) is it)
def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b
f = fib()
print([next(f) for _ in range(10)])
# expect-output:
# got a
# 1 2
# got b
# done done
# None
# can't send non-None value to a just-started generator
# got None
# got None
# [1, 2]
# []
# True
# [0, 1, 1, 2, 3, 5, 8, 13, 21, 34]
