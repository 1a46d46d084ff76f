# RecursionError can be caught, and everything works afterwards.
import sys
def f(n): return f(n + 1)
for _ in range(3):
    try:
        f(0)
    except RecursionError as e:
        print(e)
print(sys.getrecursionlimit())
depth = 0
def g():
    global depth
    depth += 1
    g()
try:
    g()
except RecursionError:
    print(900 < depth <= 1000)
sys.setrecursionlimit(5000)
def h(n): return 0 if n == 0 else 1 + h(n - 1)
print(h(4000))
try:
    sys.setrecursionlimit(0)
except ValueError as e:
    print(e)
sys.setrecursionlimit(1000)
def gen(n):
    yield from gen(n + 1)
try:
    list(gen(0))
except RecursionError:
    print('generators')
async def co(n): await co(n + 1)
try:
    co(0).send(None)
except RecursionError:
    print('coroutines')
l = lambda x: sorted([x], key=l)
try:
    l(1)
except RecursionError:
    print('through sorted')
m = lambda x: list(map(m, [x]))
try:
    m(1)
except RecursionError:
    print('through map')
# expect-output:
# maximum recursion depth exceeded
# maximum recursion depth exceeded
# maximum recursion depth exceeded
# 1000
# True
# 4000
# recursion limit must be greater or equal than 1
# generators
# coroutines
# through sorted
# through map
