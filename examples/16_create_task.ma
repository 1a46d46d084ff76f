# What to look for: asyncio.create_task() wants a running loop; loop.create_task() does not.

import asyncio

async def func():
    print(1)
    await asyncio.sleep(0.1)
    print(2)
    return 'value'

# asyncio.create_task() 源码中是先获取loop，然后在调用loop.create_task()
coroutine = func()
try:
    asyncio.create_task(coroutine)
except RuntimeError as e:
    print('RuntimeError:', e)
coroutine.close()

# 要想不报错，直接使用loop.create_task()
loop = asyncio.new_event_loop()
task_list = [
    loop.create_task(func()),
    loop.create_task(func())
]
done, pending = loop.run_until_complete(asyncio.wait(task_list))
print(len(done), len(pending), [task.result() for task in task_list])
loop.close()
