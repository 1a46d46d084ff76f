# What to look for: add_done_callback() registers whom to tell; the callback shows in the repr as
# cb=[...] and runs once the task has ended.
# needs: requests

import asyncio
import requests
import os
async def request():
    url = os.environ.get('NOTES_URL', 'https://www.baidu.com')
    status = requests.get(url).status_code
    return status
 
def callback(task):
    print('Status:', task.result())
 
coroutine = request()
task = asyncio.ensure_future(coroutine)
task.add_done_callback(callback)
print('Task:', task)
 
loop = asyncio.get_event_loop()
loop.run_until_complete(task)
print('Task:', task)

# Task: <Task pending coro=<request() running at demo.py:5> cb=[callback() at demo.py:11]>
# Status: <Response [200]>
# Task: <Task finished coro=<request() done, defined at demo.py:5> result=<Response [200]>>
