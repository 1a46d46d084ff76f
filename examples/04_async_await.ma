# What to look for: the same program in `async` and `await`; again 1 3 2 4, and two seconds.

import asyncio

async def func1():
	print(1)
	# 网络IO请求：下载一张图片
	await asyncio.sleep(2)    # 遇到IO耗时操作，自动化切换到tasks中的其他任务
	print(2)
    
async def func2():
	print(3)
	# 网络IO请求：下载一张图片
	await asyncio.sleep(2)    # 遇到IO耗时操作，自动化切换到tasks中的其他任务
	print(4)

tasks = [
    asyncio.ensure_future( func1() ), # func1() 是协程
    asyncio.ensure_future( func2() )
]
loop = asyncio.get_event_loop()
loop.run_until_complete(asyncio.wait(tasks))
