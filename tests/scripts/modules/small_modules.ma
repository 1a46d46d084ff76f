# gc, weakref, errno, signal, base64, secrets, atexit, platform, _thread-free corners.
import base64
import errno
import gc
import os
import platform
import secrets
import signal
import weakref


def t(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except BaseException as e:
        print(type(e).__name__, e)


print(errno.ENOENT, errno.errorcode[2], errno.ECONNREFUSED, errno.EAGAIN == errno.EWOULDBLOCK, errno.errorcode[errno.EAGAIN])
print(base64.b64encode(b''), base64.b64encode(b'a'), base64.b64encode(b'ab'), base64.b64encode(b'abc'), base64.b64encode(bytes(range(256)))[:20])
print(base64.b64decode('YWJj'), base64.b64decode(b'YQ=='), base64.b64decode('YW Jj\n'), base64.urlsafe_b64encode(b'\xff\xfe\xfd'), base64.urlsafe_b64decode('__79'))
t(base64.b64decode, 'YQ='), t(base64.b64decode, 'Y'), t(base64.b64encode, 'a'), t(base64.b64decode, 'Y*Q==', validate=True), t(base64.b64decode, 'é')
print(base64.b64decode(base64.b64encode(os.urandom(999))) != b'', len(secrets.token_hex(8)), len(secrets.token_bytes(5)), 0 <= secrets.randbelow(3) < 3, secrets.compare_digest('a', 'a'))
t(secrets.randbelow, 0), print(len(secrets.token_urlsafe(16)), secrets.choice([7]))


class C:
    def __repr__(self):
        return 'C()'


c = C()
r = weakref.ref(c)
print(r() is c, r == weakref.ref(c), hash(r) == hash(c), r is weakref.ref(c), weakref.getweakrefcount(c), r.__callback__)
t(weakref.ref, 3), t(weakref.ref, []), t(weakref.ref, 'a'), print(type(r).__name__)
print(gc.isenabled(), gc.disable(), gc.isenabled(), gc.enable(), gc.isenabled(), gc.garbage, len(gc.get_count()), len(gc.get_threshold()))
print(gc.is_tracked([]), gc.is_tracked('a'), gc.is_tracked(1), c in gc.get_objects(), type(gc.collect()).__name__)
seen = []


def dies():
    d = C()
    return weakref.ref(d, lambda ref: seen.append('dead'))


k = dies()
gc.collect()
print(k(), seen)
hits = []
print(signal.signal(signal.SIGUSR1, lambda n, f: hits.append(n)), signal.SIGUSR1 == 10)
signal.raise_signal(signal.SIGUSR1)
os.kill(os.getpid(), signal.SIGUSR1)
print(len(hits), signal.getsignal(signal.SIGUSR1) is not None, callable(signal.default_int_handler))
t(signal.signal, signal.SIGUSR1, 'x'), t(signal.signal, 999, signal.SIG_DFL), t(signal.raise_signal, 0) if False else None
signal.signal(signal.SIGUSR1, signal.SIG_IGN), signal.raise_signal(signal.SIGUSR1), print(len(hits), signal.strsignal(2))
try:
    signal.raise_signal(signal.SIGINT)
except KeyboardInterrupt as e:
    print('KeyboardInterrupt', e.args)
signal.signal(signal.SIGINT, lambda n, f: hits.append('int'))
signal.raise_signal(signal.SIGINT), print(hits[-1])
signal.signal(signal.SIGINT, signal.default_int_handler)
t(signal.raise_signal, signal.SIGINT)


def boom(n, f):
    raise ValueError('from the handler')


signal.signal(signal.SIGUSR2, boom)
t(signal.raise_signal, signal.SIGUSR2)
print(platform.system() in ('Linux', 'Darwin'), platform.python_version_tuple()[0], len(platform.uname()) >= 5)

# expect-output:
# 2 ENOENT 111 True EAGAIN
# b'' b'YQ==' b'YWI=' b'YWJj' b'AAECAwQFBgcICQoLDA0O'
# b'abc' b'a' b'abc' b'__79' b'\xff\xfe\xfd'
# Error Incorrect padding
# Error Invalid base64-encoded string: number of data characters (1) cannot be 1 more than a multiple of 4
# TypeError a bytes-like object is required, not 'str'
# Error Only base64 data is allowed
# ValueError string argument should contain only ASCII characters
# True 16 5 True True
# ValueError Upper bound must be positive.
# 22 7
# True True True True 1 None
# TypeError cannot create weak reference to 'int' object
# TypeError cannot create weak reference to 'list' object
# TypeError cannot create weak reference to 'str' object
# ReferenceType
# True None False None True [] 3 3
# True False False True int
# None ['dead']
# 0 True
# 2 True True
# TypeError signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object
# ValueError signal number out of range
# 2 Interrupt
# KeyboardInterrupt ()
# int
# KeyboardInterrupt 
# ValueError from the handler
# True 3 True
