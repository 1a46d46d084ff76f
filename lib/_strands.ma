# _strands - threads that take turns: the schedule behind threading, queue and concurrent.futures.
#
# There is one processor here and no second one behind it. A thread (a "strand") is a greenlet that runs
# until it has to wait: time.sleep(), a lock, a queue, requests.get(), the end of another thread. Then it
# parks and whoever resumed it goes on. When the main thread itself has to wait, it drives: it resumes the
# strands that are ready, and sleeps only when none is.
#
#     main ── park() ── drive ── resume(A) ── A runs ── A parks ──┐
#                         ▲                                       │
#                         └──────── the next one that is ready ◀──┘
#
# A strand that C code waits for (inside the key function of sort(), or a Task of a loop of its own) cannot
# step aside: it drives the others on top of itself until its own wait is over.

from collections import deque
from heapq import heappop, heappush

from greenlet import error as _GreenletError, getcurrent, greenlet
import _threads
from _threads import now


class Strand:
    def __init__(self, name):
        self.name = name
        self.greenlet = None
        self.driver = None          # the greenlet that resumed it; None: the main thread
        self.stacked = False        # it drives others: it goes on when they have come back to it
        self.parked = False
        self.awake = False          # woken, and not by its deadline
        self.turn = 0               # which of its waits a timer belongs to
        self.event_loop = None      # what set_event_loop() was given in it
        self.looping = None         # the event loop that it runs, while that loop has nothing to do


main = Strand('MainThread')
main.stacked = True
_current = main
_ready = deque()
_timers = []                        # (when, number, strand, turn)
_number = 0
_looping = []                       # the strands that wait in a loop of their own


def current():
    if _hub is not None:
        return _green_current()
    return _current


def wake(strand):
    # It has what it waited for, and goes on when its turn comes.
    if strand.parked:
        strand.parked = False
        strand.awake = True
        if _hub is not None:
            _hub().loop.call_soon(strand.greenlet.switch)
        elif not strand.stacked:
            _ready.append(strand)


def park(timeout=None):
    # The current strand waits until somebody wakes it (True) or the time is over (False).
    if _hub is not None:
        return _green_park(timeout)
    global _number
    me = _current
    me.awake = False
    me.parked = True
    me.turn += 1
    deadline = None if timeout is None else now() + timeout
    if me.driver is not None:
        if deadline is not None:
            _number += 1
            heappush(_timers, (deadline, _number, me, me.turn))
        me.greenlet = getcurrent()
        try:
            me.driver.switch()
            return me.awake
        except _GreenletError:
            pass                    # C waits for this call: drive from here
    was, me.stacked = me.stacked, True
    try:
        _drive(deadline, lambda: me.awake)
    finally:
        me.stacked, me.parked = was, False
    return me.awake


def resume(strand):
    # Runs it, on top of the current one, until it parks or ends.
    global _current
    me = _current
    here = getcurrent()
    strand.driver = strand.greenlet.parent = here
    _current = strand
    _threads.enter(strand.event_loop, strand.name)
    try:
        strand.greenlet.switch()
    finally:
        strand.event_loop = _threads.leave()
        _current = me


def start(strand, function):
    # Begins a new strand, now: it runs to its first wait, as a new thread usually does.
    if _hub is not None:
        _green_start(strand, function)
        return
    strand.greenlet = greenlet(function)
    resume(strand)


def _due(when):
    # Who has waited long enough is ready.
    while _timers and _timers[0][0] <= when:
        _, _, strand, turn = heappop(_timers)
        if strand.parked and strand.turn == turn and not strand.stacked:
            strand.parked = False
            _ready.append(strand)
    for strand in _looping:
        if strand.parked and strand.looping._has_ready():
            wake(strand)


def _next_timer():
    while _timers:
        when, _, strand, turn = _timers[0]
        if strand.parked and strand.turn == turn:
            return when
        heappop(_timers)
    return None


def _drive(deadline, until):
    while not until():
        when = now()
        _due(when)
        if until():
            return
        if _ready:
            strand = _ready.popleft()
            if not strand.stacked:
                resume(strand)
            if deadline is None or now() < deadline:
                continue
        if deadline is not None and when >= deadline:
            return
        first = _next_timer()
        if first is None or deadline is not None and deadline < first:
            first = deadline
        if first is None:
            _threads.deadlock('every thread is waiting and nothing can wake them')
        if first > when:
            _threads.sleep(first - when)


