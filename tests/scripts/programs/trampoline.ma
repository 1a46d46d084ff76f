import types


def trampoline(coro):
    stack = []
    value, exc = None, None
    current = coro
    while True:
        try:
            if exc is not None:
                e, exc = exc, None
                step = current.throw(e)
            else:
                step = current.send(value)
        except StopIteration as stop:
            if not stack:
                return stop.value
            value = stop.value
            current = stack.pop()
            continue
        except Exception as e:
            if not stack:
                raise
            exc = e
            current = stack.pop()
            continue
        if isinstance(step, types.GeneratorType):
            stack.append(current)
            current, value = step, None
        else:
            value = step


def fact(n):
    if n <= 1:
        return 1
    rest = yield fact(n - 1)
    return n * rest


def even(n):
    if n == 0:
        return True
    return (yield odd(n - 1))


def odd(n):
    if n == 0:
        return False
    return (yield even(n - 1))


def risky(n):
    if n == 0:
        raise ValueError('到底了')
    try:
        return (yield risky(n - 1))
    except ValueError as e:
        if n == 3:
            return 'recovered: ' + str(e)
        raise


def ack(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return (yield ack(m - 1, 1))
    return (yield ack(m - 1, (yield ack(m, n - 1))))


print(trampoline(fact(10)))
print(len(str(trampoline(fact(1000)))))
print(trampoline(even(5000)), trampoline(odd(5000)))
print(trampoline(risky(5)))
print(trampoline(ack(2, 3)))
try:
    trampoline(risky(2))
except ValueError as e:
    print('ValueError', e)
# expect-output:
# 3628800
# 2568
# True False
# recovered: 到底了
# 9
# ValueError 到底了
