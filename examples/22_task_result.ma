# What to look for: task.result() after the end, in place of a callback.
# needs: requests

import asyncio
import requests
import os
async def request():
    url = os.environ.get('NOTES_URL', 'https://www.baidu.com')
    status = requests.get(url).status_code
    return status
 
coroutine = request()
task = asyncio.ensure_future(coroutine)
 
loop = asyncio.get_event_loop()
loop.run_until_complete(task)
print('Task Result:', task.result())
