# miniasync only: a thread runs until it has to wait
import threading
import time

def count(name):
    for i in range(3):
        total = sum(range(20000))           # nobody interrupts it
        print(name, i, total)
    time.sleep(0.01)
    print(name, 'ends')

threads = [threading.Thread(target=count, args=(name,)) for name in 'ab']
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
# expect-output:
# a 0 199990000
# a 1 199990000
# a 2 199990000
# b 0 199990000
# b 1 199990000
# b 2 199990000
# a ends
# b ends
