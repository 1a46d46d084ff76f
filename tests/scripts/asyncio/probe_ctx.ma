# ctx: order, states and texts are those of CPython 3.13.
import asyncio
FILE = __file__
log = []

import contextvars
v = contextvars.ContextVar('v', default='d')
async def child(n):
    log.append((n, v.get())); v.set(n); await asyncio.sleep(0); log.append((n, v.get()))
async def main():
    v.set('main')
    a = asyncio.create_task(child('a')); b = asyncio.create_task(child('b'))
    v.set('changed')
    await asyncio.gather(a, b)
    log.append(v.get())
    await child('direct'); log.append(v.get())
    loop = asyncio.get_running_loop()
    loop.call_soon(lambda: log.append(('soon', v.get()))); v.set('after')
    ctx = contextvars.copy_context(); ctx.run(v.set, 'in ctx')
    log.append((v.get(), ctx[v], len(ctx) >= 1, v in ctx, ctx.get(v)))
    await asyncio.create_task(child('ctx'), context=ctx); log.append(ctx[v])
    f = loop.create_future(); v.set('at add'); f.add_done_callback(lambda f: log.append(('cb', v.get()))); v.set('at set'); f.set_result(1)
    await asyncio.sleep(0)
    t = v.set('tok'); log.append((t.old_value, t.var is v)); v.reset(t); log.append(v.get())
    try: v.reset(t)
    except RuntimeError as e: log.append('used' in str(e))
    w = contextvars.ContextVar('w')
    try: w.get()
    except LookupError as e: log.append(type(e).__name__)
    log.append(w.get('dflt')); t = w.set(1); log.append(repr(t.old_value))
    try: ctx.run(lambda: ctx.run(print))
    except RuntimeError as e: log.append(str(e).split(':')[0])

if 'sync' in globals():
    sync()
else:
    try:
        log.append(('result', asyncio.run(main())))
    except BaseException as e:
        if 'after' in globals(): after(e)
        else: raise
for x in log:
    print(x)
# expect-output:
# ('a', 'main')
# ('b', 'main')
# ('a', 'a')
# ('b', 'b')
# changed
# ('direct', 'changed')
# ('direct', 'direct')
# direct
# ('after', 'in ctx', True, True, 'in ctx')
# ('soon', 'direct')
# ('ctx', 'in ctx')
# ('ctx', 'ctx')
# ctx
# ('cb', 'at add')
# ('at set', True)
# at set
# True
# LookupError
# dflt
# <Token.MISSING>
# cannot enter context
# ('result', None)

# also on the model
