"""import_module(): an import whose name is computed."""
import sys

__all__ = ['import_module', 'invalidate_caches']


def import_module(name, package=None):
    """The module of that name; a name that begins with dots is relative to `package`."""
    if name.startswith('.'):
        if not package:
            raise TypeError("the 'package' argument is required to perform a relative import for "
                            f"{name!r}")
        level = len(name) - len(name.lstrip('.'))
        parts = package.rsplit('.', level - 1)
        if len(parts) < level:
            raise ImportError('attempted relative import beyond top-level package')
        rest = name[level:]
        name = f'{parts[0]}.{rest}' if rest else parts[0]
    __import__(name, {})  # as the caller's own import: files beside the script come first
    return sys.modules[name]


def invalidate_caches():
    pass
