# shlex - text cut into words as a shell does, and put together again.

__all__ = ['split', 'join', 'quote']


def split(s, comments=False, posix=True):
    if s is None:
        raise ValueError('s argument must not be None')
    words = []
    word = None         # None: between words
    at = 0
    while at < len(s):
        c = s[at]
        at += 1
        if c in ' \t\r\n':
            if word is not None:
                words.append(word)
            word = None
        elif c == '#' and comments and word is None:
            while at < len(s) and s[at] != '\n':
                at += 1
        elif c in '\'"':
            word = (word or '') + ('' if posix else c)
            while True:
                if at == len(s):
                    raise ValueError('No closing quotation')
                d = s[at]
                at += 1
                if d == c:
                    break
                if d == '\\' and c == '"' and posix:
                    if at == len(s):
                        raise ValueError('No escaped character')
                    if s[at] in '"\\':
                        d = s[at]
                        at += 1
                word += d
            word += '' if posix else c
        elif c == '\\' and posix:
            if at == len(s):
                raise ValueError('No escaped character')
            word = (word or '') + s[at]
            at += 1
        else:
            word = (word or '') + c
    return words if word is None else words + [word]


def quote(s):
    import re
    if not s:
        return "''"
    if re.search(r'[^\w@%+=:,./-]', s, re.ASCII) is None:
        return s
    return "'" + s.replace("'", "'\"'\"'") + "'"


def join(split_command):
    return ' '.join([quote(word) for word in split_command])
