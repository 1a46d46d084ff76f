# _help - what help(x) prints: how it is called, what it is for, what it has. No pager, no more than fits in the mind.

import inspect
import sys

WIDTH = 78


def show(subject, modules):
    if subject == 'modules' and isinstance(subject, str):
        print('Modules of miniasync (import NAME):')
        print_columns(sorted({name for name in (*modules, *sys.builtin_module_names) if name[0] != '_' and '.' not in name}))
    elif isinstance(subject, str):
        found, value = look_up(subject)
        if found:
            describe(value)
        else:
            print(f"Nothing is known about {subject!r}. help('modules') lists the modules; help(x) tells of a value.")
    else:
        describe(subject)


def look_up(path):
    """A dotted name: of a builtin, of __main__, of a module that is imported."""
    first, *rest = path.split('.')
    for space in (vars(sys.modules['__main__']), vars(sys.modules['builtins']), sys.modules):
        if first in space:
            value = space[first]
            for name in rest:
                if not hasattr(value, name):
                    return False, None
                value = getattr(value, name)
            return True, value
    return False, None


def describe(subject):
    if inspect.ismodule(subject):
        describe_module(subject)
    elif inspect.isclass(subject):
        describe_class(subject)
    elif inspect.isroutine(subject):
        print(heading(subject))
        print_doc(subject)
    else:
        kind = type(subject)
        print(f'{brief(subject)} is of class {kind.__name__}')
        print()
        describe_class(kind)


def brief(subject):
    try:
        text = repr(subject)
    except Exception:
        text = object.__repr__(subject)
    return text if len(text) <= WIDTH else text[:WIDTH - 3] + '...'


def heading(function, name=None):
    """`async load(name, timeout=1.0)`"""
    name = name or getattr(function, '__name__', '?')
    try:
        called = str(inspect.signature(function))
    except (ValueError, TypeError):
        called = '(...)'
    return ('async ' if inspect.iscoroutinefunction(function) else '') + name + called


def print_doc(subject):
    doc = inspect.getdoc(subject)
    for line in doc.split('\n') if doc else ():
        print(('    ' + line).rstrip())


def describe_class(cls):
    bases = ', '.join(base.__name__ for base in cls.__bases__ if base is not object and base.__name__[0] != '_')
    print(f'class {cls.__name__}' + (f'({bases})' if bases else ''))
    print_doc(cls)
    names = [name for name in dir(cls) if not name.startswith('_') or name == '__init__']
    methods = [name for name in names if inspect.isfunction(inspect.getattr_static(cls, name, None))]
    for name in methods:
        print()
        print('    ' + heading(getattr(cls, name), name))
        doc = inspect.getdoc(getattr(cls, name))
        if doc:
            print('        ' + doc.split('\n')[0])
    others = [name for name in names if name not in methods and name != '__init__']
    if others:
        print()
        print_columns(others)


def describe_module(module):
    print(f'module {module.__name__}')
    print_doc(module)
    names = getattr(module, '__all__', None) or [name for name in dir(module) if not name.startswith('_')]
    print_columns(sorted(names))


def print_columns(names):
    width = max((len(name) for name in names), default=0) + 2
    across = max(1, (WIDTH - 4) // width)
    rows = -(-len(names) // across)
    for row in range(rows):
        print(('    ' + ''.join(name.ljust(width) for name in names[row::rows])).rstrip())
