# secrets - random numbers nobody can foresee, from the system.

from random import SystemRandom

__all__ = ['SystemRandom', 'choice', 'compare_digest', 'randbelow', 'randbits', 'token_bytes', 'token_hex',
           'token_urlsafe']

_system = SystemRandom()
choice = _system.choice
randbits = _system.getrandbits
DEFAULT_ENTROPY = 32


def randbelow(exclusive_upper_bound):
    if exclusive_upper_bound <= 0:
        raise ValueError('Upper bound must be positive.')
    return _system._randbelow(exclusive_upper_bound)


def token_bytes(nbytes=None):
    return _system.randbytes(DEFAULT_ENTROPY if nbytes is None else nbytes)


def token_hex(nbytes=None):
    return token_bytes(nbytes).hex()


def token_urlsafe(nbytes=None):
    from base64 import urlsafe_b64encode
    return urlsafe_b64encode(token_bytes(nbytes)).rstrip(b'=').decode()


def compare_digest(a, b):
    if isinstance(a, str) != isinstance(b, str):
        raise TypeError('unsupported operand types(s) or combination of types')
    if len(a) != len(b):
        return False
    different = 0
    for x, y in zip(a.encode() if isinstance(a, str) else a, b.encode() if isinstance(b, str) else b):
        different |= x ^ y
    return different == 0
