# signal: its numbers have names; a loop that closes gives signals back.
import signal, os, asyncio
print(signal.SIGINT, repr(signal.SIGINT), signal.SIGTERM.name, signal.Signals(2), signal.Signals(15).name, signal.SIGINT==2, f'{signal.SIGINT}')
print(signal.getsignal(signal.SIGTERM), repr(signal.getsignal(signal.SIGTERM)), signal.getsignal(signal.SIGINT))
def h(n,f): print('got', n, type(n), signal.Signals(n).name)
print(repr(signal.signal(signal.SIGUSR1,h))); os.kill(os.getpid(), signal.SIGUSR1); signal.raise_signal(signal.SIGUSR1)
print(signal.signal(signal.SIGUSR1, signal.SIG_IGN) is h); signal.raise_signal(signal.SIGUSR1)
print(repr(signal.signal(signal.SIGUSR1, signal.SIG_DFL)), signal.strsignal(2), repr(signal.SIG_DFL))
for bad in (lambda: signal.signal(100,h), lambda: signal.signal('a',h), lambda: signal.signal(2,5), lambda: signal.Signals(99), lambda: signal.signal(signal.SIGKILL,h)):
    try: bad()
    except Exception as e: print(type(e).__name__, e)
async def main():
    loop=asyncio.get_running_loop(); ev=asyncio.Event()
    for s in (signal.SIGTERM, signal.SIGINT): loop.add_signal_handler(s, lambda s=s: (print('sig', s.name, s), ev.set()))
    os.kill(os.getpid(), signal.SIGTERM); await ev.wait(); print(loop.remove_signal_handler(signal.SIGTERM), loop.remove_signal_handler(signal.SIGTERM))
asyncio.run(main())
print(len(signal.valid_signals()), signal.SIGINT in signal.valid_signals())
try: signal.raise_signal(signal.SIGINT)
except KeyboardInterrupt: print('KI')
# expect-output:
# 2 <Signals.SIGINT: 2> SIGTERM 2 SIGTERM True 2
# 0 <Handlers.SIG_DFL: 0> <built-in function default_int_handler>
# <Handlers.SIG_DFL: 0>
# got 10 <class 'int'> SIGUSR1
# got 10 <class 'int'> SIGUSR1
# True
# <Handlers.SIG_IGN: 1> Interrupt <Handlers.SIG_DFL: 0>
# ValueError signal number out of range
# TypeError 'str' object cannot be interpreted as an integer
# TypeError signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object
# ValueError 99 is not a valid Signals
# OSError [Errno 22] Invalid argument
# sig SIGTERM 15
# True False
# 62 True
# KI
