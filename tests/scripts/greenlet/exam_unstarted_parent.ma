# An error whose parent greenlets never ran goes through them: they are dead.
# needs: greenlet
from greenlet import greenlet, GreenletExit, getcurrent
def no(*a): print('never'); return 'no'
def bad(): raise KeyError('k')
p = greenlet(no); q = greenlet(no, p); c = greenlet(bad, q)
try: c.switch()
except KeyError as e: print('two unstarted ancestors', e, p.dead, q.dead, c.dead)
p = greenlet(no); c = greenlet(bad, p)
def mid():
    c.parent = p
    p.parent = getcurrent()
    try: c.switch()
    except KeyError as e: return f'mid caught {e}'
print(greenlet(mid).switch())
p = greenlet(no); c = greenlet(no, p)
try: c.throw(ValueError('thrown at unstarted child'))
except ValueError as e: print(e, c.dead, p.dead)
# expect-output:
# two unstarted ancestors 'k' True True True
# mid caught 'k'
# thrown at unstarted child True True
