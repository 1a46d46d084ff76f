# Ten thousand suspended greenlets.
# needs: greenlet
from greenlet import greenlet, getcurrent
main = getcurrent()
def f(i):
    main.switch()
    return i
gs = [greenlet(f) for _ in range(10000)]
for i, g in enumerate(gs): g.switch(i)
print(sum(g.switch() for g in gs), all(g.dead for g in gs))
# expect-output:
# 49995000 True
