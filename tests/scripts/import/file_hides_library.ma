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
    import secrets
except AttributeError as e:
    # expect: module 'secrets' has no attribute 'token_hex' (consider renaming 'secrets.py' since it has the same name as the standard library module named 'secrets' and the import system gives it precedence)
    print(str(e).replace(folder, ''))
print('secrets' in sys.modules)    # expect: False

import statistics as again
print(again is statistics)          # expect: True
try:
    import statistics.parts
except ModuleNotFoundError as e:
    print(e)                        # expect: No module named 'statistics.parts'; 'statistics' is not a package
