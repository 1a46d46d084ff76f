# Many small checks; CPython prints the same.
def t(f, *a, **k):
    try: print(repr(f(*a, **k)))
    except BaseException as e: print(type(e).__name__, e)
import textwrap, pprint, inspect, io, copy, types, collections
s = 'The quick brown fox jumped over the lazy dog. It was not amused by this at-all, really-truly long_word_that_is_very_long_indeed!'
for w in (10, 20, 40): print(textwrap.wrap(s, w)); print(textwrap.fill(s, w, initial_indent='* ', subsequent_indent='  '))
print(textwrap.wrap(s, 15, break_long_words=False), textwrap.wrap(s, 15, break_on_hyphens=False), textwrap.wrap(s, 30, max_lines=2), textwrap.wrap(s, 30, max_lines=2, placeholder='...'), textwrap.shorten(s, 30), textwrap.shorten('a b', 30), textwrap.dedent('''
    a
      b

    c
    '''), textwrap.indent('a\n\nb', '> '), textwrap.indent('a\n\nb', '> ', lambda l: True), textwrap.wrap(''), textwrap.wrap('a\tb  c\nd', 20), textwrap.wrap('a  b', 20, drop_whitespace=False), textwrap.wrap('x.  Y', 20, fix_sentence_endings=True), textwrap.dedent('  a\n b'), textwrap.dedent('\ta\n  b')); t(lambda: textwrap.wrap('a', 0)); t(lambda: textwrap.shorten('abc def', 3))
d = {'name': 'x' * 30, 'list': list(range(30)), 'nested': {'a': {'b': {'c': [1, 2, {'d': 'e' * 40}]}}}, 'tuple': (1,), 'set': {3, 1, 2}, 'str': 'word ' * 30, 'bytes': b'ab' * 50, 'empty': [{}, [], (), set()], 5: None}
pprint.pprint(d); pprint.pprint(d, width=40, indent=2); pprint.pprint(d, depth=2); pprint.pprint(d, compact=True, sort_dicts=False); print(pprint.pformat([1] * 3)); pprint.pp({'b': 1, 'a': 2}); pprint.pprint(collections.OrderedDict(a=1, b=2)); pprint.pprint(collections.defaultdict(int, {'k' * 40: 1, 'j' * 40: 2})); pprint.pprint(collections.Counter('aabbb')); pprint.pprint(collections.deque(range(40))); pprint.pprint(types.SimpleNamespace(a=1, b='x' * 80)); pprint.pprint([['a' * 20] * 3] * 3); l = [1]; l.append(l); print(pprint.saferepr({'b': 1, 'a': 2}), pprint.isreadable([1]), pprint.isrecursive(l))
from dataclasses import dataclass, field
@dataclass
class DC: a: int; b: list = field(default_factory=list); c: str = 'c' * 60
pprint.pprint(DC(1, list(range(25)))); pprint.pprint([DC(1)]); pprint.pprint('a b c ' * 30, width=30); pprint.pprint(123456789, underscore_numbers=True); pprint.pprint(frozenset(range(40))); pprint.pprint(('a' * 50, 'b' * 50)); pprint.pprint({1: {2: {3: 4}}}, width=5)
def f(a, b: int = 2, /, c=3, *args, d, e: str = 'x', **kw) -> float:
    """Doc line.

    More indented.
    """
    return 1
sig = inspect.signature(f); print(sig, list(sig.parameters), sig.return_annotation, sig.parameters['b'].default, sig.parameters['b'].annotation, sig.parameters['d'].kind, sig.parameters['a'], repr(sig.parameters['b']), sig.bind(1, 2, d=3), sig.bind(1, 2, d=3).arguments, sig.bind_partial(1).args); t(lambda: sig.bind(1)); t(lambda: sig.bind(1, d=1, zz=3).kwargs); t(lambda: sig.bind()); b = sig.bind(1, d=2); b.apply_defaults(); print(b.arguments, b.args, b.kwargs)
print(inspect.getdoc(f), inspect.isfunction(f), inspect.isgeneratorfunction(f), inspect.iscoroutinefunction(f), inspect.isclass(int), inspect.ismethod(f), inspect.isbuiltin(len), inspect.ismodule(inspect), inspect.getmodule(f).__name__, inspect.getsource(f)[:10], inspect.getsourcelines(f)[1], inspect.cleandoc('  a\n    b\n   c'), inspect.isabstract(int), inspect.getmro(bool), inspect.currentframe().f_lineno, inspect.stack()[0].function, inspect.unwrap(f) is f, inspect.Parameter.empty, inspect.signature(lambda x, *, y=1: 0), inspect.signature(int.__add__) if 0 else '', inspect.signature(print), inspect.signature(len), inspect.signature(sorted))
class A:
    x = 1
    def m(self, a): 'mdoc'
    @classmethod
    def c(cls, b): pass
    @staticmethod
    def s(d): pass
    @property
    def p(self): return 1
    async def co(self): pass
    def g(self): yield
