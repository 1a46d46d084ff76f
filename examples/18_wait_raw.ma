# What to look for: asyncio.wait() as the main coroutine makes Tasks of bare coroutines, as Python
# did until 3.10.
# miniasync only: CPython refuses this since 3.11

import asyncio

async def func():
    print(1)
    await asyncio.sleep(2)
    print(2)
    return 'value'

task_list = [
    func(),
    func()
]

done, pending = asyncio.run( asyncio.wait(task_list) )
print(done)

# 这样写会直接创建task对象  总时间 3s
