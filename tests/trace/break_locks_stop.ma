# Called by break_locks.ma, which does not name it itself.
def now():
    breakpoint()
