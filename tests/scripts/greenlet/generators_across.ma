# A greenlet switches out of any depth, also from inside generators.
# needs: greenlet
from greenlet import greenlet, getcurrent
main = getcurrent()
def gen():
    for i in range(3):
        main.switch(('in gen', i))
        yield i
def deep(n):
    if n: return deep(n - 1)
    return [x for x in gen()]
g = greenlet(lambda: deep(50))
print(g.switch()); print(g.switch()); print(g.switch()); print(g.switch(), g.dead)
# expect-output:
# ('in gen', 0)
# ('in gen', 1)
# ('in gen', 2)
# [0, 1, 2] True
