# What to look for: run() is nearly the same as get_event_loop() and run_until_complete(). The
# difference: it makes a new loop each time, and closes it.

import asyncio

async def func():
    print("Hey, miniasync!")
    return 'result'

# asyncio.run() 等价于
result = func()
loop = asyncio.get_event_loop()
print(loop.run_until_complete( result ))

# 但是 asyncio.run() 每次创建新的事件循环，结束时关闭它
loops = []
async def remember():
    loops.append(asyncio.get_event_loop())

asyncio.run( remember() )
asyncio.run( remember() )
print(loops[0] is loops[1], loops[0] is loop)
print(loop.is_closed(), [l.is_closed() for l in loops])
loop.close()
