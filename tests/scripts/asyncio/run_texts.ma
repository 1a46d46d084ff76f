# asyncio.run and its refusals.
import asyncio
async def f(): return 'result'
def g(): pass
print(asyncio.run(f()))
for x in (3, None, g, 'text'):
    try:
        asyncio.run(x)
    except ValueError as e:
        print(str(e).split(' at 0x')[0])
async def nested():
    c = f()
    try:
        asyncio.run(c)
    except RuntimeError as e:
        print(e)
    c.close()
    try:
        asyncio.get_running_loop().run_until_complete(asyncio.sleep(0))
    except RuntimeError as e:
        print(e)
asyncio.run(nested())
try:
    asyncio.get_running_loop()
except RuntimeError as e:
    print(e)
async def boom(): raise KeyError('out')
try:
    asyncio.run(boom())
except KeyError as e:
    print(repr(e))
async def exits(): raise SystemExit(3)
try:
    asyncio.run(exits())
except SystemExit as e:
    print('exit', e.code)
# expect-output:
# result
# a coroutine was expected, got 3
# a coroutine was expected, got None
# a coroutine was expected, got <function g
# a coroutine was expected, got 'text'
# asyncio.run() cannot be called from a running event loop
# This event loop is already running
# no running event loop
# KeyError('out')
# exit 3
