import asyncio
import contextvars

v = contextvars.ContextVar('v', default=0)


async def bump():
    v.set(v.get() + 1)
    return v.get()


with asyncio.Runner() as r:
    print(r.run(bump()), r.run(bump()), v.get())
    ctx = contextvars.copy_context()
    print(r.run(bump(), context=ctx), r.run(bump(), context=ctx), ctx[v], r.run(bump()))
    loop = r.get_loop()
    t = loop.create_task(asyncio.sleep(10), name='left')
    try:
        r.run(3)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
print(t.cancelled(), loop.is_closed())
try:
    r.get_loop()
except RuntimeError as e:
    print(e)


async def agen():
    try:
        v.set('agen')
        yield v.get()
        yield v.get()
    finally:
        print('agen closed', v.get())


async def main():
    g = agen()
    print(await anext(g), v.get())
    v.set('main')
    print(await anext(g))
    asyncio.get_running_loop().call_soon(lambda: v.set('cb'))
    await asyncio.sleep(0)
    print(v.get())
    await g.aclose()
    h = agen()
    await anext(h)
    return h


keep = asyncio.run(main())
print('after', v.get())


def factory():
    loop = asyncio.new_event_loop()
    print('factory')
    return loop


print(asyncio.run(bump(), loop_factory=factory, debug=False))
ctx = contextvars.Context()
print(ctx.run(v.get), len(ctx), list(ctx))
try:
    ctx.run(lambda: ctx.run(print))
except RuntimeError as e:
    print(str(e)[:24])
# expect-output:
# 1 2 0
# 1 2 2 3
# ValueError a coroutine was expected, got 3
# True True
# Runner is closed
# agen agen
# main
# main
# agen closed main
# agen closed 0
# after 0
# factory
# 1
# 0 0 []
# cannot enter context: <_
