# base64 - bytes as text of 64 characters. The work is native (_base64).

import _base64

__all__ = ['b64decode', 'b64encode', 'decodebytes', 'encodebytes', 'standard_b64decode',
           'standard_b64encode', 'urlsafe_b64decode', 'urlsafe_b64encode']

_LETTERS = frozenset(b'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=')


class Error(ValueError):
    __module__ = 'binascii'


def _bytes(s):
    if isinstance(s, str):
        try:
            return s.encode('ascii')
        except UnicodeEncodeError:
            raise ValueError('string argument should contain only ASCII characters') from None
    if isinstance(s, (bytes, bytearray)):
        return bytes(s)
    raise TypeError(f"argument should be a bytes-like object or ASCII string, not {type(s).__name__!r}")


def b64encode(s, altchars=None):
    encoded = _base64.encode(s)
    if altchars is not None:
        return encoded.replace(b'+', altchars[:1]).replace(b'/', altchars[1:2])
    return encoded


def b64decode(s, altchars=None, validate=False):
    s = _bytes(s)
    if altchars is not None:
        altchars = _bytes(altchars)
        s = s.replace(altchars[:1], b'+').replace(altchars[1:2], b'/')
    if validate and not all(byte in _LETTERS for byte in s):
        raise Error('Only base64 data is allowed')
    made = _base64.decode(s)
    if isinstance(made, str):
        raise Error(made)
    return made


def standard_b64encode(s):
    return b64encode(s)


def standard_b64decode(s):
    return b64decode(s)


def urlsafe_b64encode(s):
    return b64encode(s, b'-_')


def urlsafe_b64decode(s):
    return b64decode(s, b'-_')


def encodebytes(s):
    return b''.join(_base64.encode(s[at:at + 57]) + b'\n' for at in range(0, len(s), 57))


def decodebytes(s):
    return b64decode(s)
