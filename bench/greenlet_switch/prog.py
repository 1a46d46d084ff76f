# Main and one greenlet.
from greenlet import getcurrent, greenlet


def other():
    back = main.switch
    n = 0
    while True:
        n += back(n)


main = getcurrent()
g = greenlet(other)
g.switch()
go = g.switch
total = 0
for i in range(1000000):
    total = go(1)
print('greenlet_switch', total)
