# Requests in threads and in executors wait at the same time; the page comes 0.1 s late.
# not under stress: the times
# needs: requests
import asyncio
import os
import threading
import time

import requests

url = os.environ.get('NOTES_URL', 'https://www.baidu.com')

def get():
    print(requests.get(url).status_code)

began = time.time()
threads = [threading.Thread(target=get) for _ in range(12)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(time.time() - began < 1.0)

async def fetch(name):
    loop = asyncio.get_running_loop()
    response = await loop.run_in_executor(None, requests.get, url)
    return name, response.status_code

async def main():
    began = time.time()
    print(await asyncio.gather(*[fetch(name) for name in 'abcdefghijkl']))
    print(time.time() - began < 1.0)

asyncio.run(main())
# expect-output:
# 200
# 200
# 200
# 200
# 200
# 200
# 200
# 200
# 200
# 200
# 200
# 200
# True
# [('a', 200), ('b', 200), ('c', 200), ('d', 200), ('e', 200), ('f', 200), ('g', 200), ('h', 200), ('i', 200), ('j', 200), ('k', 200), ('l', 200)]
# True
