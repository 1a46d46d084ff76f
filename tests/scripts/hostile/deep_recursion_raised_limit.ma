# miniasync only: frames are on the heap; CPython would need a large C stack
# not under stress: a collection at every safe point of so many frames or tasks takes minutes
import sys
sys.setrecursionlimit(200000)
def f(n): return 0 if n == 0 else 1 + f(n - 1)
print(f(100000))  # expect: 100000
