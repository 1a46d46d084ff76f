# settrace tells of each transfer.
# needs: greenlet
import greenlet as G
from greenlet import greenlet, getcurrent
names = {getcurrent(): 'main'}
def tr(event, args):
    print(event, names[args[0]], '->', names[args[1]])
main = getcurrent()
def f():
    main.switch()
    raise ValueError
g = greenlet(f); names[g] = 'g'
old = G.settrace(tr)
g.switch()
try:
    g.switch()
except ValueError:
    print('caught')
print(G.settrace(old) is tr, G.gettrace())
# expect-output:
# switch main -> g
# switch g -> main
# switch main -> g
# throw g -> main
# caught
# True None
