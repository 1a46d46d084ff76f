# miniasync only
# A switch out of a callback that C code is waiting for is refused: there is no C stack to put aside.
from greenlet import greenlet, error, getcurrent
main = getcurrent()
def key(x):
    try:
        main.switch(x)
    except error as e:
        print(str(e).split(':')[0])
    return x
g = greenlet(lambda: sorted([2, 1], key=key))
print(g.switch())
# ... but one that begins and ends inside of it is fine
print(sorted([3, 1, 2], key=lambda x: greenlet(lambda: -x).switch()))
# expect-output:
# cannot switch greenlets here
# cannot switch greenlets here
# [1, 2]
# [3, 2, 1]
