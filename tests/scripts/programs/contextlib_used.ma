from contextlib import contextmanager, suppress, ExitStack, closing, redirect_stdout, nullcontext, asynccontextmanager, AsyncExitStack
import asyncio


@contextmanager
def tag(name):
    print(f'<{name}>')
    try:
        yield name
    except ValueError as e:
        print('swallowed', e)
    finally:
        print(f'</{name}>')


with tag('h1') as t, tag('b'):
    print('inside', t)
with tag('p'):
    raise ValueError('oops')
try:
    with tag('q'):
        raise KeyError('k')
except KeyError as e:
    print('KeyError', e)


@tag('deco')
def f(x):
    return x * 2


print(f(4), f(5))


class Res:
    def __init__(self, n):
        self.n = n

    def __enter__(self):
        print('enter', self.n)
        return self

    def __exit__(self, et, ev, tb):
        print('exit', self.n, et and et.__name__, ev)
        return self.n == 1

    def close(self):
        print('close', self.n)


with Res(1):
    1 / 0
try:
    with Res(2) as a, Res(3) as b:
        raise RuntimeError('x')
except RuntimeError:
    print('out')
with ExitStack() as stack:
    rs = [stack.enter_context(Res(i)) for i in range(3)]
    stack.callback(print, 'callback', end='!\n')
    stack.push(lambda *e: print('push', e[0]))
with suppress(ZeroDivisionError, KeyError):
    {}['x']
    print('never')
with closing(Res(9)):
    pass
with nullcontext(5) as v:
    print(v)


@contextmanager
def bad():
    yield 1
    yield 2


@contextmanager
def none():
    if False:
        yield


for cm in (bad, none):
    try:
        with cm():
            pass
    except RuntimeError as e:
        print(e)


@asynccontextmanager
async def conn(name):
    await asyncio.sleep(0)
    print('open', name)
    try:
        yield name
    finally:
        await asyncio.sleep(0)
        print('shut', name)


async def main():
    async with conn('db') as c, conn('cache'):
        print('use', c)
    async with AsyncExitStack() as st:
        for i in range(2):
            await st.enter_async_context(conn(i))
        st.push_async_callback(asyncio.sleep, 0)
    try:
        async with conn('err'):
            raise OSError('broken')
    except OSError as e:
        print(repr(e))


asyncio.run(main())
# expect-output:
# <h1>
# <b>
# inside h1
# </b>
# </h1>
# <p>
# swallowed oops
# </p>
# <q>
# </q>
# KeyError 'k'
# <deco>
# </deco>
# <deco>
# </deco>
# 8 10
# enter 1
# exit 1 ZeroDivisionError division by zero
# enter 2
# enter 3
# exit 3 RuntimeError x
# exit 2 RuntimeError x
# out
# enter 0
# enter 1
# enter 2
# push None
# callback!
# exit 2 None None
# exit 1 None None
# exit 0 None None
# close 9
# 5
# generator didn't stop
# generator didn't yield
# open db
# open cache
# use db
# shut cache
# shut db
# open 0
# open 1
# shut 1
# shut 0
# open err
# shut err
# OSError('broken')
