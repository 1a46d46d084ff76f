# Coroutines driven by hand; what cannot be awaited.
import types
@types.coroutine
def sus(x): r = yield x; return r
class Aw:
    def __await__(self):
        print('aw'); r = yield 'from aw'; return r
async def co():
    a = await sus('one'); print('a', a)
    b = await Aw(); print('b', b)
    try: await sus('three')
    except KeyError as e: print('caught', e)
    return a + b
c = co()
print(c.send(None)); print(c.cr_await); print(c.send(10)); print(c.send(20)); 
try: c.throw(KeyError('k'))
except StopIteration as e: print('ret', e.value)
for f in (lambda: c.send(None), lambda: c.throw(ValueError)):
    try: f()
    except RuntimeError as e: print(e)
c.close()
c = co()
try: c.send(1)
except TypeError as e: print(e)
for f in (lambda: next(c), lambda: iter(c), lambda: list(c)):
    try: f()
    except TypeError as e: print(e)
w = c.__await__(); print(type(w).__name__, iter(w) is w); print(next(w)); print(w.send(1)); w.close()
try: c.send(None)
except RuntimeError as e: print(e)
async def ig():
    try: await sus(1)
    except GeneratorExit: await sus(2)
c = ig(); c.send(None)
try: c.close()
except RuntimeError as e: print(e)
async def deep(n):
    if n == 0: return await sus('bottom')
    return await deep(n - 1)
c = deep(50); print(c.send(None)); 
n = 0; x = c
while x is not None and hasattr(x, 'cr_await'): x = x.cr_await; n += 1
print(n, type(x).__name__)
try: c.send('up')
except StopIteration as e: print(e.value)
async def bad(): await 3
async def bad2(): await None
async def bad3(): await [1]
async def bad4(): await co
async def bad5():
    def g(): yield
    await g()
class NoIter:
    def __await__(self): return 5
async def bad6(): await NoIter()

for b in (bad, bad2, bad3, bad4, bad5, bad6):
    c = b()
    try: c.send(None)
    except TypeError as e: print(e)
# expect-output:
# one
# <generator object sus at 0x7f16c2b66380>
# a 10
# aw
# from aw
# b 20
# three
# caught 'k'
# ret 30
# cannot reuse already awaited coroutine
# cannot reuse already awaited coroutine
# can't send non-None value to a just-started coroutine
# 'coroutine' object is not an iterator
# 'coroutine' object is not iterable
# 'coroutine' object is not iterable
# coroutine_wrapper True
# one
# a 1
# aw
# from aw
# cannot reuse already awaited coroutine
# coroutine ignored GeneratorExit
# bottom
# 51 generator
# up
# object int can't be used in 'await' expression
# object NoneType can't be used in 'await' expression
# object list can't be used in 'await' expression
# object function can't be used in 'await' expression
# object generator can't be used in 'await' expression
# __await__() returned non-iterator of type 'int'
