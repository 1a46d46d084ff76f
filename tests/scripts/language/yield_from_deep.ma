# A value goes through many levels at the cost of one.
def leaf(n):
    for i in range(n):
        got = yield i
        if got:
            print('leaf got', got)
    return 'leaf'
def level(k, n):
    if k == 0:
        return (yield from leaf(n))
    return (yield from level(k - 1, n))
it = level(200, 3)
print(next(it), it.send('hello'), next(it))
try:
    next(it)
except StopIteration as e:
    print(e.value)
# expect-output:
# leaf got hello
# 0 1 2
# leaf
