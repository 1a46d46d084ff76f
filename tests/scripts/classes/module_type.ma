# type(module) is types.ModuleType: made by hand, subclassed; an attribute `stdout` of another module is none of sys.
import builtins, math, sys, types

print(type(builtins), type(math) is type(sys) is types.ModuleType)
math.stdout = None
print('print still writes')
m = types.ModuleType('m', 'its doc')
print(m, m.__doc__, m.__dict__)
for wrong in (lambda: types.ModuleType(), lambda: types.ModuleType(1), lambda: m.zip, lambda: sys.zip):
    try:
        wrong()
    except (TypeError, AttributeError) as error:
        print(error)

class Lazy(types.ModuleType):
    def __getattr__(self, name):
        if name.startswith('__'):
            raise AttributeError(name)
        return 'made ' + name

    @property
    def fixed(self):
        return 'a property'

lazy = Lazy('lazy')
print(lazy, lazy.x, lazy.fixed, isinstance(lazy, types.ModuleType))
m.__class__ = Lazy
print(m.y, m.fixed, type(m).__name__)
sys.modules['lazy'] = lazy
from lazy import anything
print(anything)
nameless = types.ModuleType.__new__(types.ModuleType)
print(nameless)
try:
    nameless.x
except AttributeError as error:
    print(error)
out = sys.stdout
sys.stdout = None
print('nobody reads this')
sys.stdout = out
print('back')

# expect-output:
# <class 'module'> True
# print still writes
# <module 'm'> its doc {'__name__': 'm', '__doc__': 'its doc', '__package__': None, '__loader__': None, '__spec__': None}
# module() missing required argument 'name' (pos 1)
# module() argument 'name' must be str, not int
# module 'm' has no attribute 'zip'
# module 'sys' has no attribute 'zip'
# <module 'lazy'> made x a property True
# made y a property Lazy
# made anything
# <module '?'>
# module has no attribute 'x'
# back
