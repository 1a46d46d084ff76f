# hashlib - digests: md5, sha1, sha256, sha512. An object keeps what it was fed and counts when it is asked.

from _hash import md5 as _md5, sha1 as _sha1, sha256 as _sha256
from _random import sha512 as _sha512

__all__ = ['new', 'algorithms_guaranteed', 'algorithms_available', 'file_digest', 'md5', 'sha1', 'sha256',
           'sha512']

_KINDS = {'md5': (_md5, 16, 64), 'sha1': (_sha1, 20, 64),
          'sha256': (lambda data: bytes.fromhex(_sha256(data)), 32, 64), 'sha512': (_sha512, 64, 128)}
algorithms_guaranteed = set(_KINDS)
algorithms_available = set(_KINDS)


class HASH:
    __module__ = '_hashlib'

    def __init__(self, name, data=b''):
        self.name = name
        self._digest, self.digest_size, self.block_size = _KINDS[name]
        self._data = bytearray()
        self.update(data)

    def update(self, obj, /):
        if isinstance(obj, str):
            raise TypeError('Strings must be encoded before hashing')
        if not isinstance(obj, (bytes, bytearray)):
            raise TypeError('object supporting the buffer API required')
        self._data += obj

    def digest(self):
        return self._digest(bytes(self._data))

    def hexdigest(self):
        return self.digest().hex()

    def copy(self):
        return HASH(self.name, self._data)

    def __repr__(self):
        return f'<{self.name} _hashlib.HASH object @ {id(self):#x}>'


def new(name, data=b'', *, usedforsecurity=True, string=None):
    if name.lower() not in _KINDS:
        raise ValueError('unsupported hash type ' + name)
    return HASH(name.lower(), data)


def md5(string=b'', *, usedforsecurity=True):
    return HASH('md5', string)


def sha1(string=b'', *, usedforsecurity=True):
    return HASH('sha1', string)


def sha256(string=b'', *, usedforsecurity=True):
    return HASH('sha256', string)


def sha512(string=b'', *, usedforsecurity=True):
    return HASH('sha512', string)


def file_digest(fileobj, digest, /):
    made = new(digest) if isinstance(digest, str) else digest()
    while piece := fileobj.read(1 << 18):
        made.update(piece)
    return made
