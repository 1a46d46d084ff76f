# What to look for: `await others()` gives the return value of others(). While it sleeps, the
# loop could run something else; here there is nothing else.

# 实例2
import asyncio

async def others():
    print('start')
    await asyncio.sleep(2)
    print('end')
    return 'value of return'

async def fun():
    print('执行协程函数内部的代码')

    # 遇到IO操作挂起当前协程(任务),等待IO操作完成之后再继续往下进行。当前协程挂起时，时间循环可以去执行其他协程(任务)
    response = await others()

    print("The request result of IO：",response)

asyncio.run( fun() )
