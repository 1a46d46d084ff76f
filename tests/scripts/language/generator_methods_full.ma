# send, throw, close; yield from in every direction.
def g():
    try:
        while True:
            try:
                x = yield
                print('got', x)
            except KeyError as e:
                print('KE', e)
                yield 'from except'
    except GeneratorExit:
        print('exit'); return 'closed value'
    finally: print('finally')
it = g()
print(next(it), it.send(1), it.throw(KeyError('k')), it.send(3))
print(it.close())
print(it.close())
try: it.send(1)
except StopIteration as e: print('SI', e.value)
try: it.throw(ValueError('x'))
except ValueError as e: print(repr(e))
def sub():
    try:
        r = yield 's1'
        print('sub got', r)
    except ValueError as e:
        print('sub VE', e); return 'handled'
    finally: print('sub fin')
    return 'sub ret'
def outer():
    r = yield from sub(); print('r', r)
    r = yield from sub(); print('r', r)
    r = yield from [1, 2]
    return r
o = outer()
print(next(o)); print(o.send('hello')); print(o.throw(ValueError('tv'))); print(next(o))
try: o.send(5)
except AttributeError as e: print(e)
try:
    next(o)
except StopIteration: print('over')
def inf():
    it2.send(None)
    yield
it2 = inf()
try: next(it2)
except ValueError as e: print(e)
def leak():
    yield 1
    raise StopIteration(2)
l = leak(); next(l)
try: next(l)
except RuntimeError as e: print(e, repr(e.__cause__))
def ig():
    try: yield 1
    except GeneratorExit: yield 2
i = ig(); next(i)
try: i.close()
except RuntimeError as e: print(e)
try: (x for x in [1]).send(4)
except TypeError as e: print(e)
# expect-output:
# got 1
# KE 'k'
# None None from except None
# exit
# finally
# closed value
# None
# SI None
# ValueError('x')
# s1
# sub got hello
# sub fin
# r sub ret
# s1
# sub VE tv
# sub fin
# r handled
# 1
# 2
# 'list_iterator' object has no attribute 'send'
# over
# generator already executing
# generator raised StopIteration StopIteration(2)
# generator ignored GeneratorExit
# can't send non-None value to a just-started generator
