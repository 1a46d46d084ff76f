"""Module docstring 模块文档."""
import sys

__version__ = '1.0'
__all__ = ['main']


def main(argv=None) -> int:
    """Entry point."""
    argv = argv if argv is not None else sys.argv[1:]
    print(__doc__, __name__, __version__, argv, main.__doc__, main.__annotations__)
    print(__file__.rsplit('/', 1)[-1].split('.')[0], __name__ == '__main__', sys.version_info >= (3, 8), sys.version_info[0])
    print(sorted(k for k in globals() if not k.startswith('__')))
    return 7


if __name__ == '__main__':
    sys.exit(main())
# expect exit: 7
# expect-output:
# Module docstring 模块文档. __main__ 1.0 [] Entry point. {'return': <class 'int'>}
# main_guard True True 3
# ['main', 'sys']
