# new_event_loop, run_until_complete, run_forever, stop, close.
import asyncio
loop = asyncio.new_event_loop()
async def f(): await asyncio.sleep(0); return 7
print(loop.run_until_complete(f()), loop.is_running(), loop.is_closed())
loop.call_soon(print, 'in forever')
loop.call_soon(loop.stop)
loop.call_soon(print, 'same turn as stop')
loop.run_forever()
fut = loop.create_future()
loop.call_soon(loop.stop)
try:
    loop.run_until_complete(fut)
except RuntimeError as e:
    print(e)
for x in (5, f):
    try:
        loop.run_until_complete(x)
    except TypeError as e:
        print(e)
print(loop.time() > 0, loop.get_debug())
loop.close()
loop.close()
print(loop.is_closed(), repr(loop).split(' ', 1)[1])
for act in (lambda: loop.call_soon(print), lambda: loop.run_forever()):
    try:
        act()
    except RuntimeError as e:
        print(e)
async def inside():
    try:
        asyncio.get_running_loop().close()
    except RuntimeError as e:
        print(e)
asyncio.run(inside())
# expect-output:
# 7 False False
# in forever
# same turn as stop
# Event loop stopped before Future completed.
# An asyncio.Future, a coroutine or an awaitable is required
# An asyncio.Future, a coroutine or an awaitable is required
# True False
# True running=False closed=True debug=False>
# Event loop is closed
# Event loop is closed
# Cannot close a running event loop