def _ask():
    # Asking takes no time; where time passes only when somebody waits, none would ever pass.
    if _threads.virtual() and not _ready and _next_timer() is not None:
        _threads.sleep(0.00002)


def breathe():
    # A program that asks again and again (while t.is_alive(): ...) must let the others go on.
    if _hub is not None:
        return
    _ask()
    if _current.stacked or _current.driver is None:
        _due(now())
        if _ready:
            strand = _ready.popleft()
            if not strand.stacked:
                resume(strand)
    else:
        park(0)


# --- after gevent's monkey.patch_thread(): threads are greenlets of the hub -------------------------

_hub = None                         # gevent's get_hub


def become_green(get_hub):
    global _hub
    _hub = get_hub


def _green_current():
    # Each greenlet is a thread of its own.
    green = getcurrent()
    if green.parent is None:
        return main
    if not hasattr(green, '_strand'):
        from threading import _dummy
        green._strand = Strand('Dummy')
        green._strand.greenlet = green
        green._strand.thread = _dummy()
    return green._strand


def _green_start(strand, function):
    from gevent import Greenlet
    strand.greenlet = Greenlet(function)
    strand.greenlet._strand = strand
    strand.greenlet.start()


def _green_park(timeout):
    me = current()
    me.greenlet = getcurrent()
    me.awake, me.parked = False, True
    hub = _hub()
    timer = None if timeout is None else hub.loop.call_later(timeout, me.greenlet.switch)
    try:
        hub.wait()
        return me.awake
    finally:
        me.parked = False
        if timer is not None:
            timer.cancel()


# --- waiting lines ---------------------------------------------------------------------------------

def wait_in(line, timeout=None):
    me = current()
    line.append(me)
    try:
        return park(timeout)
    finally:
        if me in line:
            line.remove(me)


def wake_first(line):
    if line:
        wake(line.popleft())


def wake_all(line):
    while line:
        wake(line.popleft())


# --- what C calls ------------------------------------------------------------------------------------

def _sleep(seconds):
    # time.sleep()
    end = now() + seconds
    left = seconds
    while True:
        park(left)
        left = end - now()
        if left <= 0:
            break
    _threads.blocked(seconds)


def _wait_for_loop(loop, timeout, watches):
    # The main thread's event loop has to wait. False: no thread can go on before, let it sleep.
    if timeout == 0:
        _ask()
    _due(now())
    if not _ready and _next_timer() is None:
        return False
    if timeout == 0:                # it has work of its own: a turn for each that is ready, and back
        for _ in range(len(_ready)):
            strand = _ready.popleft()
            if not strand.stacked:
                resume(strand)
        return True
    deadline = None if timeout is None else now() + timeout
    if watches:
        deadline = now() + 0.002 if deadline is None else min(deadline, now() + 0.002)
    _drive(deadline, lambda: loop._has_ready() or not _ready and _next_timer() is None)
    return True


def _run_forever(loop):
    # run_forever() in a thread that is not the main one: a round, then the others.
    me = _current
    loop._thread_enter()
    try:
        while True:
            left = loop._thread_turn()
            if left is False:
                return
            if left == 0:
                park(0)
                continue
            me.looping = loop
            _looping.append(me)
            try:
                park(left)
            finally:
                _looping.remove(me)
                me.looping = None
    finally:
        loop._thread_leave()


def _run_until_complete(loop, future):
    from _asyncio import ensure_future, isfuture
    if loop.is_closed():
        raise RuntimeError('Event loop is closed')
    future = ensure_future(future, loop=loop)

    def _run_until_complete_cb(_):
        loop.stop()
    future.add_done_callback(_run_until_complete_cb)
    try:
        _run_forever(loop)
    finally:
        future.remove_done_callback(_run_until_complete_cb)
    if not future.done():
        raise RuntimeError('Event loop stopped before Future completed.')
    return future.result()


_at_end = []                        # functions: wait for the threads of executors, for those of threading


def at_end(function):
    _at_end.append(function)


def _finish():
    for function in _at_end:
        function()


_threads.install(_sleep, _wait_for_loop, _run_forever, _run_until_complete, _finish)
