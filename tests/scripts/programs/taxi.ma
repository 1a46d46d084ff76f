import heapq
import random
import collections
import queue

DEFAULT_NUMBER_OF_TAXIS = 3
Event = collections.namedtuple('Event', 'time proc action')


def taxi_process(ident, trips, start_time=0):
    time = yield Event(start_time, ident, 'leave garage')
    for i in range(trips):
        time = yield Event(time, ident, 'pick up passenger')
        time = yield Event(time, ident, 'drop off passenger')
    yield Event(time, ident, 'going home')


class Simulator:
    def __init__(self, procs_map):
        self.events = queue.PriorityQueue()
        self.procs = dict(procs_map)

    def run(self, end_time):
        for _, proc in sorted(self.procs.items()):
            first_event = next(proc)
            self.events.put(first_event)
        sim_time = 0
        while sim_time < end_time:
            if self.events.empty():
                print('*** end of events ***')
                break
            current_event = self.events.get()
            sim_time, proc_id, previous_action = current_event
            print('taxi:', proc_id, proc_id * '   ', current_event)
            active_proc = self.procs[proc_id]
            next_time = sim_time + compute_duration(previous_action)
            try:
                next_event = active_proc.send(next_time)
            except StopIteration:
                del self.procs[proc_id]
            else:
                self.events.put(next_event)
        else:
            msg = '*** end of simulation time: {} events pending ***'
            print(msg.format(self.events.qsize()))


def compute_duration(previous_action):
    if previous_action in ['leave garage', 'drop off passenger']:
        interval = 5
    elif previous_action == 'pick up passenger':
        interval = 20
    elif previous_action == 'going home':
        interval = 1
    else:
        raise ValueError('Unknown previous_action: %s' % previous_action)
    return int(random.expovariate(1 / interval)) + 1


def main(end_time=180, num_taxis=DEFAULT_NUMBER_OF_TAXIS, seed=3):
    random.seed(seed)
    taxis = {i: taxi_process(i, (i + 1) * 2, i * 5) for i in range(num_taxis)}
    sim = Simulator(taxis)
    sim.run(end_time)


main()
# expect-output:
# taxi: 0  Event(time=0, proc=0, action='leave garage')
# taxi: 0  Event(time=2, proc=0, action='pick up passenger')
# taxi: 1     Event(time=5, proc=1, action='leave garage')
# taxi: 1     Event(time=8, proc=1, action='pick up passenger')
# taxi: 2        Event(time=10, proc=2, action='leave garage')
# taxi: 2        Event(time=15, proc=2, action='pick up passenger')
# taxi: 2        Event(time=17, proc=2, action='drop off passenger')
# taxi: 0  Event(time=18, proc=0, action='drop off passenger')
# taxi: 2        Event(time=18, proc=2, action='pick up passenger')
# taxi: 2        Event(time=25, proc=2, action='drop off passenger')
# taxi: 1     Event(time=27, proc=1, action='drop off passenger')
# taxi: 2        Event(time=27, proc=2, action='pick up passenger')
# taxi: 0  Event(time=28, proc=0, action='pick up passenger')
# taxi: 2        Event(time=40, proc=2, action='drop off passenger')
# taxi: 2        Event(time=44, proc=2, action='pick up passenger')
# taxi: 1     Event(time=55, proc=1, action='pick up passenger')
# taxi: 1     Event(time=59, proc=1, action='drop off passenger')
# taxi: 0  Event(time=65, proc=0, action='drop off passenger')
# taxi: 1     Event(time=65, proc=1, action='pick up passenger')
# taxi: 2        Event(time=65, proc=2, action='drop off passenger')
# taxi: 2        Event(time=72, proc=2, action='pick up passenger')
# taxi: 0  Event(time=76, proc=0, action='going home')
# taxi: 1     Event(time=80, proc=1, action='drop off passenger')
# taxi: 1     Event(time=88, proc=1, action='pick up passenger')
# taxi: 2        Event(time=95, proc=2, action='drop off passenger')
# taxi: 2        Event(time=97, proc=2, action='pick up passenger')
# taxi: 2        Event(time=98, proc=2, action='drop off passenger')
# taxi: 1     Event(time=106, proc=1, action='drop off passenger')
# taxi: 2        Event(time=109, proc=2, action='going home')
# taxi: 1     Event(time=110, proc=1, action='going home')
# *** end of events ***
