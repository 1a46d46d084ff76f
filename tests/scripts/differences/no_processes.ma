# miniasync only: one process
from concurrent.futures import ProcessPoolExecutor
try:
    ProcessPoolExecutor()
except NotImplementedError as e:
    print(e)    # expect: ProcessPoolExecutor: miniasync runs in one process; use ThreadPoolExecutor
