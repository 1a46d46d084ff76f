# struct - numbers as bytes and back: a format says order, sizes and kinds.

__all__ = ['calcsize', 'pack', 'pack_into', 'unpack', 'unpack_from', 'iter_unpack', 'Struct', 'error']


class error(Exception):
    pass


error.__module__ = 'struct'

# letter: size, and the size and alignment the machine gives it
_ints = {'b': 1, 'B': 1, 'h': 2, 'H': 2, 'i': 4, 'I': 4, 'l': 4, 'L': 4, 'q': 8, 'Q': 8}
_native = {**_ints, 'l': 8, 'L': 8, 'n': 8, 'N': 8, 'P': 8}
_floats = {'e': (2, 5, 10), 'f': (4, 8, 23), 'd': (8, 11, 52)}     # size, bits of exponent and fraction


# IEEE 754 by hand: sign, exponent, fraction; halves go to the even one.
def _float_bytes(value, letter, order, native):
    from math import copysign, frexp, isinf, isnan, ldexp
    size, wide, deep = _floats[letter]
    bias = (1 << wide - 1) - 1
    sign = copysign(1.0, value) < 0
    value = abs(value)
    if isnan(value):
        exponent, fraction = (1 << wide) - 1, 1 << deep - 1
    elif isinf(value):
        exponent, fraction = (1 << wide) - 1, 0
    elif value == 0:
        exponent = fraction = 0
    else:
        fraction, exponent = frexp(value)
        exponent = max(exponent - 1 + bias, 0)
        scaled = ldexp(value, deep - (max(exponent, 1) - bias))
        fraction = round(scaled)
        if exponent:
            fraction -= 1 << deep
        if fraction >> deep:
            exponent, fraction = exponent + 1, 0
        if exponent >= (1 << wide) - 1 and native and letter == 'f':
            exponent, fraction = (1 << wide) - 1, 0
        elif exponent >= (1 << wide) - 1:
            raise OverflowError(f'float too large to pack with {letter} format')
    bits = (sign << wide + deep) | (exponent << deep) | fraction
    return bits.to_bytes(size, order)


def _float_from(data, letter, order):
    from math import ldexp
    size, wide, deep = _floats[letter]
    bits = int.from_bytes(data, order)
    fraction = bits & (1 << deep) - 1
    exponent = bits >> deep & (1 << wide) - 1
    bias = (1 << wide - 1) - 1
    if exponent == (1 << wide) - 1:
        value = float('nan') if fraction else float('inf')
    elif exponent:
        value = ldexp(fraction | 1 << deep, exponent - bias - deep)
    else:
        value = ldexp(fraction, 1 - bias - deep)
    return -value if bits >> wide + deep else value


def _int_bytes(value, letter, size, order):
    if not isinstance(value, int):
        if not hasattr(value, '__index__'):
            raise error('required argument is not an integer')
        value = value.__index__()
    signed = letter.islower()
    low = -(1 << size * 8 - 1) if signed else 0
    high = (1 << size * 8 - signed) - 1
    if not low <= value <= high:
        raise error(f"'{letter}' format requires {low} <= number <= {high}")
    return value.to_bytes(size, order, signed=signed)


