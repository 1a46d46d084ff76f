# miniasync only: two threads wait for each other's lock, and the main thread for them
import threading
import time

a, b = threading.Lock(), threading.Lock()

def take(first, second):
    with first:
        time.sleep(0.01)
        with second:
            print('never')

threads = [threading.Thread(target=take, args=pair, daemon=True) for pair in ((a, b), (b, a))]
for thread in threads:
    thread.start()
try:
    threads[0].join()
except RuntimeError as e:
    print(type(e).__name__, e)
    # expect: DeadlockError every thread is waiting and nothing can wake them
