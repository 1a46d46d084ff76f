# Threads that wait in generators, with blocks, key functions and map().
import threading, time
def gen(n):
    for i in range(n): time.sleep(.001); yield i
out = []
def use(tag):
    for x in gen(3): out.append(tag)
ts = [threading.Thread(target=use, args=(c,)) for c in 'ab']; [t.start() for t in ts]; [t.join() for t in ts]
print(sorted(out))
class Ctx:
    def __enter__(self): time.sleep(.001); return self
    def __exit__(self, *a): time.sleep(.001)
def use2(tag):
    with Ctx(): out.append(tag)
    out.append(max([1, 2], key=lambda v: (time.sleep(.001), v)[1]))
    out.extend(map(lambda v: (time.sleep(.001), v)[1], [7, 8]))
ts = [threading.Thread(target=use2, args=(c,)) for c in 'cd']; [t.start() for t in ts]; [t.join() for t in ts]
print(len(out), sorted(map(str, out)))
# expect-output:
# ['a', 'a', 'a', 'b', 'b', 'b']
# 14 ['2', '2', '7', '7', '8', '8', 'a', 'a', 'a', 'b', 'b', 'b', 'c', 'd']
