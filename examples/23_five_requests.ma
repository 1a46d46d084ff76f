# What to look for: five tasks, and yet one after the other: requests.get() is no coroutine, it
# blocks the whole loop while it waits.
# needs: requests

import asyncio
import requests
import os
async def request():
    url = os.environ.get('NOTES_URL', 'https://www.baidu.com')
    status =requests.get(url).status_code
    return status

# 
tasks = [asyncio.ensure_future(request()) for _ in range(5)]
print('Tasks:',tasks)

loop = asyncio.get_event_loop()
loop.run_until_complete(asyncio.wait(tasks))

for task in tasks:
    print('Task Result:',task.result())
