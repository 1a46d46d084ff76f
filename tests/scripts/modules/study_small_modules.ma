# Many small checks; CPython prints the same.
def t(f, *a, **k):
    try: print(repr(f(*a, **k)))
    except BaseException as e: print(type(e).__name__, e)
import struct
for fmt, vals in (('<I', (1,)), ('>hB', (-2, 255)), ('!Q', (2**63,)), ('ihb', (1, 2, 3)), ('bhi', (1, 2, 3)), ('<bhi', (1, 2, 3)), ('5s', (b'abc',)), ('5p', (b'abc',)), ('c?', (b'a', True)), ('<d', (1.5,)), ('>f', (0.1,)), ('<e', (1.1,)), ('3x2h', (1, 2)), ('<4sH', (b'toolong', 9)), ('d', (float('inf'),)), ('f', (-0.0,)), ('f', (1e-45,)), ('d', (5e-324,)), ('e', (6e-8,)), ('<lq', (-1, -1)), ('n', (5,)), ('<2I3s', (1, 2, b'xyz')), ('B', (256,)), ('b', (-129,)), ('H', (-1,)), ('h', (40000,)), ('I', (-1,)), ('i', (2**31,)), ('q', (2**63,)), ('Q', (-1,)), ('<I', ('a',)), ('<f', ('a',)), ('f', (1e40,)), ('I', ()), ('2I', (1,)), ('c', ('a',)), ('s', ('a',)), ('z', (1,)), ('3', ()), ('<I', (1.5,)), ('@I', (7,)), ('=IH', (1, 2)), ('d', (0.1,)), ('f', (3.14159,)), ('0s', (b'',)), ('e', (65520.0,))):
    t(lambda: (fmt, struct.calcsize(fmt), struct.pack(fmt, *vals), struct.unpack(fmt, struct.pack(fmt, *vals))))
