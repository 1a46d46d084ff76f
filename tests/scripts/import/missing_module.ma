# ModuleNotFoundError and ImportError.
try:
    import no_such_module_here
except ModuleNotFoundError as e:
    print(e.name, str(e).split('\n')[0])
try:
    import helper_pkg.nothing
except ModuleNotFoundError as e:
    print(str(e).split('\n')[0])
try:
    from helper_pkg import nothing
except ImportError as e:
    print(str(e).split(' (')[0])
try:
    import helper_mod.x
except ModuleNotFoundError as e:
    print(str(e).split('\n')[0])
try:
    from . import x
except ImportError as e:
    print(e)
try:
    import broken_mod
except ZeroDivisionError:
    print('its error comes through')
import sys
print('broken_mod' in sys.modules)
# expect-output:
# no_such_module_here No module named 'no_such_module_here'
# No module named 'helper_pkg.nothing'
# cannot import name 'nothing' from 'helper_pkg'
# helper_mod runs once
# No module named 'helper_mod.x'; 'helper_mod' is not a package
# attempted relative import with no known parent package
# its error comes through
# False
