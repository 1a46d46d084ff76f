# json.encoder - objects to text. The work is native (_json.encode).

from _json import encode as _encode

__all__ = ['JSONEncoder']


class JSONEncoder:
    item_separator = ', '
    key_separator = ': '

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True,
                 sort_keys=False, indent=None, separators=None, default=None):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ','
        if default is not None:
            self.default = default

    def default(self, o):
        raise TypeError(f'Object of type {o.__class__.__name__} is not JSON serializable')

    def encode(self, o):
        indent = self.indent
        if indent is not None and not isinstance(indent, str):
            indent = ' ' * indent
        return _encode(o, bool(self.skipkeys), bool(self.ensure_ascii), bool(self.check_circular),
                       bool(self.allow_nan), indent, self.item_separator, self.key_separator,
                       self.default, bool(self.sort_keys))

    def iterencode(self, o, _one_shot=False):
        yield self.encode(o)
