# A simulation of taxis with generators and a priority queue.
import collections, queue, random
Event = collections.namedtuple('Event', 'time proc action')
def taxi(ident, trips, start=0):
    time = yield Event(start, ident, 'leave garage')
    for i in range(trips):
        time = yield Event(time, ident, 'pick up'); time = yield Event(time, ident, 'drop off')
    yield Event(time, ident, 'going home')
class Simulator:
    def __init__(self, procs): self.events = queue.PriorityQueue(); self.procs = dict(procs)
    def run(self, end):
        for _, p in sorted(self.procs.items()): self.events.put(next(p))
        t = 0
        while t < end:
            if self.events.empty(): print('*** end of events ***'); break
            e = self.events.get(); t, pid, act = e; print('taxi:', pid, pid * '   ', e)
            try: nxt = self.procs[pid].send(t + 3 * (pid + 1))
            except StopIteration: del self.procs[pid]
            else: self.events.put(nxt)
        else: print('*** end of time:', self.events.qsize())
Simulator({i: taxi(i, (i + 1) * 2, i * 5) for i in range(3)}).run(60)
# expect-output:
# taxi: 0  Event(time=0, proc=0, action='leave garage')
# taxi: 0  Event(time=3, proc=0, action='pick up')
# taxi: 1     Event(time=5, proc=1, action='leave garage')
# taxi: 0  Event(time=6, proc=0, action='drop off')
# taxi: 0  Event(time=9, proc=0, action='pick up')
# taxi: 2        Event(time=10, proc=2, action='leave garage')
# taxi: 1     Event(time=11, proc=1, action='pick up')
# taxi: 0  Event(time=12, proc=0, action='drop off')
# taxi: 0  Event(time=15, proc=0, action='going home')
# taxi: 1     Event(time=17, proc=1, action='drop off')
# taxi: 2        Event(time=19, proc=2, action='pick up')
# taxi: 1     Event(time=23, proc=1, action='pick up')
# taxi: 2        Event(time=28, proc=2, action='drop off')
# taxi: 1     Event(time=29, proc=1, action='drop off')
# taxi: 1     Event(time=35, proc=1, action='pick up')
# taxi: 2        Event(time=37, proc=2, action='pick up')
# taxi: 1     Event(time=41, proc=1, action='drop off')
# taxi: 2        Event(time=46, proc=2, action='drop off')
# taxi: 1     Event(time=47, proc=1, action='pick up')
# taxi: 1     Event(time=53, proc=1, action='drop off')
# taxi: 2        Event(time=55, proc=2, action='pick up')
# taxi: 1     Event(time=59, proc=1, action='going home')
# taxi: 2        Event(time=64, proc=2, action='drop off')
# *** end of time: 1
