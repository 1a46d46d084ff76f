# base64 - bytes as text of 64 characters. The work is native (_base64).

import _base64

__all__ = ['b16decode', 'b16encode', 'b32decode', 'b32encode', 'b32hexdecode', 'b32hexencode',
           'b64decode', 'b64encode', 'decodebytes', 'encodebytes', 'standard_b64decode',
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


# --- 32 and 16 characters ---

_B32 = b'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
_B32HEX = b'0123456789ABCDEFGHIJKLMNOPQRSTUV'


def _encode32(letters, s):
    s = bytes(s)
    made = bytearray()
    for at in range(0, len(s), 5):
        piece = s[at:at + 5]
        bits = int.from_bytes(piece.ljust(5, b'\0'))
        text = bytes([letters[bits >> shift & 31] for shift in range(35, -1, -5)])
        used = (len(piece) * 8 + 4) // 5
        made += text[:used].ljust(8, b'=')
    return bytes(made)


def _decode32(letters, s, casefold):
    s = _bytes(s)
    if len(s) % 8:
        raise Error('Incorrect padding')
    if casefold:
        s = s.upper()
    padding = len(s) - len(s.rstrip(b'='))
    s = s.rstrip(b'=')
    made = bytearray()
    for at in range(0, len(s), 8):
        piece = s[at:at + 8]
        bits = 0
        for byte in piece:
            value = letters.find(bytes([byte]))
            if value < 0:
                raise Error('Non-base32 digit found')
            bits = bits << 5 | value
        made += (bits << 5 * (8 - len(piece))).to_bytes(5)
    if padding not in (0, 1, 3, 4, 6):
        raise Error('Incorrect padding')
    return bytes(made[:len(made) - (5 * padding + 7) // 8]) if padding else bytes(made)


def b32encode(s):
    return _encode32(_B32, s)


def b32decode(s, casefold=False, map01=None):
    s = _bytes(s)
    if map01 is not None:
        s = s.replace(b'0', b'O').replace(b'1', _bytes(map01))
    return _decode32(_B32, s, casefold)


def b32hexencode(s):
    return _encode32(_B32HEX, s)


def b32hexdecode(s, casefold=False):
    return _decode32(_B32HEX, s, casefold)


def b16encode(s):
    return bytes(s).hex().upper().encode('ascii')


def b16decode(s, casefold=False):
    s = _bytes(s)
    if casefold:
        s = s.upper()
    if any([byte not in b'0123456789ABCDEF' for byte in s]):
        raise Error('Non-base16 digit found')
    if len(s) % 2:
        raise Error('Odd-length string')
    return bytes.fromhex(s.decode('ascii'))
