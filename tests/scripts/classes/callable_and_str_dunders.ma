# __call__, __str__, __repr__, __format__, __bytes__, conversions.
class C:
    def __call__(self, *a, **k): return a, k
    def __repr__(self): return 'REPR'
c = C()
print(c(1, x=2), c, [c], f'{c}', '%s %r' % (c, c), callable(c), callable(3))
class S:
    def __str__(self): return 'STR'
    def __format__(self, spec): return 'FMT' + spec
    def __bytes__(self): return b'B'
    def __int__(self): return 7
    def __float__(self): return 2.5
    def __index__(self): return 3
    def __len__(self): return 1
    def __round__(self, n=None): return ('round', n)
    def __trunc__(self): return 1
    def __hash__(self): return 99
s = S()
print(str(s), f'{s}', f'{s:>3}', format(s, 'q'), bytes(s), int(s), float(s), [0, 1, 2, 30][s], round(s), round(s, 2), hash(s), hex(s), 'x' * s, range(s))
class BadStr:
    def __str__(self): return 3
    __repr__ = __str__
for f in (lambda: str(BadStr()), lambda: repr(BadStr()), lambda: int(object()), lambda: float([]), lambda: int([]), lambda: format(object(), 'x')):
    try:
        f()
    except TypeError as e:
        print(e)
# expect-output:
# ((1,), {'x': 2}) REPR [REPR] REPR REPR REPR True False
# STR FMT FMT>3 FMTq b'B' 7 2.5 30 ('round', None) ('round', 2) 99 0x... xxx range(0, 3)
# __str__ returned non-string (type int)
# __repr__ returned non-string (type int)
# int() argument must be a string, a bytes-like object or a real number, not 'object'
# float() argument must be a string or a real number, not 'list'
# int() argument must be a string, a bytes-like object or a real number, not 'list'
# unsupported format string passed to object.__format__
