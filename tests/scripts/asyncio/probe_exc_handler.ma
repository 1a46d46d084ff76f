# exc handler: order, states and texts are those of CPython 3.13.
import asyncio
FILE = __file__
log = []

async def main():
    loop = asyncio.get_running_loop()
    def h(l, ctx):
        log.append((l is loop, ctx['message'].replace(FILE, 'F'), repr(ctx.get('exception')), sorted(ctx)))
    loop.set_exception_handler(h)
    log.append(loop.get_exception_handler() is h)
    def bad(x): raise ValueError(x)
    loop.call_soon(bad, 1)
    loop.call_later(0.001, bad, 2)
    f = loop.create_future(); f.add_done_callback(bad); f.set_result(3)
    await asyncio.sleep(0.01)
    loop.call_exception_handler({'message': 'hand'})
    def h2(l, ctx): raise KeyError('in handler')
    loop.set_exception_handler(None)
    log.append(loop.get_exception_handler())

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
# True
# (True, 'Exception in callback main.<locals>.bad() at F:12', 'ValueError(1)', ['exception', 'handle', 'message'])
# (True, 'Exception in callback main.<locals>.bad() at F:12', 'ValueError(<Future finished result=3>)', ['exception', 'handle', 'message'])
# (True, 'Exception in callback main.<locals>.bad() at F:12', 'ValueError(2)', ['exception', 'handle', 'message'])
# (True, 'hand', 'None', ['message'])
# None
# ('result', None)
