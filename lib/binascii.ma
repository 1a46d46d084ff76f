# binascii - bytes as text and back, and two check sums.

from base64 import Error, b64decode, b64encode

__all__ = ['Error', 'a2b_base64', 'a2b_hex', 'b2a_base64', 'b2a_hex', 'crc32', 'crc_hqx', 'hexlify',
           'unhexlify']


def hexlify(data, sep=None, bytes_per_sep=1):
    text = bytes(data).hex() if sep is None else bytes(data).hex(sep, bytes_per_sep)
    return text.encode('ascii')


def unhexlify(hexstr, /):
    text = hexstr.encode('ascii') if isinstance(hexstr, str) else bytes(hexstr)
    if len(text) % 2:
        raise Error('Odd-length string')
    if any([byte not in b'0123456789abcdefABCDEF' for byte in text]):
        raise Error('Non-hexadecimal digit found')
    return bytes.fromhex(text.decode('ascii'))


b2a_hex = hexlify
a2b_hex = unhexlify


def b2a_base64(data, /, *, newline=True):
    return b64encode(data) + (b'\n' if newline else b'')


def a2b_base64(data, /, *, strict_mode=False):
    return b64decode(data, validate=strict_mode)


def _table():
    rows = []
    for n in range(256):
        for _ in range(8):
            n = n >> 1 ^ 0xEDB88320 if n & 1 else n >> 1
        rows.append(n)
    return rows


_rows = _table()


def crc32(data, crc=0, /):
    crc ^= 0xFFFFFFFF
    for byte in bytes(data):
        crc = crc >> 8 ^ _rows[(crc ^ byte) & 255]
    return crc ^ 0xFFFFFFFF


def crc_hqx(data, crc, /):
    for byte in bytes(data):
        crc ^= byte << 8
        for _ in range(8):
            crc = (crc << 1 ^ 0x1021 if crc & 0x8000 else crc << 1) & 0xFFFF
    return crc
