# After monkey.patch_all() requests lets the other greenlets run; the page comes 0.1 s late.
# not under stress: the times
# miniasync only: gevent is not everywhere
from gevent import monkey; monkey.patch_all()
import gevent
import os
import requests

url = os.environ.get('NOTES_URL', 'https://www.baidu.com')

def f(name):
    print('GET', name)
    response = requests.get(url)
    print('%d bytes received' % len(response.content))
    return response.status_code

jobs = [gevent.spawn(f, name) for name in 'abc']
gevent.joinall(jobs)
print([job.value for job in jobs])
# expect-output:
# GET a
# GET b
# GET c
# 23 bytes received
# 23 bytes received
# 23 bytes received
# [200, 200, 200]
