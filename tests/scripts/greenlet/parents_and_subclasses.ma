# needs: greenlet
# Parents, subclasses, wrong parents.
from greenlet import greenlet, getcurrent
def child(): print('child'); return 'c'
def par(x=None):
    print('par got', x); r = greenlet(child).switch(); print('r', r); return 'p'
p = greenlet(par); c = greenlet(child, p)
print(c.switch())
g = greenlet(child)
try: getcurrent().parent = g
except AttributeError as e: print(e)
try: g.parent = g
except ValueError as e: print(e)
try: g.parent = 5
except TypeError as e: print(e)
class My(greenlet):
    def run(self, a): print('run', a, self.tag); return a * 2
m = My(); m.tag = 't'; print(m.switch(4), m.dead)
print(type(m).__name__, isinstance(m, greenlet))
# expect-output:
# child
# par got c
# child
# r c
# p
# cannot set the parent of a main greenlet
# cyclic parent chain
# GreenletChecker: Expected any type of greenlet, not int
# run 4 t
# 8 True
# My True
