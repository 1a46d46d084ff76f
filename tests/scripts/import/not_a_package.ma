# Which library modules are packages.
for name in ('json.nothing', 'math.x', 'asyncio.x', 'collections.abc.x', 'os.path.x', 'functools.x', 'sys.x'):
    try:
        __import__(name)
    except ModuleNotFoundError as error:
        print(error)
import json.decoder
import json.encoder
import os.path
print(json.decoder.JSONDecodeError.__module__, json.encoder.JSONEncoder is json.JSONEncoder, os.path.__name__)
try:
    json.loads('{')
except json.decoder.JSONDecodeError as error:
    print(repr(error))

# expect-output:
# No module named 'json.nothing'
# No module named 'math.x'; 'math' is not a package
# No module named 'asyncio.x'
# No module named 'collections.abc.x'; 'collections.abc' is not a package
# No module named 'os.path.x'; 'os.path' is not a package
# No module named 'functools.x'; 'functools' is not a package
# No module named 'sys.x'; 'sys' is not a package
# json.decoder True posixpath
# JSONDecodeError('Expecting property name enclosed in double quotes: line 1 column 2 (char 1)')
