# concurrent.futures: submit, as_completed, map, wait, cancel, shutdown.
# not under stress: the times
# miniasync only: CPython's threads may change the order
from concurrent.futures import ThreadPoolExecutor, as_completed, wait, FIRST_COMPLETED, CancelledError, TimeoutError
import time, threading
def work(n): time.sleep(.05 * n); return n * n
def bad(n): raise KeyError(n)
with ThreadPoolExecutor(max_workers=3) as ex:
    fs = {ex.submit(work, n): n for n in (3, 1, 2)}
    for f in as_completed(fs): print(fs[f], f.result(), f.done(), f.running())
    print(list(ex.map(work, [3, 1, 2])))
    f = ex.submit(bad, 5)
    try: f.result()
    except KeyError as e: print(repr(e), repr(f.exception()))
    f.add_done_callback(lambda f: print('cb', f.exception()))
    done, nd = wait([ex.submit(work, 1), ex.submit(work, 5)], return_when=FIRST_COMPLETED); print(len(done), len(nd))
    try: ex.submit(work, 5).result(timeout=.01)
    except TimeoutError as e: print('TO', repr(e))
    print(ex.submit(lambda: threading.current_thread().name).result().startswith('ThreadPoolExecutor-0_'))
ex = ThreadPoolExecutor(1)
a = ex.submit(work, 2); b = ex.submit(work, 1)
print(b.cancel(), b.cancelled(), a.cancel(), a.running())
try: b.result()
except CancelledError as e: print(repr(e))
print(a.result(), a); ex.shutdown()
try: ex.submit(work, 1)
except RuntimeError as e: print(e)
try:
    for x in ThreadPoolExecutor(2).map(work, [1, 30], timeout=.3): print(x)
except TimeoutError: print('map TO')
# expect-output:
# 1 1 True False
# 2 4 True False
# 3 9 True False
# [9, 1, 4]
# KeyError(5) KeyError(5)
# cb 5
# 1 1
# TO TimeoutError()
# True
# True True False True
# CancelledError()
# 4 <Future at 0xfb14b78 state=finished returned int>
# cannot schedule new futures after shutdown
# 1
# map TO
