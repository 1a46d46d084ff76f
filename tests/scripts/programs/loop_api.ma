import asyncio


async def hello(n):
    await asyncio.sleep(0.001)
    print('hello', n)
    return n


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
print(loop.is_running(), loop.is_closed())
print(loop.run_until_complete(hello(1)))
t = loop.create_task(hello(2))
f = asyncio.ensure_future(hello(3), loop=loop)
loop.run_until_complete(asyncio.gather(t, f))
print(t.result(), f.result())
loop.call_soon(loop.stop)
loop.run_forever()
fut = loop.create_future()
loop.call_later(0.01, fut.set_result, 'fut')
print(loop.run_until_complete(fut))


async def forever():
    n = 0
    while True:
        n += 1
        await asyncio.sleep(0.001)
        if n == 3:
            asyncio.get_running_loop().stop()

ft = loop.create_task(forever())
loop.run_forever()
print('stopped', ft.done())
ft.cancel()
try:
    loop.run_until_complete(ft)
except asyncio.CancelledError:
    print('cancelled')
try:
    loop.run_until_complete(3)
except TypeError as e:
    print(e)


async def nested():
    c = hello(9)
    try:
        asyncio.get_running_loop().run_until_complete(c)
    except RuntimeError as e:
        print(e)
    try:
        asyncio.run(c)
    except RuntimeError as e:
        print(e)
    c.close()
loop.run_until_complete(nested())
loop.run_until_complete(loop.shutdown_asyncgens())
loop.close()
print(loop.is_closed(), loop)
try:
    loop.call_soon(print)
except RuntimeError as e:
    print(e)
try:
    asyncio.get_running_loop()
except RuntimeError as e:
    print(e)
with asyncio.Runner() as r:
    print(r.run(hello(4)), r.run(hello(5)), r.get_loop().is_running())
try:
    r.run(hello(6).close() or hello)
except (RuntimeError, ValueError) as e:
    print(type(e).__name__)
print(asyncio.run(hello(7)))
# expect-output:
# False False
# hello 1
# 1
# hello 2
# hello 3
# 2 3
# fut
# stopped False
# cancelled
# An asyncio.Future, a coroutine or an awaitable is required
# This event loop is already running
# asyncio.run() cannot be called from a running event loop
# True <_UnixSelectorEventLoop running=False closed=True debug=False>
# Event loop is closed
# no running event loop
# hello 4
# hello 5
# 4 5 False
# ValueError
# hello 7
# 7