class Struct:
    def __init__(self, format):
        if isinstance(format, bytes):
            format = format.decode('ascii')
        if not isinstance(format, str):
            raise TypeError(f'Struct() argument 1 must be a str or bytes object, not {type(format).__name__}')
        self.format = format
        self._parse(format)

    def _parse(self, text):
        import sys
        head = text[:1]
        native = self._native = head not in tuple('=<>!')
        self._order = 'big' if head in ('>', '!') else 'little' if head == '<' else sys.byteorder
        sizes = {**(_native if native else _ints), **{k: v[0] for k, v in _floats.items()},
                 'x': 1, 's': 1, 'p': 1, 'c': 1, '?': 1}
        at = 1 if head in tuple('@=<>!') else 0
        self._parts = []        # offset, letter, size: of each value
        size = 0
        while at < len(text):
            letter = text[at]
            at += 1
            if letter.isspace():
                continue
            count = 1
            if letter.isdigit():
                digits = letter
                while at < len(text) and text[at].isdigit():
                    digits += text[at]
                    at += 1
                if at == len(text):
                    raise error('repeat count given without format specifier')
                letter, count, at = text[at], int(digits), at + 1
            if letter not in sizes:
                raise error('bad char in struct format')
            one = sizes[letter]
            if native and one > 1:
                size += -size % one
            if letter in 'sp':
                self._parts.append((size, letter, count))
            elif letter != 'x':
                self._parts.extend([(size + i * one, letter, one) for i in range(count)])
            size += one * count
        self.size = size

    def pack(self, *values):
        if len(values) != len(self._parts):
            raise error(f'pack expected {len(self._parts)} items for packing (got {len(values)})')
        made = bytearray(self.size)
        for (offset, letter, size), value in zip(self._parts, values):
            made[offset:offset + size] = self._bytes_of(letter, size, value)
        return bytes(made)

    def _bytes_of(self, letter, size, value):
        if letter == 's' or letter == 'p':
            if not isinstance(value, (bytes, bytearray)):
                raise error(f"argument for '{letter}' must be a bytes object")
            if letter == 'p':
                value = value[:max(size - 1, 0)][:255]
                value = (bytes([len(value)]) + value)[:size]
            return bytes(value[:size]).ljust(size, b'\0')
        if letter == 'c':
            if not isinstance(value, (bytes, bytearray)) or len(value) != 1:
                raise error('char format requires a bytes object of length 1')
            return bytes(value)
        if letter == '?':
            return b'\1' if value else b'\0'
        if letter in _floats:
            try:
                value = float(value) if not isinstance(value, str) else None
            except TypeError:
                value = None
            if value is None:
                raise error('required argument is not a float')
            return _float_bytes(value, letter, self._order, self._native)
        return _int_bytes(value, letter, size, self._order)

    def unpack(self, buffer):
        if len(buffer) != self.size:
            raise error(f'unpack requires a buffer of {self.size} bytes')
        return self._values(buffer, 0)

    def _values(self, buffer, start):
        found = []
        for offset, letter, size in self._parts:
            data = bytes(buffer[start + offset:start + offset + size])
            if letter == 's' or letter == 'c':
                value = data
            elif letter == 'p':
                value = data[1:1 + data[0]] if data else b''
            elif letter == '?':
                value = data != b'\0'
            elif letter in _floats:
                value = _float_from(data, letter, self._order)
            else:
                value = int.from_bytes(data, self._order, signed=letter.islower())
            found.append(value)
        return tuple(found)

    def unpack_from(self, buffer, offset=0):
        size = len(buffer)
        if offset < 0:
            if offset + size < 0:
                raise error(f'offset {offset} out of range for {size}-byte buffer')
            offset += size
        if size - offset < self.size:
            raise error(f'unpack_from requires a buffer of at least {self.size + offset} bytes for '
                        f'unpacking {self.size} bytes at offset {offset} '
                        f'(actual buffer size is {size})')
        return self._values(buffer, offset)

    def pack_into(self, buffer, offset, *values):
        if len(values) != len(self._parts):
            raise error(f'pack_into expected {len(self._parts)} items for packing (got {len(values)})')
        size = len(buffer)
        if offset < 0:
            offset += size
        if size - offset < self.size:
            raise error(f'pack_into requires a buffer of at least {self.size + offset} bytes for packing '
                        f'{self.size} bytes at offset {offset} (actual buffer size is {size})')
        buffer[offset:offset + self.size] = self.pack(*values)

    def iter_unpack(self, buffer):
        if self.size == 0:
            raise error('cannot iteratively unpack with a struct of length 0')
        if len(buffer) % self.size:
            raise error(f'iterative unpacking requires a buffer of a multiple of {self.size} bytes')
        return iter([self._values(buffer, at) for at in range(0, len(buffer), self.size)])

    def __repr__(self):
        return f'Struct({self.format!r})'


_known = {}


def _struct(format):
    made = _known.get(format) if isinstance(format, (str, bytes)) else None
    if made is None:
        made = Struct(format)
        if len(_known) > 100:
            _known.clear()
        _known[format] = made
    return made


def calcsize(format, /):
    return _struct(format).size


def pack(format, /, *values):
    return _struct(format).pack(*values)


def pack_into(format, buffer, offset, /, *values):
    return _struct(format).pack_into(buffer, offset, *values)


def unpack(format, buffer, /):
    return _struct(format).unpack(buffer)


def unpack_from(format, /, buffer, offset=0):
    return _struct(format).unpack_from(buffer, offset)


def iter_unpack(format, buffer, /):
    return _struct(format).iter_unpack(buffer)
