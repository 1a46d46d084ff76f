def g():
    try:
        x = yield 1
        print('x', x)
        yield 2
    except ValueError as e:
        print('caught', e)
        yield 'recovered'
    finally:
        print('finally')


a = g()
try:
    a.send(5)
except TypeError as e:
    print(e)
print(next(a), a.send('S'), a.throw(ValueError('bad')))
try:
    next(a)
except StopIteration as e:
    print('stop', e.value)
b = g()
b.close()
try:
    next(b)
except StopIteration:
    print('closed')
c = g()
next(c)
c.close()


def ignore():
    while True:
        try:
            yield
        except GeneratorExit:
            pass


i = ignore()
next(i)
try:
    i.close()
except RuntimeError as e:
    print(e)


def leak():
    yield next(iter([]))


try:
    next(leak())
except RuntimeError as e:
    print(e, repr(e.__cause__))


def selfish():
    yield next(me)


me = selfish()
try:
    next(me)
except ValueError as e:
    print(e)


def ret():
    return (yield)


def deleg():
    r = yield from ret()
    print('r', r)
    try:
        yield from ret()
    except KeyError:
        print('keyerror out')
    return (yield from [1, 2]), 'end'


d = deleg()
next(d)
d.send('v1')
print(d.throw(KeyError))
print(next(d))
try:
    next(d)
except StopIteration as e:
    print(e.value)
print(d.gi_frame, d.gi_running)


def closer():
    try:
        yield 1
    except GeneratorExit:
        return 'closed value'


x = closer()
next(x)
print(x.close(), x.close())
del i
# expect-output:
# can't send non-None value to a just-started generator
# x S
# caught bad
# 1 2 recovered
# finally
# stop None
# closed
# finally
# generator ignored GeneratorExit
# generator raised StopIteration StopIteration()
# generator already executing
# r v1
# keyerror out
# 1
# 2
# (None, 'end')
# None False
# closed value None
