# After monkey.patch_all() threads are greenlets: they wait at the same time.
# needs: gevent
from gevent import monkey
monkey.patch_all()
import gevent
import queue
import threading
import time

def work(n):
    time.sleep(0.02 * n)
    print('done', n)

threads = [threading.Thread(target=work, args=(n,)) for n in (3, 1, 2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()

jobs = queue.Queue()

def take():
    while (job := jobs.get()) is not None:
        print('took', job)
        jobs.task_done()

consumer = threading.Thread(target=take)
consumer.start()
for job in 'ab':
    jobs.put(job)
jobs.join()
jobs.put(None)
consumer.join()
gevent.joinall([gevent.spawn(work, n) for n in (2, 1)])
# expect-output:
# done 1
# done 2
# done 3
# took a
# took b
# done 1
# done 2
