# inspect on generators, coroutines, async generators.
import inspect, asyncio, types
def g():
    x = yield 1
    yield from [2, 3]
async def co():
    await asyncio.sleep(0)
async def ag():
    yield 1
gg = g()
print(inspect.getgeneratorstate(gg), gg.gi_frame.f_lineno, gg.gi_running, gg.gi_yieldfrom)
next(gg); print(inspect.getgeneratorstate(gg), gg.gi_frame.f_locals)
next(gg); print(gg.gi_yieldfrom is not None, type(gg.gi_yieldfrom).__name__, gg.gi_frame.f_locals)
gg.close(); print(inspect.getgeneratorstate(gg), gg.gi_frame)
c = co()
print(inspect.getcoroutinestate(c), c.cr_await, c.cr_running, c.cr_frame.f_lineno, c.cr_suspended)
print(c.send(None), inspect.getcoroutinestate(c), c.cr_await, c.cr_suspended)
try: c.send(None)
except StopIteration as e: print('stop', e.value)
print(inspect.getcoroutinestate(c), c.cr_frame)
a = ag()
print(inspect.getasyncgenstate(a), a.ag_await, a.ag_frame.f_lineno)
print(inspect.iscoroutinefunction(co), inspect.isasyncgenfunction(ag), inspect.isgeneratorfunction(g), inspect.iscoroutine(c), inspect.isawaitable(c), inspect.isasyncgen(a), inspect.isgenerator(gg))
print(asyncio.iscoroutinefunction(co), asyncio.iscoroutine(gg))
print(type(c), type(a), type(gg), types.CoroutineType, types.GeneratorType, types.AsyncGeneratorType)
print(c.__name__, c.__qualname__, c.cr_code.co_name, gg.gi_code.co_varnames)
@types.coroutine
def tc():
    r = yield 'y'
    return r
print(inspect.isawaitable(tc()), inspect.iscoroutinefunction(tc), inspect.iscoroutine(tc()))
print(inspect.getgeneratorlocals(g()), inspect.getcoroutinelocals(co()) )
# expect-output:
# GEN_CREATED 3 False None
# GEN_SUSPENDED {}
# True list_iterator {'x': None}
# GEN_CLOSED None
# CORO_CREATED None False 6 False
# None CORO_SUSPENDED <coroutine object sleep at 0x7fe11ad91940> True
# stop None
# CORO_CLOSED None
# AGEN_CREATED None 8
# True True True True True True True
# True False
# <class 'coroutine'> <class 'async_generator'> <class 'generator'> <class 'coroutine'> <class 'generator'> <class 'async_generator'>
# co co co ('x',)
# True False False
# {} {}
