# The return value goes to the parent; dead ones hand on.
# needs: greenlet
from greenlet import greenlet, getcurrent
main = getcurrent()
g = greenlet(lambda x: x * 2)
print(g.dead, bool(g), g.switch(5), g.dead, bool(g), g.switch(7), g.switch(), g.switch(1, 2))
def outer():
    inner = greenlet(lambda: 'inner value')
    print('inner says', inner.switch(), inner.parent is getcurrent())
    return 'outer value'
print(greenlet(outer).switch())
a = greenlet(lambda x: ('a', x))
b = greenlet(lambda: 'from b', parent=a)
print(b.switch())
# expect-output:
# False False 10 True False 7 () (1, 2)
# inner says inner value True
# outer value
# ('a', 'from b')
