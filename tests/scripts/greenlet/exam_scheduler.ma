# A scheduler of greenlets; killing, arguments of switch.
# needs: greenlet
from greenlet import greenlet, getcurrent, GreenletExit
log = []
class Sched:
    def __init__(self): self.q = []; self.main = getcurrent()
    def go(self, f, *a): g = greenlet(f); self.q.append((g, a)); return g
    def pause(self, v=None): self.q.append((getcurrent(), ())); return self.main.switch(v)
    def run(self):
        n = 0
        while self.q:
            g, a = self.q.pop(0)
            try: r = g.switch(*a); print('sched got', r, g.dead)
            except Exception as e: print('sched caught', type(e).__name__, e, g.dead)
            n += 1
        return n
s = Sched()
def w(n, k):
    for i in range(k): print(n, i); s.pause(f'{n}{i}')
    return n + ' end'
def bad(): s.pause(); raise LookupError('bad one')
s.go(w, 'a', 2); s.go(bad); s.go(w, 'b', 1)
print(s.run())
g = greenlet(w); 
try: g.switch('x')
except TypeError as e: print(e, g.dead)
def killer():
    try: s.main.switch('waiting')
    except GreenletExit as e: print('GE', repr(e)); return 'refused'
k = greenlet(killer); print(k.switch()); print(k.throw()); print(k.dead, k.switch())
def nested(n):
    if n == 0: return 'bottom'
    r = greenlet(nested).switch(n - 1); return f'{n}<{r}'
print(greenlet(nested).switch(4))
def deep():
    def inner(): return getcurrent().parent.parent is main
    return greenlet(inner).switch()
main = getcurrent(); print(greenlet(deep).switch())
x = greenlet(lambda *a, **k: (a, k)); print(x.switch(1, 2, z=3)); print(x.switch('dead'), x.throw(GreenletExit('q')))
def multi():
    print(main.switch('one')); print(main.switch('two')); print(main.switch('three'))
m = greenlet(multi); print(m.switch()); print(m.switch(1, 2)); print(m.switch(a=1)); print(m.switch(1, b=2), m.dead)
print(isinstance(GreenletExit(), Exception), issubclass(GreenletExit, BaseException))
# expect-output:
# a 0
# sched got a0 False
# sched got None False
# b 0
# sched got b0 False
# a 1
# sched got a1 False
# sched caught LookupError bad one True
# sched got b end True
# sched got a end True
# 7
# w() missing 1 required positional argument: 'k' True
# waiting
# GE GreenletExit()
# refused
# True ()
# 4<3<2<1<bottom
# True
# ((1, 2), {'z': 3})
# dead q
# one
# (1, 2)
# two
# {'a': 1}
# three
# ((1,), {'b': 2})
# None True
# False True
