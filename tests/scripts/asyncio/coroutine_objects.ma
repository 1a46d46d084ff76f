# send, throw, close by hand; states; reuse.
import inspect
async def f():
    await A()
    return 'ret'
class A:
    def __await__(self):
        got = yield 'y1'
        print('got', got)
        try:
            yield 'y2'
        except KeyError:
            print('caught')
c = f()
print(inspect.getcoroutinestate(c), c.cr_await, c.cr_running)
try:
    c.send(1)
except TypeError as e:
    print(e)
print(c.send(None), c.send('x'), inspect.getcoroutinestate(c), c.cr_frame.f_lineno)
try:
    c.throw(KeyError())
except StopIteration as e:
    print(e.value)
for act in (lambda: c.send(None), lambda: c.throw(ValueError())):
    try:
        act()
    except RuntimeError as e:
        print(e)
print(c.close(), inspect.getcoroutinestate(c))
for bad in (lambda: iter(c), lambda: next(c), lambda: list(c)):
    try:
        bad()
    except TypeError as e:
        print(e)
async def g():
    for x in (5, None, [], lambda: 0, (i for i in ()), 'x'):
        try:
            await x
        except TypeError as e:
            print(e)
    class B:
        def __await__(self): return 5
    try:
        await B()
    except TypeError as e:
        print(e)
    class C:
        def __await__(self): return iter(())
    print(await C())
try:
    g().send(None)
except StopIteration:
    print('end')
async def ign():
    try:
        await A()
    except GeneratorExit:
        await A()
i = ign(); i.send(None)
try:
    i.close()
except RuntimeError as e:
    print(e)
async def si(): raise StopIteration
try:
    si().send(None)
except RuntimeError as e:
    print(e)
# expect-output:
# CORO_CREATED None False
# can't send non-None value to a just-started coroutine
# got x
# y1 y2 CORO_SUSPENDED 4
# caught
# ret
# cannot reuse already awaited coroutine
# cannot reuse already awaited coroutine
# None CORO_CLOSED
# 'coroutine' object is not iterable
# 'coroutine' object is not an iterator
# 'coroutine' object is not iterable
# object int can't be used in 'await' expression
# object NoneType can't be used in 'await' expression
# object list can't be used in 'await' expression
# object function can't be used in 'await' expression
# object generator can't be used in 'await' expression
# object str can't be used in 'await' expression
# __await__() returned non-iterator of type 'int'
# None
# end
# coroutine ignored GeneratorExit
# coroutine raised StopIteration
