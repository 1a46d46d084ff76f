# needs: greenlet
# Generators made of greenlets, producer and consumer.
from greenlet import greenlet, getcurrent
class Generator:
    def __init__(self, fn, *a): self.g = greenlet(fn); self.a = a
    def __iter__(self): return self
    def __next__(self):
        self.g.parent = getcurrent()
        r = self.g.switch(*self.a); self.a = ()
        if self.g.dead: raise StopIteration
        return r
def Yield(v): getcurrent().parent.switch(v)
def tree(n):
    if n > 0: tree(n - 1); Yield(n); tree(n - 1)
print(list(Generator(tree, 4)))
def prod(n):
    for i in range(n): print('P', i); c.switch(i)
    c.switch(None)
def cons(x=None):
    while x is not None: print('C', x); x = p.switch()
    print('end')
p = greenlet(prod); c = greenlet(cons); p.switch(3)
# expect-output:
# [1, 2, 1, 3, 1, 2, 1, 4, 1, 2, 1, 3, 1, 2, 1]
# P 0
# C 0
# P 1
# C 1
# P 2
# C 2
# end
