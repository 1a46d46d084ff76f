# fnmatch - names that fit a pattern of the shell: * ? [abc] [!abc].

import os
import re

__all__ = ['filter', 'fnmatch', 'fnmatchcase', 'translate']


def _translated(pat):
    out, i = [], 0
    while i < len(pat):
        c = pat[i]
        i += 1
        if c == '*':
            if not out or out[-1] != '.*':
                out.append('.*')
        elif c == '?':
            out.append('.')
        elif c == '[':
            end = i + (pat[i:i + 1] == '!')
            end = pat.find(']', end + 1)
            if end < 0:
                out.append(r'\[')
            else:
                inside = pat[i:end].replace('\\', r'\\')
                i = end + 1
                out.append(f'[^{inside[1:]}]' if inside[0] == '!' else f'[{inside}]')
        else:
            out.append(re.escape(c))
    return ''.join(out)


def translate(pat):
    return rf'(?s:{_translated(pat)})\Z'


def fnmatchcase(name, pat):
    return re.match(translate(pat), name) is not None


def fnmatch(name, pat):
    return fnmatchcase(os.path.normcase(name), os.path.normcase(pat))


def filter(names, pat):
    match = re.compile(translate(pat)).match
    return [name for name in names if match(name)]
