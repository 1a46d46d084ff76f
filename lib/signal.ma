# signal - signals of the system, as names: signal.SIGINT is Signals.SIGINT. What they do is native (_signal).

import _signal
from _signal import NSIG, default_int_handler, raise_signal, set_wakeup_fd, strsignal
from enum import IntEnum

Signals = IntEnum('Signals', [(name, getattr(_signal, name)) for name in dir(_signal)
                              if name[:3] == 'SIG' and name[3] != '_'], module='signal')
Handlers = IntEnum('Handlers', [('SIG_DFL', _signal.SIG_DFL), ('SIG_IGN', _signal.SIG_IGN)], module='signal')
globals().update(Signals.__members__)
globals().update(Handlers.__members__)


def _named(value, names):
    try:
        return names(value)
    except (ValueError, TypeError):
        return value


def signal(signalnum, handler, /):
    return _named(_signal.signal(int(signalnum) if isinstance(signalnum, Signals) else signalnum,
                                 int(handler) if isinstance(handler, Handlers) else handler), Handlers)


def getsignal(signalnum, /):
    return _named(_signal.getsignal(signalnum), Handlers)


def valid_signals():
    return {_named(number, Signals) for number in range(1, NSIG) if number not in (32, 33)}
