# throw raises at the yield, close raises GeneratorExit there.
def g():
    while True:
        try:
            v = yield 'waiting'
            print('v', v)
        except ValueError as e:
            print('caught', e)
        finally:
            print('finally')
it = g()
next(it)
print(it.throw(ValueError('x')))
it.send(5)
it.close()
it.close()
try:
    next(it)
except StopIteration:
    print('stopped')
def stubborn():
    while True:
        try:
            yield
        except GeneratorExit:
            print('no!')
            yield 'still here'
            return
s = stubborn()
next(s)
try:
    s.close()
except RuntimeError as e:
    print(e)
u = g()
try:
    u.throw(KeyError('unstarted'))
except KeyError as e:
    print('back', e)
print(list(u))
def ret():
    try:
        yield
    except GeneratorExit:
        return 'closed value'
r = ret()
next(r)
print(r.close())
# expect-output:
# caught x
# finally
# waiting
# v 5
# finally
# finally
# stopped
# no!
# generator ignored GeneratorExit
# back 'unstarted'
# []
# closed value
