# A file beside the script comes before the library's module of that name, and the error says so.
import sys
import statistics
print(statistics.here)              # expect: beside the script
folder = statistics.__file__.removesuffix('statistics.py')
try:
    statistics.mean
except AttributeError as e:
    # expect: module 'statistics' has no attribute 'mean' (consider renaming 'statistics.py' since it has the same name as the standard library module named 'statistics' and the import system gives it precedence)
    print(str(e).replace(folder, ''))
try:
    import textwrap
except AttributeError as e:
    # expect: module 'textwrap' has no attribute 'dedent' (consider renaming 'textwrap.py' since it has the same name as the standard library module named 'textwrap' and the import system gives it precedence)
    print(str(e).replace(folder, ''))
print('textwrap' in sys.modules)    # expect: False

import statistics as again
print(again is statistics)          # expect: True
try:
    import statistics.parts
except ModuleNotFoundError as e:
    print(e)                        # expect: No module named 'statistics.parts'; 'statistics' is not a package
