# Many small checks; CPython prints the same.
def t(f, *a, **k):
    try: print(repr(f(*a, **k)))
    except BaseException as e: print(type(e).__name__, e)
from contextlib import *
import contextlib, io, sys, asyncio
@contextmanager
def cm(n, swallow=False):
    print('enter', n)
    try: yield n
    except Exception as e:
        print('exc', n, type(e).__name__)
        if not swallow: raise
    finally: print('exit', n)
with cm(1) as a, cm(2) as b: print(a, b)
with (cm(3) as c, cm(4),): print(c)
with cm(5, True): raise ValueError('sw')
try:
    with cm(6): raise KeyError('x')
except KeyError as e: print('out', e)
@contextmanager
def noyield():
    if 0: yield
t(lambda: noyield().__enter__())
@contextmanager
def twice(): yield 1; yield 2
def f():
    with twice(): pass
t(f)
@contextmanager
def noswallow(): yield
def f():
    with noswallow(): raise StopIteration('si')
t(f)
@contextmanager
def replaces():
    try: yield
    except ValueError as e: raise TypeError('replaced') from e
def f():
    with replaces(): raise ValueError('orig')
try: f()
except TypeError as e: print(repr(e.__cause__), e.__suppress_context__)
@cm('deco')
def decorated(x): print('body', x); return x
print(decorated(9), decorated(8), decorated.__name__)
with suppress(KeyError, IndexError): [][1]
with suppress(KeyError): print('fine')
def f():
    with suppress(KeyError): raise ValueError('no')
t(f)
with suppress(ValueError):
    raise ExceptionGroup('g', [ValueError(1)])
o = io.StringIO()
with redirect_stdout(o): print('captured'); print('2', file=sys.stdout)
print(repr(o.getvalue()))
with redirect_stderr(o): print('err', file=sys.stderr)
print(repr(o.getvalue()))
class C:
    def close(self): print('closing')
with closing(C()) as c: print(type(c).__name__)
with nullcontext(5) as n: print(n)
with ExitStack() as st:
    print(st.enter_context(cm('s1')), st.enter_context(cm('s2')))
    st.callback(print, 'cb', sep='-'); st.push(lambda *a: print('push', a[0]))
    st.push(cm('never-entered').__exit__ if 0 else C().close.__func__ if 0 else (lambda *a: False))
with ExitStack() as st:
    st.push(lambda t, v, tb: print('swallow', v) or True)
    st.push(lambda t, v, tb: 1/0)
    raise ValueError('first')
def f():
    with ExitStack() as st:
        st.callback(lambda: 1/0)
        st.callback(lambda: {}['k'])
        raise ValueError('v')
try: f()
except ZeroDivisionError as e: print(repr(e), repr(e.__context__), repr(e.__context__.__context__))
st = ExitStack(); st.callback(print, 'moved'); st2 = st.pop_all(); st.close(); print('--'); st2.close()
t(lambda: ExitStack().enter_context(5)); 
class MyCM(ContextDecorator):
    def __enter__(self): print('in'); return self
    def __exit__(self, *a): print('out', a[0] and a[0].__name__); return False
@MyCM()
def g(): print('g')
g()
class Abs(AbstractContextManager):
    def __exit__(self, *a): print('abs exit')
with Abs() as x: print(type(x).__name__, isinstance(cm(1), AbstractContextManager))
async def main():
    @asynccontextmanager
    async def acm(n):
        print('aenter', n)
        try: yield n
        finally: print('aexit', n)
    async with acm(1) as a, acm(2): print(a)
    try:
        async with acm(3): raise KeyError('z')
    except KeyError as e: print(repr(e))
    async with AsyncExitStack() as st:
        print(await st.enter_async_context(acm('s'))); st.enter_context(cm('sync'))
        async def cb(x): print('acb', x)
        st.push_async_callback(cb, 5); st.callback(print, 'cb')
        async def ex(*a): print('ex', a[0]); return True
        st.push_async_exit(ex)
    class AC:
        async def aclose(self): print('aclosed')
    async with aclosing(AC()): pass
    async with nullcontext(3) as n: print(n)
    @acm('deco')
    async def d(): print('d')
    await d()
    try:
        async with 5: pass
    except TypeError as e: print(e)
    try:
        with acm(1): pass
    except TypeError as e: print(e)
    try:
        async with cm(1): pass
    except TypeError as e: print(e)
asyncio.run(main())
class Multi:
    def __enter__(self): return 1, 2
    def __exit__(self, *a): pass
with Multi() as (p, q): print(p, q)
d = {}
with Multi() as d['k']: pass
print(d)
class BadEnter:
    def __enter__(self): raise ValueError('enter')
    def __exit__(self, *a): print('never')
t(lambda: exec('with BadEnter(): pass', globals()))
class BadExit:
    def __enter__(self): pass
    def __exit__(self, *a): raise KeyError('exit')
try:
    with BadExit(): raise ValueError('body')
except KeyError as e: print(repr(e), repr(e.__context__))
def ret():
    with MyCM(): return 'returned'
print(ret())
def loop():
    for i in range(3):
        with MyCM():
            if i == 1: continue
            if i == 2: break
            print(i)
loop()
with chdir('/tmp'): import os; print(os.getcwd())
print(repr(nullcontext()), repr(suppress())[:30]) if 0 else None
t(lambda: contextmanager(5)()); t(lambda: cm().__enter__()); c = cm(7); c.__enter__(); t(lambda: c.__exit__(None, None, None)); t(lambda: c.__exit__(None, None, None))
# expect-output:
# enter 1
# enter 2
# 1 2
# exit 2
# exit 1
# enter 3
# enter 4
# 3
# exit 4
# exit 3
# enter 5
# exc 5 ValueError
# exit 5
# enter 6
# exc 6 KeyError
# exit 6
# out 'x'
# RuntimeError generator didn't yield
# RuntimeError generator didn't stop
# StopIteration si
# ValueError('orig') True
# enter deco
# body 9
# exit deco
# enter deco
# body 8
# exit deco
# 9 8 decorated
# fine
# ValueError no
# 'captured\n2\n'
# 'captured\n2\nerr\n'
# C
# closing
# 5
# enter s1
# enter s2
# s1 s2
# push None
# cb
# exit s2
# exit s1
# swallow division by zero
# ZeroDivisionError('division by zero') KeyError('k') ValueError('v')
# --
# moved
# TypeError 'builtins.int' object does not support the context manager protocol
# in
# g
# out None
# Abs True
# abs exit
# aenter 1
# aenter 2
# 1
# aexit 2
# aexit 1
# aenter 3
# aexit 3
# KeyError('z')
# aenter s
# s
# enter sync
# ex None
# cb
# acb 5
# exit sync
# aexit s
# aclosed
# 3
# aenter deco
# d
# aexit deco
# 'int' object does not support the asynchronous context manager protocol
# '_AsyncGeneratorContextManager' object does not support the context manager protocol
# '_GeneratorContextManager' object does not support the asynchronous context manager protocol
# 1 2
# {'k': (1, 2)}
# ValueError enter
# KeyError('exit') ValueError('body')
# in
# out None
# returned
# in
# 0
# out None
# in
# out None
# in
# out None
# /tmp
# TypeError 'int' object is not callable
# TypeError cm() missing 1 required positional argument: 'n'
# enter 7
# exit 7
# False
# False
