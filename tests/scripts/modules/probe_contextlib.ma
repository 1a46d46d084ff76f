# contextlib at its edges: stacks, contexts of exceptions, decorators.
import contextlib, asyncio
@contextlib.contextmanager
def cm(n, swallow=False):
    print('enter', n)
    try: yield n
    except Exception as e:
        print('exc', n, repr(e))
        if not swallow: raise
    finally: print('exit', n)
with cm(1) as a, cm(2) as b: print(a, b)
with cm(3, True): raise KeyError('x')
print('next')
try:
    with cm(4), cm(5): 1/0
except ZeroDivisionError as e: print(e)
with contextlib.ExitStack() as st:
    for i in range(3): st.enter_context(cm(i))
    st.callback(print, 'cb', 1)
    st.push(lambda *a: print('push', a[0]))
with contextlib.suppress(KeyError, ValueError): raise ValueError
print(contextlib.suppress.__name__)
@cm('deco')
def f(): print('in f')
f(); f()
with contextlib.nullcontext(5) as n: print(n)
import io
with contextlib.redirect_stdout(io.StringIO()) as s: print('hid')
print(repr(s.getvalue()))
class C:
    def close(self): print('closed')
with contextlib.closing(C()): pass
@contextlib.contextmanager
def twice(): yield 1; yield 2
try:
    with twice(): pass
except RuntimeError as e: print(e)
@contextlib.contextmanager
def never():
    if 0: yield
try:
    with never(): pass
except RuntimeError as e: print(e)
@contextlib.contextmanager
def noreraise():
    try: yield
    except ValueError: raise KeyError('from cm')
try:
    with noreraise(): raise ValueError('v')
except KeyError as e: print(repr(e), repr(e.__context__), e.__cause__)
@contextlib.asynccontextmanager
async def acm(n):
    print('aenter', n)
    try: yield n
    finally: print('aexit', n)
async def main():
    async with acm(1) as x, acm(2) as y: print(x, y)
    async with contextlib.AsyncExitStack() as st:
        await st.enter_async_context(acm('s'))
        st.enter_context(cm('t'))
        async def acb(*a): print('acb', a)
        st.push_async_callback(acb, 1, 2)
    @acm('d')
    async def g(): print('g'); return 7
    print(await g())
    try:
        async with acm(3): raise ValueError('in')
    except ValueError as e: print(e)
asyncio.run(main())
st = contextlib.ExitStack()
with st:
    st.enter_context(cm('p'))
    st2 = st.pop_all()
print('popped'); st2.close()
with contextlib.ExitStack() as s:
    @s.callback
    def _(): print('deco cb')
try:
    with contextlib.ExitStack() as s:
        s.callback(lambda: 1/0)
        s.callback(lambda: {}['k'])
        raise ValueError('first')
except ZeroDivisionError as e: print(repr(e), repr(e.__context__), repr(e.__context__.__context__))
class Base(contextlib.AbstractContextManager):
    def __exit__(self, *a): print('base exit', a[0])
with Base() as b: print(type(b).__name__)
class D(contextlib.ContextDecorator):
    def __enter__(self): print('D in'); return self
    def __exit__(self, *e): print('D out'); return True
@D()
def ff(): raise ValueError
print(ff())
try:
    with 5: pass
except TypeError as e: print(e)

# expect-output:
# enter 1
# enter 2
# 1 2
# exit 2
# exit 1
# enter 3
# exc 3 KeyError('x')
# exit 3
# next
# enter 4
# enter 5
# exc 5 ZeroDivisionError('division by zero')
# exit 5
# exc 4 ZeroDivisionError('division by zero')
# exit 4
# division by zero
# enter 0
# enter 1
# enter 2
# push None
# cb 1
# exit 2
# exit 1
# exit 0
# suppress
# enter deco
# in f
# exit deco
# enter deco
# in f
# exit deco
# 5
# 'hid\n'
# closed
# generator didn't stop
# generator didn't yield
# KeyError('from cm') ValueError('v') None
# aenter 1
# aenter 2
# 1 2
# aexit 2
# aexit 1
# aenter s
# enter t
# acb (1, 2)
# exit t
# aexit s
# aenter d
# g
# aexit d
# 7
# aenter 3
# aexit 3
# in
# enter p
# popped
# exit p
# deco cb
# ZeroDivisionError('division by zero') KeyError('k') ValueError('first')
# Base
# base exit None
# D in
# D out
# None
# 'int' object does not support the context manager protocol
