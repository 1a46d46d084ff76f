# runpy.ma - miniasync -m MODULE: a module or package found along sys.path, run as __main__.
import os
import sys


def _find(name):
    # The file of a dotted name; for a package its __main__.
    relative = name.replace('.', '/')
    for folder in sys.path:
        base = os.path.join(folder, relative)
        for ending in ('.ma', '.py'):
            if os.path.isfile(base + ending):
                return base + ending, name.rpartition('.')[0]
            if os.path.isfile(base + '/__main__' + ending):
                return base + '/__main__' + ending, name
        if os.path.isdir(base):
            sys.exit(f"{sys.executable}: No module named {name}.__main__; "
                     f"'{name}' is a package and cannot be directly executed")
    return None, None


def run_as_main(name):
    path, package = _find(name)
    if path is None:
        sys.exit(f'{sys.executable}: No module named {name}')
    with open(path, 'rb') as file:
        text = file.read()
    sys.argv[0] = os.path.abspath(path)
    main = sys.modules['__main__'].__dict__
    main['__file__'] = path
    main['__package__'] = package
    if package:
        __import__(package)
    exec(compile(text, path, 'exec'), main)