print(inspect.signature(A), inspect.signature(A.m), inspect.signature(A().m), inspect.signature(A.c), inspect.signature(A.s), [n for n, v in inspect.getmembers(A) if not n.startswith('__')], [n for n, v in inspect.getmembers(A, inspect.isfunction)], inspect.iscoroutinefunction(A.co), inspect.isgeneratorfunction(A.g), inspect.ismethod(A().m), inspect.getattr_static(A, 'p'), inspect.classify_class_attrs(A)[0].name if 0 else '', inspect.isdatadescriptor(A.p), inspect.isroutine(A.m), inspect.getmembers(A(), inspect.ismethod)[0][0]); t(lambda: inspect.signature(5)); t(lambda: inspect.getsource(len)); t(lambda: inspect.getdoc(A.m))
g = A().g(); print(inspect.getgeneratorstate(g)); next(g); print(inspect.getgeneratorstate(g)); g.close(); print(inspect.getgeneratorstate(g), 1); co = A().co(); print(inspect.getcoroutinestate(co), inspect.isawaitable(co), inspect.iscoroutine(co)); co.close(); print(inspect.getcoroutinestate(co))
o = io.StringIO('a\nb\nc'); print(o.readline(), o.read(1), o.tell(), o.seek(0), o.readlines(), o.read(), o.write('d'), o.getvalue(), o.closed, o.readable(), o.truncate(2), o.getvalue()); o.close(); t(lambda: o.read()); b = io.BytesIO(b'abc'); print(b.read(2), b.getvalue(), b.write(b'XY'), b.getvalue(), b.seek(-1, 2), b.read(), b.getbuffer()[:1].tobytes() if 0 else ''); t(lambda: io.StringIO(b'x')); t(lambda: io.BytesIO('x')); t(lambda: io.StringIO().write(5)); print([l for l in io.StringIO('x\ny\n')], io.StringIO('a\r\nb', newline=None).read() if 1 else '', isinstance(o, io.TextIOBase), io.SEEK_END)
c = copy.deepcopy({'a': [1, {2}], 'b': (1, [2])}); print(c, copy.copy([1, [2]])); ns = types.SimpleNamespace(a=1); ns.b = 2; print(ns, ns == types.SimpleNamespace(a=1, b=2), vars(ns)); m = types.ModuleType('mm', 'docs'); m.x = 1; print(m, m.__doc__, m.x, types.MappingProxyType({'a': 1}), types.FunctionType, types.MethodType(lambda s: s, 5)(), types.NoneType, types.GeneratorType, types.CoroutineType.__name__); t(lambda: types.MappingProxyType({})['x']); 
def s(): types.MappingProxyType({})['x'] = 1
t(s)
# expect-output:
# ['The quick', 'brown fox', 'jumped', 'over the', 'lazy dog.', 'It was not', 'amused by', 'this at-', 'all,', 'really-', 'truly long', '_word_that', '_is_very_l', 'ong_indeed', '!']
# * The
#   quick
#   brown
#   fox
#   jumped
#   over the
#   lazy
#   dog. It
#   was not
#   amused
#   by this
#   at-all,
#   really-
#   truly lo
#   ng_word_
#   that_is_
#   very_lon
#   g_indeed
#   !
# ['The quick brown fox', 'jumped over the lazy', 'dog. It was not', 'amused by this at-', 'all, really-truly lo', 'ng_word_that_is_very', '_long_indeed!']
# * The quick brown
#   fox jumped over
#   the lazy dog. It
#   was not amused by
#   this at-all,
#   really-truly long_
#   word_that_is_very_
#   long_indeed!
# ['The quick brown fox jumped over the lazy', 'dog. It was not amused by this at-all,', 'really-truly', 'long_word_that_is_very_long_indeed!']
# * The quick brown fox jumped over the
#   lazy dog. It was not amused by this
#   at-all, really-truly
#   long_word_that_is_very_long_indeed!
# ['The quick brown', 'fox jumped over', 'the lazy dog.', 'It was not', 'amused by this', 'at-all, really-', 'truly', 'long_word_that_is_very_long_indeed!'] ['The quick brown', 'fox jumped over', 'the lazy dog.', 'It was not', 'amused by this', 'at-all,', 'really-truly lo', 'ng_word_that_is', '_very_long_inde', 'ed!'] ['The quick brown fox jumped', 'over the lazy dog. It [...]'] ['The quick brown fox jumped', 'over the lazy dog. It was...'] The quick brown fox [...] a b 
# a
#   b
#
# c
#  > a
#
# > b > a
# > 
# > b [] ['a       b  c d'] ['a  b'] ['x.  Y']  a
# b 	a
#   b
# ValueError invalid width 0 (must be > 0)
# ValueError placeholder too large for max width
# {5: None,
#  'bytes': b'abababababababababababababababababababababababababababababababab'
#           b'abababababababababababababababababab',
#  'empty': [{}, [], (), set()],
#  'list': [0,
#           1,
#           2,
#           3,
#           4,
#           5,
#           6,
#           7,
#           8,
#           9,
#           10,
#           11,
#           12,
#           13,
#           14,
#           15,
#           16,
#           17,
#           18,
#           19,
#           20,
#           21,
#           22,
#           23,
#           24,
#           25,
#           26,
#           27,
#           28,
#           29],
#  'name': 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
#  'nested': {'a': {'b': {'c': [1,
#                               2,
#                               {'d': 'eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee'}]}}},
#  'set': {1, 2, 3},
#  'str': 'word word word word word word word word word word word word word word '
#         'word word word word word word word word word word word word word word '
#         'word word ',
#  'tuple': (1,)}
# { 5: None,
#   'bytes': b'abababababababababababab'
#            b'abababababababababababab'
#            b'abababababababababababab'
#            b'abababababababababababab'
#            b'abab',
#   'empty': [{}, [], (), set()],
#   'list': [ 0,
#             1,
#             2,
#             3,
#             4,
#             5,
#             6,
#             7,
#             8,
#             9,
#             10,
#             11,
#             12,
#             13,
#             14,
#             15,
#             16,
#             17,
#             18,
#             19,
#             20,
#             21,
#             22,
#             23,
#             24,
#             25,
#             26,
#             27,
#             28,
#             29],
#   'name': 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
#   'nested': { 'a': { 'b': { 'c': [ 1,
#                                    2,
#                                    { 'd': 'eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee'}]}}},
#   'set': {1, 2, 3},
#   'str': 'word word word word word '
#          'word word word word word '
#          'word word word word word '
#          'word word word word word '
#          'word word word word word '
#          'word word word word word ',
#   'tuple': (1,)}
# {5: None,
#  'bytes': b'abababababababababababababababababababababababababababababababab'
#           b'abababababababababababababababababab',
#  'empty': [{}, [], (), set()],
#  'list': [0,
#           1,
#           2,
#           3,
#           4,
#           5,
#           6,
#           7,
#           8,
#           9,
#           10,
#           11,
#           12,
#           13,
#           14,
#           15,
#           16,
#           17,
#           18,
#           19,
#           20,
#           21,
#           22,
#           23,
#           24,
#           25,
#           26,
#           27,
#           28,
#           29],
#  'name': 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
#  'nested': {'a': {...}},
#  'set': {1, 2, 3},
#  'str': 'word word word word word word word word word word word word word word '
#         'word word word word word word word word word word word word word word '
#         'word word ',
#  'tuple': (1,)}
# {'name': 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
#  'list': [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19,
#           20, 21, 22, 23, 24, 25, 26, 27, 28, 29],
#  'nested': {'a': {'b': {'c': [1, 2,
#                               {'d': 'eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee'}]}}},
#  'tuple': (1,),
#  'set': {1, 2, 3},
#  'str': 'word word word word word word word word word word word word word word '
#         'word word word word word word word word word word word word word word '
#         'word word ',
#  'bytes': b'abababababababababababababababababababababababababababababababab'
#           b'abababababababababababababababababab',
#  'empty': [{}, [], (), set()],
#  5: None}
# [1, 1, 1]
# {'b': 1, 'a': 2}
# OrderedDict({'a': 1, 'b': 2})
# defaultdict(<class 'int'>,
#             {'jjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjj': 2,
#              'kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk': 1})
# Counter({'b': 3, 'a': 2})
# deque([0,
#        1,
#        2,
#        3,
#        4,
#        5,
#        6,
#        7,
#        8,
#        9,
#        10,
#        11,
#        12,
#        13,
#        14,
#        15,
#        16,
#        17,
#        18,
#        19,
#        20,
#        21,
#        22,
#        23,
#        24,
#        25,
#        26,
#        27,
#        28,
#        29,
#        30,
#        31,
#        32,
#        33,
#        34,
#        35,
#        36,
#        37,
#        38,
#        39])
# namespace(a=1,
#           b='xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx')
# [['aaaaaaaaaaaaaaaaaaaa', 'aaaaaaaaaaaaaaaaaaaa', 'aaaaaaaaaaaaaaaaaaaa'],
#  ['aaaaaaaaaaaaaaaaaaaa', 'aaaaaaaaaaaaaaaaaaaa', 'aaaaaaaaaaaaaaaaaaaa'],
#  ['aaaaaaaaaaaaaaaaaaaa', 'aaaaaaaaaaaaaaaaaaaa', 'aaaaaaaaaaaaaaaaaaaa']]
# {'a': 2, 'b': 1} True True
# DC(a=1,
#    b=[0,
#       1,
#       2,
#       3,
#       4,
#       5,
#       6,
#       7,
#       8,
#       9,
#       10,
#       11,
#       12,
#       13,
#       14,
#       15,
#       16,
#       17,
#       18,
#       19,
#       20,
#       21,
#       22,
#       23,
#       24],
#    c='cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc')
# [DC(a=1,
#     b=[],
#     c='cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc')]
# ('a b c a b c a b c a b c a '
#  'b c a b c a b c a b c a b '
#  'c a b c a b c a b c a b c '
#  'a b c a b c a b c a b c a '
#  'b c a b c a b c a b c a b '
#  'c a b c a b c a b c a b c '
#  'a b c a b c a b c a b c ')
# 123_456_789
# frozenset({0,
#            1,
#            2,
#            3,
#            4,
#            5,
#            6,
#            7,
#            8,
#            9,
#            10,
#            11,
#            12,
#            13,
#            14,
#            15,
#            16,
#            17,
#            18,
#            19,
#            20,
#            21,
#            22,
#            23,
#            24,
#            25,
#            26,
#            27,
#            28,
#            29,
#            30,
#            31,
#            32,
#            33,
#            34,
#            35,
#            36,
#            37,
#            38,
#            39})
# ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
#  'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb')
# {1: {2: {3: 4}}}
# (a, b: int = 2, /, c=3, *args, d, e: str = 'x', **kw) -> float ['a', 'b', 'c', 'args', 'd', 'e', 'kw'] <class 'float'> 2 <class 'int'> KEYWORD_ONLY a <Parameter "b: int = 2"> <BoundArguments (a=1, b=2, d=3)> {'a': 1, 'b': 2, 'd': 3} (1,)
# TypeError missing a required argument: 'd'
# {'d': 1, 'zz': 3}
# TypeError missing a required argument: 'a'
# {'a': 1, 'b': 2, 'c': 3, 'args': (), 'd': 2, 'e': 'x', 'kw': {}} (1, 2, 3) {'d': 2, 'e': 'x'}
# Doc line.
#
# More indented. True False False True False True True __main__ def f(a, b 20 a
#  b
# c False (<class 'bool'>, <class 'int'>, <class 'object'>) 27 <module> True <class 'inspect._empty'> (x, *, y=1)  (*args, sep=' ', end='\n', file=None, flush=False) (obj, /) (iterable, /, *, key=None, reverse=False)
# () (self, a) (a) (b) (d) ['c', 'co', 'g', 'm', 'p', 's', 'x'] ['co', 'g', 'm', 's'] True True True <property object at 0x7f7a512f2d90>  True True c
# TypeError 5 is not a callable object
# TypeError module, class, method, function, traceback, frame, or code object was expected, got builtin_function_or_method
# 'mdoc'
# GEN_CREATED
# GEN_SUSPENDED
# GEN_CLOSED 1
# CORO_CREATED True True
# CORO_CLOSED
# a
#  b 3 0 ['a\n', 'b\n', 'c']  1 a
# b
# cd False True 2 a
#
# ValueError I/O operation on closed file
# b'ab' b'abc' 2 b'abXY' 3 b'Y' 
# TypeError initial_value must be str or None, not bytes
# TypeError a bytes-like object is required, not 'str'
# TypeError string argument expected, got 'int'
# ['x\n', 'y\n'] a
# b True 2
# {'a': [1, {2}], 'b': (1, [2])} [1, [2]]
# namespace(a=1, b=2) True {'a': 1, 'b': 2}
# <module 'mm'> docs 1 {'a': 1} <class 'function'> 5 <class 'NoneType'> <class 'generator'> coroutine
# KeyError 'x'
# TypeError 'mappingproxy' object does not support item assignment
