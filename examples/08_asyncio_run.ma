# What to look for: asyncio.run() is what makes a coroutine run: it makes a loop, runs the
# coroutine to its end and closes the loop.

import asyncio

async def func(): 
	print("Hey, miniasync!")
    
result = func()

"""
    asyncio.run() 等价于
        loop = asyncio.get_event_loop()
        loop.run_until_complete( result )
"""
asyncio.run( result ) # python3.7
