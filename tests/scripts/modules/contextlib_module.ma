# contextmanager, ExitStack, suppress, closing, redirect_stdout, nullcontext.
from contextlib import *
import io
@contextmanager
def cm(n):
    print('in', n)
    try:
        yield n
    except KeyError as e:
        print('caught', e)
    finally:
        print('out', n)
with cm(1) as x: print(x)
with cm(2): raise KeyError('k')
try:
    with cm(3): raise ValueError('v')
except ValueError as e: print(e)
with ExitStack() as st:
    for i in range(2): st.enter_context(cm(i))
    st.callback(print, 'callback')
with suppress(ZeroDivisionError): 1 / 0
out = io.StringIO()
with redirect_stdout(out): print('hidden')
print(repr(out.getvalue()))
class R:
    def close(self): print('closed')
with closing(R()): pass
with nullcontext(5) as n: print(n)
@cm('deco')
def f(): print('f')
f()
@contextmanager
def none():
    if 0: yield
try:
    with none(): pass
except RuntimeError as e: print(e)
# expect-output:
# in 1
# 1
# out 1
# in 2
# caught 'k'
# out 2
# in 3
# out 3
# v
# in 0
# in 1
# callback
# out 1
# out 0
# 'hidden\n'
# closed
# 5
# in deco
# f
# out deco
# generator didn't yield
