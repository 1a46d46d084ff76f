# Runner: one loop and one context for many runs.
import asyncio, contextvars
v = contextvars.ContextVar('v', default=0)
async def inc():
    v.set(v.get() + 1)
    return v.get(), id(asyncio.get_running_loop())
with asyncio.Runner() as r:
    a, la = r.run(inc())
    b, lb = r.run(inc())
    print(a, b, la == lb, r.get_loop().is_closed())
print(v.get())
try:
    r.run(inc())
except RuntimeError as e:
    print(e)
try:
    with asyncio.Runner() as r:
        r.run(5)
except ValueError as e:
    print(e)
# expect stderr: was never awaited
# expect-output:
# 1 2 True False
# 0
# Runner is closed
# a coroutine was expected, got 5
