# After monkey.patch_all() requests lets the other greenlets run; the page comes 0.1 s late.
# not under stress: the times
# miniasync only: gevent is not everywhere
from gevent import monkey; monkey.patch_all()
import gevent
import os
import requests
import time

url = os.environ.get('NOTES_URL', 'https://www.baidu.com')

def f(name):
    print('GET', name)
    response = requests.get(url)
    print('%d bytes received' % len(response.content))
    return response.status_code

began = time.time()
jobs = [gevent.spawn(f, name) for name in 'abcdefghijkl']
gevent.joinall(jobs)
print([job.value for job in jobs], time.time() - began < 1.0)
# expect-output:
# GET a
# GET b
# GET c
# GET d
# GET e
# GET f
# GET g
# GET h
# GET i
# GET j
# GET k
# GET l
# 23 bytes received
# 23 bytes received
# 23 bytes received
# 23 bytes received
# 23 bytes received
# 23 bytes received
# 23 bytes received
# 23 bytes received
# 23 bytes received
# 23 bytes received
# 23 bytes received
# 23 bytes received
# [200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200] True
