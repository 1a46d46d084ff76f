# send, throw and close pass through to the innermost; the value comes back.
def inner():
    try:
        x = yield 'i1'
        print('inner got', x)
        yield 'i2'
    except KeyError as e:
        print('inner caught', e)
        yield 'i3'
    finally:
        print('inner finally')
    return 'inner value'
def outer():
    r = yield from inner()
    print('outer got', r)
    r = yield from [10, 20]
    print(r)
    return 'outer value'
o = outer()
print(next(o), o.send('X'), o.throw(KeyError('K')))
print(next(o), next(o))
try:
    next(o)
except StopIteration as e:
    print(e.value)
p = outer()
next(p)
p.close()
def bad():
    yield from [1, 2]
b = bad()
next(b)
try:
    b.send(5)
except AttributeError as e:
    print(e)
try:
    list((lambda: (yield from 3))())
except TypeError as e:
    print(e)
# expect-output:
# inner got X
# inner caught 'K'
# i1 i2 i3
# inner finally
# outer got inner value
# 10 20
# None
# outer value
# inner finally
# 'list_iterator' object has no attribute 'send'
# 'int' object is not iterable
