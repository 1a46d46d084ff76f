# Subclasses define run; run and parent follow the rules.
# needs: greenlet
from greenlet import greenlet, getcurrent
class G(greenlet):
    def run(self, *a): return ('run', a, getcurrent() is self)
print(G().switch(1))
g = greenlet(lambda: getcurrent().parent.switch('x'))
print(callable(g.run))
print(g.switch())
for act in (lambda: g.run, lambda: setattr(g, 'run', 1), lambda: setattr(getcurrent(), 'parent', g), lambda: setattr(g, 'parent', 5)):
    try:
        act()
        print('ok')
    except (AttributeError, TypeError) as e:
        print(type(e).__name__, e)
a = greenlet(lambda: 1); b = greenlet(lambda: 2, a)
try:
    a.parent = b
except ValueError as e:
    print(e)
print(g.gr_frame is not None, getcurrent().gr_frame, a.gr_frame)
g.attr = 5; print(g.attr)
# expect-output:
# ('run', (1,), True)
# True
# x
# AttributeError run
# AttributeError run cannot be set after the start of the greenlet
# AttributeError cannot set the parent of a main greenlet
# TypeError GreenletChecker: Expected any type of greenlet, not int
# cyclic parent chain
# True None None
# 5
