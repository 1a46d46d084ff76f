# What inspect and the attributes of coroutines say.
import asyncio, inspect, types
async def co(): await asyncio.sleep(0.01)
def gen(): yield
async def ag(): yield
@types.coroutine
def old(): yield
class A:
    def __await__(self): yield
    async def m(self): pass
for f in (co, gen, ag, old, A, A().m, lambda: 1, print):
    print(getattr(f, '__name__', f), inspect.iscoroutinefunction(f), asyncio.iscoroutinefunction(f), inspect.isgeneratorfunction(f), inspect.isasyncgenfunction(f))
c = co(); g = gen(); a = ag(); o = old()
for x in (c, g, a, o, A(), 3, co):
    print(type(x).__name__, inspect.iscoroutine(x), asyncio.iscoroutine(x), inspect.isawaitable(x), inspect.isgenerator(x), inspect.isasyncgen(x))
print(c.__name__, c.__qualname__, c.cr_running, c.cr_await, c.cr_suspended, c.cr_frame.f_lineno, c.cr_code.co_name, c.cr_origin)
print(inspect.getcoroutinestate(c), inspect.getgeneratorstate(g), inspect.getasyncgenstate(a))
print(g.gi_running, g.gi_yieldfrom, g.gi_frame.f_lineno, g.gi_code.co_name, g.gi_suspended)
async def main():
    t = asyncio.create_task(c); await asyncio.sleep(0)
    print(inspect.getcoroutinestate(c), type(c.cr_await).__name__, c.cr_await.__name__, c.cr_suspended, c.cr_frame.f_lineno)
    print(type(c.cr_await.cr_await).__name__)
    print(inspect.getcoroutinelocals(c)); await t
    print(inspect.getcoroutinestate(c), c.cr_frame, c.cr_await)
asyncio.run(main())
next(g); print(inspect.getgeneratorstate(g), inspect.getgeneratorlocals(g)); g.close(); print(inspect.getgeneratorstate(g))
def deleg(): yield from gen()
d = deleg(); next(d); print(d.gi_yieldfrom.__name__)
print(inspect.markcoroutinefunction, inspect.iscoroutinefunction(inspect.markcoroutinefunction(lambda: 1)))
print(types.CoroutineType, types.AsyncGeneratorType, types.GeneratorType, isinstance(c, types.CoroutineType))
import collections.abc as abc
for x in (c, g, a, o, A()): print([n for n in ('Awaitable', 'Coroutine', 'AsyncIterator', 'AsyncGenerator', 'Generator', 'AsyncIterable') if isinstance(x, getattr(abc, n))])
o.close()
# expect-output:
# co True True False False
# gen False False True False
# ag False False False True
# old False False True False
# A False False False False
# m True True False False
# <lambda> False False False False
# print False False False False
# coroutine True True True False False
# generator False False False True False
# async_generator False False False False True
# generator False False True True False
# A False False True False False
# int False False False False False
# function False False False False False
# co co False None False 3 co None
# CORO_CREATED GEN_CREATED AGEN_CREATED
# False None 4 gen False
# CORO_SUSPENDED coroutine sleep True 3
# FutureIter
# {}
# CORO_CLOSED None None
# GEN_SUSPENDED {}
# GEN_CLOSED
# gen
# <function markcoroutinefunction at 0x7fdac99616c0> True
# <class 'coroutine'> <class 'async_generator'> <class 'generator'> True
# ['Awaitable', 'Coroutine']
# ['Generator']
# ['AsyncIterator', 'AsyncGenerator', 'AsyncIterable']
# ['Generator']
# ['Awaitable']
