# The work of an executor is done before the atexit functions.
# miniasync only: CPython's threads may change the order
from concurrent.futures import ThreadPoolExecutor
import time, atexit
atexit.register(print, 'atexit')
ex = ThreadPoolExecutor(2)
def w(n): time.sleep(.02); print('w', n)
for i in range(3): ex.submit(w, i)
print('main end')
# expect-output:
# main end
# w 0
# w 1
# w 2
# atexit
