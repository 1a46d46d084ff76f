# Which special method an operator calls, and in which order.
def show(f):
    try:
        r = repr(f())
    except BaseException as e:
        r = type(e).__name__ + ': ' + str(e)
    print(r[:300])
class I:
    def __init__(self, n): self.n = n
    def __index__(self): return self.n
class F:
    def __float__(self): return 2.5
class A:
    def __add__(self, o): return ('add', o)
    def __radd__(self, o): return ('radd', o)
    def __iadd__(self, o): return ('iadd', o)
    def __mul__(self, o): return NotImplemented
    def __rmul__(self, o): return ('rmul', o)
    def __neg__(self): return 'neg'
    def __lt__(self, o): return 'lt'
    def __eq__(self, o): return NotImplemented
    def __mod__(self,o): return 'mod'
    def __rmod__(self,o): return 'rmod'
    def __format__(self, s): return 'fmt<' + s + '>'
    def __pow__(self,o,m=None): return ('pow',o,m)
    def __divmod__(self,o): return 'dm'
    def __matmul__(self,o): return '@'
class B(A):
    def __radd__(self, o): return ('B.radd', o)
    def __gt__(self, o): return 'B.gt'
def stmts(src):
    g = {}
    exec(src, g)
    return g.get('r')
a = A()
nan = float('nan'); inf = float('inf')
show(lambda: (bytearray(b'a').append(256)))
show(lambda: (bytearray(b'a').append('a')))
show(lambda: ((1.5).as_integer_ratio()))
show(lambda: (float('nan').as_integer_ratio()))
show(lambda: (float('inf').as_integer_ratio()))
show(lambda: ("%r %a %s" % ('é','é','é')))
show(lambda: (I(3) + 1))
show(lambda: ([10,20,30,40][I(2)]))
show(lambda: ('ab' * I(2)))
show(lambda: (float(F())))
show(lambda: ('%.2f' % F()))
show(lambda: ('%d' % I(7)))
show(lambda: ('%x' % I(255)))
show(lambda: (int(I(5))))
show(lambda: (float(I(5))))
show(lambda: (a + 1))
show(lambda: (1 + a))
show(lambda: (a * 2))
show(lambda: (2 * a))
show(lambda: (-a))
show(lambda: (+a))
show(lambda: (~a))
show(lambda: (a < 1))
show(lambda: (1 > a))
show(lambda: (a == 1))
show(lambda: (a == a))
show(lambda: (a != a))
show(lambda: (A() == A()))
show(lambda: (A() > B()))
show(lambda: (a >= 1))
show(lambda: ('x' % a))
show(lambda: (a % 'x'))
show(lambda: (a // 1))
show(lambda: (a ** 2))
show(lambda: (pow(a, 2, 3)))
show(lambda: (divmod(a, 1)))
show(lambda: (divmod(1, a)))
show(lambda: (a @ 1))
show(lambda: (1 @ a))
show(lambda: (format(a, '>10')))
show(lambda: ((7).as_integer_ratio(), (0.75).as_integer_ratio(), (-2.5).as_integer_ratio(), (1e300).as_integer_ratio()[1], (5e-324).as_integer_ratio()[0]))
show(lambda: (round(2.5, None), round(1e16), round(1e22), round(1.5, I(0)), round(nan, 2), round(inf, 2)))
show(lambda: (abs(-5), abs(-5.5), abs(True), abs(-10**20), abs(-0.0)))
show(lambda: ('{} {}'.format(1, 2), '{1} {0}'.format(1, 2), '{a} {b}'.format(a=1, b=2), '{0[1]}'.format([1, 2]), '{0.real}'.format(5), '{:>5}'.format('x'), '{!r}'.format('x'), '{0!s:^5}|'.format('x'), '{{}}'.format(), '{{{0}}}'.format(5)))
show(lambda: ('{:{}}'.format('x', 5), '{:{w}.{p}f}'.format(3.14159, w=10, p=2), '{0:{1}}'.format(5, '>4'), '{a[k]}'.format(a={'k': 1}), '{a[0][x]}'.format(a=[{'x': 9}]), '{0[-1]}'.format({'-1': 'neg'})))
show(lambda: (repr('a'), repr("it's"), repr('say "hi"'), repr('both \' and "'), repr('a\nb\t\\'), repr('\x00\x7f\x80\xa0é'), repr('\u200b你\U0001f600'), repr('\ud800'), repr('\xad'), repr('\u2028'), repr('\U000e0001'), ascii('é你\U0001f600'), ascii("it's"), repr('')))
show(lambda: (b'abc', b'\x00\xff', b"it's", b'"\'', b'\n\t\r\\', bytearray(b'abc'), bytes([1, 2, 255]), bytes(3), bytes('é', 'utf-8'), bytes(b'x'), bytes(bytearray(b'x')), bytes(range(5)), bytes((1, 2)), bytes(), bytearray(), bytearray(3), bytearray([1, 2]), bytearray('é', 'utf-8'), bytes(I(2)), bytes([I(5)])))
show(lambda: (stmts("b = bytearray(b'abc'); b.append(100); b.extend([101, 102]); b.extend(b'xy'); b.insert(0, 65); b.insert(-1, 66); r = (bytes(b), b.pop(), b.pop(0), bytes(b)); b.reverse(); b.remove(98); r += (bytes(b),)")))
show(lambda: (stmts("b = bytearray(b'abcdef'); b[0] = 65; b[1:3] = b'XYZ'; b[-1:] = []; r = [bytes(b)]; b[::2] = b'123'; r.append(bytes(b)); del b[0]; r.append(bytes(b)); del b[::2]; r.append(bytes(b)); del b[:]; r.append(bytes(b))")))
show(lambda: (stmts("class C:\n  def __iadd__(self, o): return NotImplemented\n  def __add__(self, o): return 'added'\nx = C(); x += 1; r = x")))
show(lambda: (stmts("class C:\n  def __add__(self, o): return NotImplemented\nx = C() + 1")))
show(lambda: (stmts("class C: pass\nx = C() < C()")))
show(lambda: (stmts("class C: pass\nC() + 1")))
show(lambda: (stmts("class C:\n  __add__ = None\nC() + 1")))
show(lambda: (stmts("class C:\n  def __eq__(self, o): return 5\nr = (C() == 1, C() != 1)")))
show(lambda: (stmts("class C:\n  def __bool__(self): return 'x'\nr = not C()")))
show(lambda: (stmts("class C:\n  def __index__(self): return 'x'\nr = [1][C()]")))
show(lambda: (stmts("class C:\n  def __float__(self): return 'x'\nr = float(C())")))
show(lambda: (stmts("class C:\n  def __int__(self): return 'x'\nr = int(C())")))
show(lambda: (stmts("class C:\n  def __lt__(self, o): return NotImplemented\n  def __gt__(self, o): return 'refl'\nr = C() < C()")))
show(lambda: (stmts("class P:\n  def __add__(s, o): return 'P.add'\n  def __radd__(s, o): return 'P.radd'\nclass Q(P):\n  pass\nclass R(P):\n  def __radd__(s, o): return 'R.radd'\nr = (P() + Q(), P() + R(), R() + P(), P() + P())")))
show(lambda: (stmts("class P:\n  def __eq__(s, o): return 'P'\nclass Q(P):\n  def __eq__(s, o): return 'Q'\nr = (P() == Q(), Q() == P())")))
show(lambda: (list.append(5, 1)))
show(lambda: (281474976710655 + 1, -281474976710656 - 1, 281474976710656 - 1, 281474976710655 * 2, -281474976710656 * -1, -(-281474976710656), abs(-281474976710656), ~(-281474976710656), 140737488355328 << 1, 281474976710655 << 1))
# expect-output:
# ValueError: byte must be in range(0, 256)
# TypeError: 'str' object cannot be interpreted as an integer
# (3, 2)
# ValueError: cannot convert NaN to integer ratio
# OverflowError: cannot convert Infinity to integer ratio
# "'é' '\\xe9' é"
# TypeError: unsupported operand type(s) for +: 'I' and 'int'
# 30
# 'abab'
# 2.5
# '2.50'
# '7'
# 'ff'
# 5
# 5.0
# ('add', 1)
# ('radd', 1)
# TypeError: unsupported operand type(s) for *: 'A' and 'int'
# ('rmul', 2)
# 'neg'
# TypeError: bad operand type for unary +: 'A'
# TypeError: bad operand type for unary ~: 'A'
# 'lt'
# 'lt'
# False
# True
# False
# False
# 'lt'
# TypeError: '>=' not supported between instances of 'A' and 'int'
# TypeError: not all arguments converted during string formatting
# 'mod'
# TypeError: unsupported operand type(s) for //: 'A' and 'int'
# ('pow', 2, None)
# ('pow', 2, 3)
# 'dm'
# TypeError: unsupported operand type(s) for divmod(): 'int' and 'A'
# '@'
# TypeError: unsupported operand type(s) for @: 'int' and 'A'
# 'fmt<>10>'
# ((7, 1), (3, 4), (-5, 2), 1, 1)
# (2, 10000000000000000, 10000000000000000000000, 2.0, nan, inf)
# (5, 5.5, 1, 100000000000000000000, 0.0)
# ('1 2', '2 1', '1 2', '2', '5', '    x', "'x'", '  x  |', '{}', '{5}')
# ('x    ', '      3.14', '   5', '1', '9', 'neg')
# ("'a'", '"it\'s"', '\'say "hi"\'', '\'both \\\' and "\'', "'a\\nb\\t\\\\'", "'\\x00\\x7f\\x80\\xa0é'", "'\\u200b你😀'", "'\\ud800'", "'\\xad'", "'\\u2028'", "'\\U000e0001'", "'\\xe9\\u4f60\\U0001f600'", '"it\'s"', "''")
# (b'abc', b'\x00\xff', b"it's", b'"\'', b'\n\t\r\\', bytearray(b'abc'), b'\x01\x02\xff', b'\x00\x00\x00', b'\xc3\xa9', b'x', b'x', b'\x00\x01\x02\x03\x04', b'\x01\x02', b'', bytearray(b''), bytearray(b'\x00\x00\x00'), bytearray(b'\x01\x02'), bytearray(b'\xc3\xa9'), b'\x00\x00', b'\x05')
# (b'AabcdefxBy', 121, 65, b'abcdefxB', b'Bxfedca')
# [b'AXYZde', b'1X2Z3e', b'X2Z3e', b'23', b'']
# 'added'
# TypeError: unsupported operand type(s) for +: 'C' and 'int'
# TypeError: '<' not supported between instances of 'C' and 'C'
# TypeError: unsupported operand type(s) for +: 'C' and 'int'
# TypeError: 'NoneType' object is not callable
# (5, False)
# TypeError: __bool__ should return bool, returned str
# TypeError: __index__ returned non-int (type str)
# TypeError: C.__float__ returned non-float (type str)
# TypeError: __int__ returned non-int (type str)
# 'refl'
# ('P.add', 'R.radd', 'P.add', 'P.add')
# ('Q', 'Q')
# TypeError: descriptor 'append' for 'list' objects doesn't apply to a 'int' object
# (281474976710656, -281474976710657, 281474976710655, 562949953421310, 281474976710656, 281474976710656, 281474976710656, 281474976710655, 281474976710656, 562949953421310)
