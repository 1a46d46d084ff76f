# args, str, repr, OSError fields, the tree.
print(str(ValueError()), str(ValueError('a')), str(ValueError('a', 1)), repr(ValueError('a', 1)), repr(KeyError('k')), str(KeyError('k')), ValueError(1).args)
e = OSError(2, 'No such file', 'name')
print(e, e.errno, e.strerror, e.filename, type(e).__name__, repr(e), OSError('x'))
print(issubclass(KeyError, LookupError), issubclass(ZeroDivisionError, ArithmeticError), issubclass(KeyboardInterrupt, Exception), issubclass(FileNotFoundError, OSError), issubclass(UnicodeDecodeError, ValueError), issubclass(ModuleNotFoundError, ImportError), issubclass(RecursionError, RuntimeError), issubclass(TimeoutError, OSError), issubclass(GeneratorExit, Exception), issubclass(NotImplementedError, RuntimeError), IOError is OSError, issubclass(ConnectionResetError, ConnectionError))
s = SystemExit(3); print(s.code, StopIteration(5).value)
i = ImportError('m', name='n', path='p'); print(i.name, i.path, i)
a = AttributeError('x', name='n', obj=1); print(a.name, a.obj)
n = NameError('q', name='q'); print(n.name)
try:
    b'\xff'.decode()
except UnicodeDecodeError as u:
    print(u.encoding, u.object, u.start, u.end, u.reason)
class E(Exception): pass
print(repr(E(1)), E.__mro__[1].__name__, E('x') == E('x'))
class Q(Exception):
    def __str__(self): return 'custom'
print(Q(), repr(Q('a')))
# expect-output:
#  a ('a', 1) ValueError('a', 1) KeyError('k') 'k' (1,)
# [Errno 2] No such file: 'name' 2 No such file name FileNotFoundError FileNotFoundError(2, 'No such file') x
# True True False True True True True True False True True True
# 3 5
# n p m
# n 1
# q
# utf-8 b'\xff' 0 1 invalid start byte
# E(1) Exception False
# custom Q('a')
