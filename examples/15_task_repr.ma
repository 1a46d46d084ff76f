# What to look for: a Task is a coroutine handed to the loop. Printed before it runs it is
# pending, afterwards finished, with its result.

import asyncio
 
async def execute(x):
    print('Number:', x)
    return x
 
coroutine = execute(1)
print('Coroutine:', coroutine)
print('After calling execute')
 
loop = asyncio.get_event_loop()

task = loop.create_task(coroutine) 
# 创建task对象，将当前执行协程对象 coroutine 或者 execute() 添加到时间循环。

print('Task:', task)
loop.run_until_complete(task)
print('Task:', task)
print('After calling loop')

# res:
# Coroutine: <coroutine object execute at 0x10e0f7830>
# After calling execute
# Task: <Task pending coro=<execute() running at demo.py:4>>
# Number: 1
# Task: <Task finished coro=<execute() done, defined at demo.py:4> result=1>
# After calling loop
