# Two bases whose instances keep different things cannot be joined; nor __class__ be changed across them.
def bases(*classes):
    try:
        return [c.__name__ for c in type('X', classes, {}).__mro__[1:3]]
    except TypeError as error:
        return error

for a, b in ((OSError, SyntaxError), (OSError, ValueError), (KeyError, AttributeError), (ImportError, NameError),
             (StopIteration, SystemExit), (ModuleNotFoundError, ImportError), (ValueError, UnicodeDecodeError),
             (UnicodeDecodeError, ValueError), (UnicodeDecodeError, UnicodeEncodeError), (ExceptionGroup, OSError),
             (ExceptionGroup, ValueError), (list, dict), (int, str), (dict, Exception), (list, object)):
    print(a.__name__, b.__name__, bases(a, b))

class A(OSError): pass
class B(ValueError): pass
class C(KeyError): pass
class D(KeyError, AttributeError): pass
class E(AttributeError, KeyError): pass
class F(KeyError): pass

def assign(obj, cls):
    try:
        obj.__class__ = cls
        return type(obj).__name__
    except TypeError as error:
        return error

print(assign(A(), B))
print(assign(B(), C))
print(assign(C(), F))
print(assign(D(), E))
print(assign(D(), C))

# expect-output:
# OSError SyntaxError multiple bases have instance lay-out conflict
# OSError ValueError ['OSError', 'ValueError']
# KeyError AttributeError ['KeyError', 'LookupError']
# ImportError NameError multiple bases have instance lay-out conflict
# StopIteration SystemExit multiple bases have instance lay-out conflict
# ModuleNotFoundError ImportError ['ModuleNotFoundError', 'ImportError']
# ValueError UnicodeDecodeError Cannot create a consistent method resolution order (MRO) for bases ValueError, UnicodeDecodeError
# UnicodeDecodeError ValueError ['UnicodeDecodeError', 'UnicodeError']
# UnicodeDecodeError UnicodeEncodeError multiple bases have instance lay-out conflict
# ExceptionGroup OSError multiple bases have instance lay-out conflict
# ExceptionGroup ValueError ['ExceptionGroup', 'BaseExceptionGroup']
# list dict multiple bases have instance lay-out conflict
# int str multiple bases have instance lay-out conflict
# dict Exception multiple bases have instance lay-out conflict
# list object ['list', 'object']
# __class__ assignment: 'B' object layout differs from 'A'
# __class__ assignment: 'C' object layout differs from 'B'
# F
# E
# __class__ assignment: 'C' object layout differs from 'D'
