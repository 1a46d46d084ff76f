# What to look for: create_task() only notes the task down; both start when main() waits. wait()
# gives two sets, of those done and of those pending.

import asyncio

async def func():
    print(1)
    await asyncio.sleep(2)
    print(2)
    return 'value'

async def main():
    print('main start')

    task_list = [
        asyncio.create_task(func()),
        asyncio.create_task(func()) # 会立即将task对象加入到时间循环中 注意是asyncio.create_task()
    ]

    print('main end')

    done, pending = await asyncio.wait(task_list, timeout=None)
    print(done)

# 此处使用一个 main 函数的形式，是因为 create_task(func()) 会立即将 task 对象加入到时间循环中，而asyncio.run() 正好注册了一个 loop
# asyncio.run() 里面只能加协程
asyncio.run( main() )
