# timeit - how long a small piece of code takes.

import gc
import sys
import time

__all__ = ['Timer', 'timeit', 'repeat', 'default_timer']

default_number = 1000000
default_repeat = 5
default_timer = time.perf_counter


def _body(stmt, setup, scope):
    # A function of the number of turns; statements given as text are compiled into it.
    lines = ['def inner(_n, _timer):']
    if callable(setup):
        scope['_setup'] = setup
        lines.append('    _setup()')
    else:
        compile(setup, '<timeit-src>', 'exec')
        lines += ['    ' + line for line in setup.split('\n')]
    lines += ['    _start = _timer()', '    for _i in range(_n):']
    if callable(stmt):
        scope['_stmt'] = stmt
        lines.append('        _stmt()')
    else:
        compile(stmt, '<timeit-src>', 'exec')
        lines += ['        ' + line for line in stmt.split('\n')]
    lines += ['        pass', '    return _timer() - _start']
    exec(compile('\n'.join(lines), '<timeit-src>', 'exec'), scope)
    return scope['inner']


class Timer:
    def __init__(self, stmt='pass', setup='pass', timer=default_timer, globals=None):
        for what, value in ('setup', setup), ('stmt', stmt):
            if not isinstance(value, str) and not callable(value):
                raise ValueError(f'{what} is neither a string nor callable')
        self.timer = timer
        scope = {} if globals is None else dict(globals)
        self.inner = _body(stmt, setup, scope)

    def timeit(self, number=default_number):
        collecting = gc.isenabled()
        gc.disable()
        try:
            return self.inner(number, self.timer)
        finally:
            if collecting:
                gc.enable()

    def repeat(self, repeat=default_repeat, number=default_number):
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None):
        scale = 1
        while True:
            for step in 1, 2, 5:
                number = scale * step
                taken = self.timeit(number)
                if callback:
                    callback(number, taken)
                if taken >= 0.2:
                    return number, taken
            scale *= 10


def timeit(stmt='pass', setup='pass', timer=default_timer, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt='pass', setup='pass', timer=default_timer, repeat=default_repeat, number=default_number,
           globals=None):
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)
