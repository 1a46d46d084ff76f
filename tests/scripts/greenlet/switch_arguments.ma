# What switch passes in and what it gives back.
# needs: greenlet
from greenlet import greenlet, getcurrent
main = getcurrent()
def f(*a, **k):
    print('start', a, k)
    while True:
        r = main.switch('out')
        print('in', r)
g = greenlet(f)
print(g.switch(1, 2, x=3))
g.switch()
g.switch(1)
g.switch(1, 2)
g.switch(k=1)
g.switch(1, k=2)
print(main.switch('self'), main.parent, g.parent is main, bool(g), g.dead)
# expect-output:
# start (1, 2) {'x': 3}
# out
# in ()
# in 1
# in (1, 2)
# in {'k': 1}
# in ((1,), {'k': 2})
# self None True True False
