# Loops one after the other, one of them closed with work left.
import asyncio
async def a(n):
    await asyncio.sleep(0.1)
    return n
l1 = asyncio.new_event_loop(); l2 = asyncio.new_event_loop()
def cb(x): print('cb', x)
l1.call_soon(cb, 1); l1.call_later(5, cb, 2); l2.call_soon(cb, 3); l1.call_soon(cb, 4)
h = l2.call_later(1, cb, 9)
t = l2.create_task(a(7))
print(l1.run_until_complete(a(1)))
print(l2.run_until_complete(t))
l1.call_soon(cb, 5)
l2.close()
async def agen():
    yield 1
    yield 2
async def m():
    g = agen()
    async for x in g:
        await asyncio.sleep(0)
        break
    l = asyncio.Lock()
    async with l:
        print(x)
l1.run_until_complete(m())
l1.close()
print(asyncio.run(a(3)), asyncio.run(a(4)))
# expect-output:
# cb 1
# cb 4
# 1
# cb 3
# 7
# cb 5
# 1
# 3 4
