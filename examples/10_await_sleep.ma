# What to look for: `await` has a value, that of what it waited for. A sleep gives None.

# 实例一
import asyncio

async def func1():
    print('come to play')
    response = await asyncio.sleep(2) # asyncio.sleep(2) 是一个 协程
    """
    
    """
    print("结束", response)

asyncio.run( func1() )
