# Requests in threads and in executors wait beside each other: all have begun before the first is back.
# not under stress: the times
# needs: requests
import asyncio
import os
import threading

import requests

url = os.environ.get('NOTES_URL', 'https://www.baidu.com')

def get():
    print('begin')
    status = requests.get(url).status_code
    print('end', status)
    return status

threads = [threading.Thread(target=get) for _ in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()

async def fetch(name):
    loop = asyncio.get_running_loop()
    return name, await loop.run_in_executor(None, get)

async def main():
    print(await asyncio.gather(*[fetch(name) for name in 'abc']))

asyncio.run(main())
# expect-output:
# begin
# begin
# begin
# end 200
# end 200
# end 200
# begin
# begin
# begin
# end 200
# end 200
# end 200
# [('a', 200), ('b', 200), ('c', 200)]
