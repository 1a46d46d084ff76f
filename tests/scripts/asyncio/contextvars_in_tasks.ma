# A Task copies the context when made, a done-callback when added; await shares it.
import asyncio, contextvars
v = contextvars.ContextVar('v', default='default')
async def child(n):
    print('child sees', v.get())
    v.set('child')
async def shared(): v.set('set by awaited')
async def main():
    v.set('main')
    t = asyncio.create_task(child(1))
    v.set('changed after')
    t.add_done_callback(lambda x: print('callback sees', v.get()))
    v.set('later')
    await t
    await asyncio.sleep(0)
    print('main sees', v.get())
    await shared()
    print(v.get())
    ctx = contextvars.copy_context()
    await asyncio.create_task(child(2), context=ctx)
    print(ctx[v], v.get())
    asyncio.get_running_loop().call_soon(lambda: print('soon', v.get()))
    v.set('x')
    await asyncio.sleep(0)
    tok = v.set('temp'); print(v.get(), tok.old_value); v.reset(tok); print(v.get())
asyncio.run(main())
print(v.get(), contextvars.Context().get(v), list(contextvars.Context()))
try:
    contextvars.ContextVar('n').get()
except LookupError as e:
    print(type(e).__name__)
print(contextvars.copy_context().run(lambda: (v.set(1), v.get())[1]), v.get())
# expect-output:
# child sees main
# callback sees changed after
# main sees later
# set by awaited
# child sees set by awaited
# child set by awaited
# soon set by awaited
# temp x
# x
# default None []
# LookupError
# 1 default

# also on the model
