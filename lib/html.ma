# html - escape and unescape. Of the names of characters unescape() knows the usual ones.

import re

__all__ = ['escape', 'unescape']


def escape(s, quote=True):
    s = s.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')
    return s.replace('"', '&quot;').replace("'", '&#x27;') if quote else s


_NAMES = {'lt': '<', 'gt': '>', 'amp': '&', 'quot': '"', 'apos': "'", 'nbsp': '\xa0', 'copy': '©', 'reg': '®',
          'trade': '™', 'hellip': '…', 'mdash': '—', 'ndash': '–', 'lsquo': '‘', 'rsquo': '’', 'ldquo': '“',
          'rdquo': '”', 'bull': '•', 'middot': '·', 'euro': '€', 'pound': '£', 'yen': '¥', 'cent': '¢',
          'sect': '§', 'para': '¶', 'deg': '°', 'plusmn': '±', 'times': '×', 'divide': '÷', 'frac12': '½',
          'laquo': '«', 'raquo': '»', 'larr': '←', 'uarr': '↑', 'rarr': '→', 'darr': '↓', 'auml': 'ä',
          'ouml': 'ö', 'uuml': 'ü', 'Auml': 'Ä', 'Ouml': 'Ö', 'Uuml': 'Ü', 'szlig': 'ß', 'eacute': 'é',
          'egrave': 'è', 'agrave': 'à', 'ccedil': 'ç', 'ntilde': 'ñ'}
_REFERENCE = re.compile(r'&(#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\t\n\f <&#;]{1,32};?)')
_BARE = {'lt', 'gt', 'amp', 'quot', 'copy', 'reg', 'nbsp'}


def _character(match):
    text = match[1]
    if text[0] == '#':
        number = int(text[2:].rstrip(';'), 16) if text[1] in 'xX' else int(text[1:].rstrip(';'))
        if 0xD800 <= number <= 0xDFFF or number > 0x10FFFF or number == 0:
            return '\ufffd'
        return chr(number)
    if text[-1] == ';':
        return _NAMES.get(text[:-1], match[0])
    for end in range(len(text), 1, -1):
        if text[:end] in _BARE:
            return _NAMES[text[:end]] + text[end:]
    return match[0]


def unescape(s):
    return _REFERENCE.sub(_character, s) if '&' in s else s