t(lambda: struct.unpack('<I', b'abc')); t(lambda: list(struct.iter_unpack('<H', b'\1\0\2\0'))); t(lambda: struct.unpack_from('<H', b'xx\1\0', 2)); t(lambda: struct.unpack_from('<I', b'xx', 0)); b = bytearray(6); struct.pack_into('<H', b, 2, 513); print(b); s = struct.Struct('>IH'); print(s.size, s.format, s.pack(1, 2), s.unpack(b'\0\0\0\1\0\2')); t(lambda: struct.pack_into('<I', b, 4, 1)); t(lambda: list(struct.iter_unpack('<H', b'abc'))); print(struct.error.__mro__)
hdr = struct.pack('!IH', 1234, 7) + b'payload'; print(hdr, struct.unpack('!IH', hdr[:6]), struct.unpack('<q', struct.pack('<d', 1.0)))
from fractions import Fraction as F
import math
print(F(1, 3), repr(F(2, 4)), F('3/4'), F('1.25'), F(0.5), F(-3, 6), F('1e-3'), F(' -5/10 '), F(3), F(), F(F(1, 2), F(3, 4)), F(True)); t(lambda: F(1, 0)); t(lambda: F('x')); t(lambda: F(1.5, 2)); t(lambda: F(float('nan'))); t(lambda: F('1/0')); t(lambda: F([]))
a, b = F(1, 2), F(1, 3); print(a + b, a - b, a * b, a / b, a // b, a % b, a ** 2, a ** -2, divmod(a, b), -a, +a, abs(-a), a + 1, 1 + a, a * 2.0, 2 / a, 1 - a, a < b, a == 0.5, a >= F(1, 2), a == F(2, 4), hash(a) == hash(0.5), hash(F(3)) == hash(3), int(F(7, 2)), float(b), round(F(7, 2)), round(F(5, 2)), round(F(22, 7), 2), math.floor(F(-7, 2)), math.ceil(F(-7, 2)), math.trunc(F(-7, 2)), bool(F(0)), a.numerator, a.denominator, sum([F(1, i) for i in range(1, 6)]), max(a, b), sorted([a, b]), F(math.pi).limit_denominator(1000), F(1, 3).limit_denominator(2), a.as_integer_ratio(), F(4, 2).is_integer(), F.from_float(0.25), 2 ** F(1, 2), F(1, 4) ** 0.5, F(1, 4) ** F(1, 2), f'{a}', f'{a:>6}', {F(1, 2): 'x'}[0.5], 3 % F(2, 3), 7 // F(2, 3), isinstance(a, int)); t(lambda: a / 0); t(lambda: a + 'x'); t(lambda: a < 'x'); t(lambda: F(0) ** -1)
import sched
now = [0]; s = sched.scheduler(lambda: now[0], lambda d: now.__setitem__(0, now[0] + d)); s.enter(2, 1, print, ('b',)); e = s.enter(1, 1, print, ('a',), {'sep': '-'}); s.enter(2, 0, print, ('prio',)); s.enterabs(3, 1, print, ('abs',)); c = s.enter(5, 1, print); s.cancel(c); print(len(s.queue), s.empty(), e.time, e.priority); s.run(); print(now, s.empty())
from graphlib import *
print(list(TopologicalSorter({'d': {'b', 'c'} and ['b', 'c'], 'b': ['a'], 'c': ['a']}).static_order())); t(lambda: list(TopologicalSorter({1: [2], 2: [3], 3: [1]}).static_order())); ts = TopologicalSorter(); ts.add('x', 'y'); t(ts.get_ready); ts.prepare(); print(ts.is_active(), ts.get_ready()); ts.done('y'); print(ts.get_ready()); t(lambda: ts.done('y')); t(lambda: ts.add('z')); t(lambda: ts.done('q'))
import reprlib
print(reprlib.repr(list(range(20))), reprlib.repr('a' * 100), reprlib.repr({i: i for i in range(10)}), reprlib.repr((1,)), reprlib.repr([[[[[[[[1]]]]]]]]), reprlib.repr({1, 2}), reprlib.repr(10 ** 60), reprlib.repr(set(range(20))), reprlib.repr(frozenset()))
class R(list):
    @reprlib.recursive_repr()
    def __repr__(s): return '<' + ', '.join(map(repr, s)) + '>'
r = R([1]); r.append(r); print(r)
import getopt; print(getopt.getopt(['-a', '-b', 'val', '--long', '--out=x', 'rest', '-c'], 'ab:', ['long', 'out=']), getopt.gnu_getopt(['x', '-a', 'y'], 'a')); t(lambda: getopt.getopt(['-z'], 'a')); t(lambda: getopt.getopt(['--zz'], 'a', ['long'])); t(lambda: getopt.getopt(['-b'], 'b:')); t(lambda: getopt.getopt(['--lo'], '', ['long', 'lost']))
import shlex; print(shlex.split("a 'b c' \"d \\\" e\" f\\ g # h"), shlex.split('a # b', comments=True), shlex.quote("it's"), shlex.quote('ok'), shlex.quote(''), shlex.join(['a', 'b c'])); t(lambda: shlex.split("'abc")); t(lambda: shlex.split('a\\'))
# expect-output:
# ('<I', 4, b'\x01\x00\x00\x00', (1,))
# ('>hB', 3, b'\xff\xfe\xff', (-2, 255))
# ('!Q', 8, b'\x80\x00\x00\x00\x00\x00\x00\x00', (9223372036854775808,))
# ('ihb', 7, b'\x01\x00\x00\x00\x02\x00\x03', (1, 2, 3))
# ('bhi', 8, b'\x01\x00\x02\x00\x03\x00\x00\x00', (1, 2, 3))
# ('<bhi', 7, b'\x01\x02\x00\x03\x00\x00\x00', (1, 2, 3))
# ('5s', 5, b'abc\x00\x00', (b'abc\x00\x00',))
# ('5p', 5, b'\x03abc\x00', (b'abc',))
# ('c?', 2, b'a\x01', (b'a', True))
# ('<d', 8, b'\x00\x00\x00\x00\x00\x00\xf8?', (1.5,))
# ('>f', 4, b'=\xcc\xcc\xcd', (0.10000000149011612,))
# ('<e', 2, b'f<', (1.099609375,))
# ('3x2h', 8, b'\x00\x00\x00\x00\x01\x00\x02\x00', (1, 2))
# ('<4sH', 6, b'tool\t\x00', (b'tool', 9))
# ('d', 8, b'\x00\x00\x00\x00\x00\x00\xf0\x7f', (inf,))
# ('f', 4, b'\x00\x00\x00\x80', (-0.0,))
# ('f', 4, b'\x01\x00\x00\x00', (1.401298464324817e-45,))
# ('d', 8, b'\x01\x00\x00\x00\x00\x00\x00\x00', (5e-324,))
# ('e', 2, b'\x01\x00', (5.960464477539063e-08,))
# ('<lq', 12, b'\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff', (-1, -1))
# ('n', 8, b'\x05\x00\x00\x00\x00\x00\x00\x00', (5,))
# ('<2I3s', 11, b'\x01\x00\x00\x00\x02\x00\x00\x00xyz', (1, 2, b'xyz'))
# error 'B' format requires 0 <= number <= 255
# error 'b' format requires -128 <= number <= 127
# error 'H' format requires 0 <= number <= 65535
# error 'h' format requires -32768 <= number <= 32767
# error 'I' format requires 0 <= number <= 4294967295
# error 'i' format requires -2147483648 <= number <= 2147483647
# error 'q' format requires -9223372036854775808 <= number <= 9223372036854775807
# error 'Q' format requires 0 <= number <= 18446744073709551615
# error required argument is not an integer
# error required argument is not a float
# ('f', 4, b'\x00\x00\x80\x7f', (inf,))
# error pack expected 1 items for packing (got 0)
# error pack expected 2 items for packing (got 1)
# error char format requires a bytes object of length 1
# error argument for 's' must be a bytes object
# error bad char in struct format
# error repeat count given without format specifier
# error required argument is not an integer
# ('@I', 4, b'\x07\x00\x00\x00', (7,))
# ('=IH', 6, b'\x01\x00\x00\x00\x02\x00', (1, 2))
# ('d', 8, b'\x9a\x99\x99\x99\x99\x99\xb9?', (0.1,))
# ('f', 4, b'\xd0\x0fI@', (3.141590118408203,))
# ('0s', 0, b'', (b'',))
# OverflowError float too large to pack with e format
# error unpack requires a buffer of 4 bytes
# [(1,), (2,)]
# (1,)
# error unpack_from requires a buffer of at least 4 bytes for unpacking 4 bytes at offset 0 (actual buffer size is 2)
# bytearray(b'\x00\x00\x01\x02\x00\x00')
# 6 >IH b'\x00\x00\x00\x01\x00\x02' (1, 2)
# error pack_into requires a buffer of at least 8 bytes for packing 4 bytes at offset 4 (actual buffer size is 6)
# error iterative unpacking requires a buffer of a multiple of 2 bytes
# (<class 'struct.error'>, <class 'Exception'>, <class 'BaseException'>, <class 'object'>)
# b'\x00\x00\x04\xd2\x00\x07payload' (1234, 7) (4607182418800017408,)
# 1/3 Fraction(1, 2) 3/4 5/4 1/2 -1/2 1/1000 -1/2 3 0 2/3 1
# ZeroDivisionError Fraction(1, 0)
# ValueError Invalid literal for Fraction: 'x'
# TypeError both arguments should be Rational instances
# ValueError cannot convert NaN to integer ratio
# ZeroDivisionError Fraction(1, 0)
# TypeError argument should be a string or a Rational instance
# 5/6 1/6 1/6 3/2 1 1/6 1/4 4 (1, Fraction(1, 6)) -1/2 1/2 1/2 3/2 3/2 1.0 4 1/2 False True True True True True 3 0.3333333333333333 4 2 157/50 -4 -3 -3 False 1 2 137/60 1/2 [Fraction(1, 3), Fraction(1, 2)] 355/113 1/2 (1, 2) True 1/4 1.4142135623730951 0.5 0.5 1/2    1/2 x 1/3 10 False
# ZeroDivisionError Fraction(1, 0)
# TypeError unsupported operand type(s) for +: 'Fraction' and 'str'
# TypeError '<' not supported between instances of 'Fraction' and 'str'
# ZeroDivisionError Fraction(1, 0)
# 4 False 1 1
# a
# prio
# b
# abs
# [3] True
# ['a', 'b', 'c', 'd']
# CycleError ('nodes are in a cycle', [1, 3, 2, 1])
# ValueError prepare() must be called first
# True ('y',)
# ('x',)
# ValueError node 'y' was already marked done
# ValueError Nodes cannot be added after a call to prepare()
# ValueError node 'q' was not added using add()
# [0, 1, 2, 3, 4, 5, ...] 'aaaaaaaaaaaa...aaaaaaaaaaaaa' {0: 0, 1: 1, 2: 2, 3: 3, ...} (1,) [[[[[[[...]]]]]]] {1, 2} 100000000000000000...0000000000000000000 {0, 1, 2, 3, 4, 5, ...} frozenset()
# <1, ...>
# ([('-a', ''), ('-b', 'val'), ('--long', ''), ('--out', 'x')], ['rest', '-c']) ([('-a', '')], ['x', 'y'])
# GetoptError option -z not recognized
# GetoptError option --zz not recognized
# GetoptError option -b requires argument
# GetoptError option --lo not a unique prefix
# ['a', 'b c', 'd " e', 'f g', '#', 'h'] ['a'] 'it'"'"'s' ok '' a 'b c'
# ValueError No closing quotation
# ValueError No escaped character
