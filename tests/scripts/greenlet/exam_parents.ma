# Errors and results through parents, subclasses, throwing into main.
# needs: greenlet
import greenlet
from greenlet import getcurrent
def f():
    try:
        try: main.switch()
        finally: print('f fin'); main.switch('from finally'); print('resumed in finally')
    except ValueError as e: print('VE', e); return 'handled'
main = getcurrent(); g = greenlet.greenlet(f); g.switch(); print(g.throw(ValueError('v'))); print(g.switch(), g.dead)
a = greenlet.greenlet(lambda: b.switch('a->b')); b = greenlet.greenlet(lambda x: c.switch(x + '->c')); c = greenlet.greenlet(lambda x: main.switch(x + '->main'))
print(a.switch()); print(a.dead, b.dead, c.dead); print(c.switch('c ends'), b.dead); 
p = greenlet.greenlet(lambda r: f'parent got {r}'); ch = greenlet.greenlet(lambda: 'child result', p); print(ch.switch(), p.dead)
p = greenlet.greenlet(lambda r: 'no'); ch = greenlet.greenlet(lambda: 1 / 0, p)
try: ch.switch()
except ZeroDivisionError as e: print('through unstarted parent', e, p.dead)
class G(greenlet.greenlet):
    def __init__(self, name): super().__init__(); self.name = name
    def run(self, *a): self.seen = a; r = self.parent.switch(f'{self.name} up'); return f'{self.name} {r}'
    def __repr__(self): return f'G({self.name})'
x = G('x'); print(x, x.switch(1)); print(x.switch('back'), x.seen, x.dead)
x.attr = 5; print(x.attr, hasattr(x, 'nope'), x.__dict__['name'])
try: greenlet.greenlet(f, 5)
except TypeError as e: print(e)
try: greenlet.greenlet(run=f, parent=None)
except TypeError as e: print(e)
try: greenlet.greenlet(1, 2, 3)
except TypeError as e: print(type(e).__name__)
print(bool(greenlet.greenlet(f)), greenlet.greenlet(f).parent is main, main.parent, main.dead, bool(main))
def switcher(): return main.throw(KeyError('thrown into main'))
try: greenlet.greenlet(switcher).switch()
except KeyError as e: print('main got', e)
print(greenlet.getcurrent() is main)
# expect-output:
# f fin
# from finally
# resumed in finally
# VE v
# handled True
# a->b->c->main
# False False False
# c ends False
# parent got child result True
# through unstarted parent division by zero True
# G(x) x up
# x back (1,) True
# 5 False x
# GreenletChecker: Expected any type of greenlet, not int
# TypeError
# False True None False True
# main got 'thrown into main'
# True
