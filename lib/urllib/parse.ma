# urllib.parse - URLs taken apart and put together, and their escapes.

from collections import namedtuple

__all__ = ['urlparse', 'urlunparse', 'urljoin', 'urldefrag', 'urlsplit', 'urlunsplit', 'urlencode', 'parse_qs',
           'parse_qsl', 'quote', 'quote_plus', 'quote_from_bytes', 'unquote', 'unquote_plus',
           'unquote_to_bytes', 'DefragResult', 'ParseResult', 'SplitResult']

uses_relative = ['', 'ftp', 'http', 'gopher', 'nntp', 'imap', 'wais', 'file', 'https', 'shttp', 'mms',
                 'prospero', 'rtsp', 'rtsps', 'rtspu', 'sftp', 'svn', 'svn+ssh', 'ws', 'wss']
uses_netloc = uses_relative + ['telnet', 'snews', 'rsync', 'nfs', 'git', 'git+ssh', 'itms-services']
uses_params = ['', 'ftp', 'hdl', 'prospero', 'http', 'imap', 'https', 'shttp', 'rtsp', 'rtsps', 'rtspu', 'sip',
               'sips', 'mms', 'sftp', 'tel']
_SCHEME = frozenset('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.')


class _Parts:
    # What can be asked of the netloc.
    __slots__ = ()

    def _user(self):
        info, have, _ = self.netloc.rpartition('@')
        if not have:
            return None, None
        user, colon, password = info.partition(':')
        return user, password if colon else None

    username = property(lambda self: self._user()[0])
    password = property(lambda self: self._user()[1])

    def _host(self):
        host = self.netloc.rpartition('@')[2]
        before, bracket, rest = host.partition('[')
        if bracket:
            name, _, port = rest.partition(']')
            port = port.partition(':')[2]
        else:
            name, _, port = host.partition(':')
        return name, port or None

    @property
    def hostname(self):
        name = self._host()[0]
        if not name:
            return None
        name, percent, zone = name.partition('%')
        return name.lower() + percent + zone

    @property
    def port(self):
        port = self._host()[1]
        if port is None:
            return None
        if not (port.isdigit() and port.isascii()):
            raise ValueError(f'Port could not be cast to integer value as {port!r}')
        number = int(port)
        if number > 65535:
            raise ValueError('Port out of range 0-65535')
        return number


class DefragResult(namedtuple('DefragResult', 'url fragment')):
    __slots__ = ()

    def geturl(self):
        return f'{self.url}#{self.fragment}' if self.fragment else self.url


class SplitResult(namedtuple('SplitResult', 'scheme netloc path query fragment'), _Parts):
    __slots__ = ()

    def geturl(self):
        return urlunsplit(self)


class ParseResult(namedtuple('ParseResult', 'scheme netloc path params query fragment'), _Parts):
    __slots__ = ()

    def geturl(self):
        return urlunparse(self)


def _text(*args):
    # bytes are taken as ASCII
    if any([isinstance(a, (bytes, bytearray)) for a in args]):
        if any([isinstance(a, str) and a for a in args]):
            raise TypeError('Cannot mix str and non-str arguments')
        return [a.decode('ascii') if isinstance(a, (bytes, bytearray)) else a for a in args], True
    return list(args), False


def _back(result, as_bytes):
    if not as_bytes:
        return result
    if isinstance(result, str):
        return result.encode('ascii')
    return type(result)(*[part.encode('ascii') for part in result])


def urlsplit(url, scheme='', allow_fragments=True):
    (url, scheme), as_bytes = _text(url, scheme)
    url = url.lstrip(''.join([chr(i) for i in range(33)]))
    for c in '\t\r\n':
        url, scheme = url.replace(c, ''), scheme.replace(c, '')
    netloc = query = fragment = ''
    i = url.find(':')
    if i > 0 and url[0].isascii() and url[0].isalpha() and all([c in _SCHEME for c in url[:i]]):
        scheme, url = url[:i].lower(), url[i + 1:]
    if url[:2] == '//':
        end = min([k for k in (url.find(c, 2) for c in '/?#') if k >= 0], default=len(url))
        netloc, url = url[2:end], url[end:]
        if ('[' in netloc) != (']' in netloc):
            raise ValueError('Invalid IPv6 URL')
    if allow_fragments and '#' in url:
        url, _, fragment = url.partition('#')
    if '?' in url:
        url, _, query = url.partition('?')
    return _back(SplitResult(scheme, netloc, url, query, fragment), as_bytes)


def urlparse(url, scheme='', allow_fragments=True):
    (url, scheme), as_bytes = _text(url, scheme)
    scheme, netloc, path, query, fragment = urlsplit(url, scheme, allow_fragments)
    params = ''
    if scheme in uses_params and ';' in path:
        head, slash, last = path.rpartition('/')
        last, _, params = last.partition(';')
        path = head + slash + last
    return _back(ParseResult(scheme, netloc, path, params, query, fragment), as_bytes)


def urlunparse(components):
    parts, as_bytes = _text(*components)
    scheme, netloc, path, params, query, fragment = parts
    if params:
        path = f'{path};{params}'
    return _back(urlunsplit((scheme, netloc, path, query, fragment)), as_bytes)


def urlunsplit(components):
    parts, as_bytes = _text(*components)
    scheme, netloc, url, query, fragment = parts
    if netloc:
        if url and url[0] != '/':
            url = '/' + url
        url = f'//{netloc}{url}'
    elif url[:2] == '//':
        url = '//' + url
    elif scheme and scheme in uses_netloc and (not url or url[0] == '/'):
        url = '//' + url
    if scheme:
        url = f'{scheme}:{url}'
    if query:
        url = f'{url}?{query}'
    if fragment:
        url = f'{url}#{fragment}'
    return _back(url, as_bytes)


def urljoin(base, url, allow_fragments=True):
    if not base:
        return url
    if not url:
        return base
    (base, url), as_bytes = _text(base, url)
    b = urlparse(base, '', allow_fragments)
    u = urlparse(url, b.scheme, allow_fragments)
    if u.scheme != b.scheme or u.scheme not in uses_relative:
        return _back(url, as_bytes)
    netloc = u.netloc
    if u.scheme in uses_netloc:
        if netloc:
            return _back(urlunparse(u), as_bytes)
        netloc = b.netloc
    if not u.path and not u.params:
        return _back(urlunparse((u.scheme, netloc, b.path, b.params, u.query or b.query, u.fragment)), as_bytes)
    base_parts = b.path.split('/')
    if base_parts[-1] != '':
        del base_parts[-1]
    if u.path[:1] == '/':
        segments = u.path.split('/')
    else:
        segments = base_parts + u.path.split('/')
        segments[1:-1] = [s for s in segments[1:-1] if s]
    done = []
    for segment in segments:
        if segment == '..':
            if done:
                done.pop()
        elif segment != '.':
            done.append(segment)
    if segments[-1] in ('.', '..'):
        done.append('')
    path = '/'.join(done) or '/'
    return _back(urlunparse((u.scheme, netloc, path, u.params, u.query, u.fragment)), as_bytes)


def urldefrag(url):
    (url,), as_bytes = _text(url)
    if '#' in url:
        parts = urlparse(url)
        return _back(DefragResult(urlunparse(parts[:5] + ('',)), parts.fragment), as_bytes)
    return _back(DefragResult(url, ''), as_bytes)


# --- escapes -------------------------------------------------------------------------------------

_SAFE = frozenset(b'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~')


def unquote_to_bytes(string):
    if isinstance(string, str):
        string = string.encode()
    parts = bytes(string).split(b'%')
    out = [parts[0]]
    for part in parts[1:]:
        try:
            if len(part) < 2 or not part[:2].isalnum():
                raise ValueError
            out += [bytes([int(part[:2], 16)]), part[2:]]
        except ValueError:
            out += [b'%', part]
    return b''.join(out)


def unquote(string, encoding='utf-8', errors='replace'):
    if isinstance(string, (bytes, bytearray)):
        return unquote_to_bytes(string).decode(encoding or 'utf-8', errors or 'replace')
    if '%' not in string:
        return string
    # only runs of ASCII may hold escapes
    out, run = [], ''
    for c in string:
        if c.isascii():
            run += c
        else:
            out += [unquote_to_bytes(run).decode(encoding or 'utf-8', errors or 'replace'), c]
            run = ''
    return ''.join(out) + unquote_to_bytes(run).decode(encoding or 'utf-8', errors or 'replace')


def unquote_plus(string, encoding='utf-8', errors='replace'):
    return unquote(string.replace('+', ' '), encoding, errors)


def quote_from_bytes(bs, safe='/'):
    if not isinstance(bs, (bytes, bytearray)):
        raise TypeError('quote_from_bytes() expected bytes')
    kept = _SAFE | frozenset(safe.encode('ascii', 'ignore') if isinstance(safe, str) else safe)
    return ''.join([chr(b) if b in kept else f'%{b:02X}' for b in bs])


def quote(string, safe='/', encoding=None, errors=None):
    if isinstance(string, str):
        string = string.encode(encoding or 'utf-8', errors or 'strict')
    else:
        if encoding is not None:
            raise TypeError("quote() doesn't support 'encoding' for bytes")
        if errors is not None:
            raise TypeError("quote() doesn't support 'errors' for bytes")
    return quote_from_bytes(string, safe)


def quote_plus(string, safe='', encoding=None, errors=None):
    space = ' ' if isinstance(string, str) else b' '
    if space not in string:
        return quote(string, safe, encoding, errors)
    return quote(string, safe + ' ' if isinstance(safe, str) else safe + b' ', encoding, errors).replace(' ', '+')


def urlencode(query, doseq=False, safe='', encoding=None, errors=None, quote_via=quote_plus):
    if hasattr(query, 'items'):
        query = query.items()
    else:
        try:
            if len(query) and not isinstance(query[0], tuple):
                raise TypeError
        except TypeError:
            raise TypeError('not a valid non-string sequence or mapping object') from None

    def quoted(value):
        if isinstance(value, bytes):
            return quote_via(value, safe)
        return quote_via(str(value), safe, encoding, errors)
    pairs = []
    for key, value in query:
        if doseq and not isinstance(value, (str, bytes)) and hasattr(value, '__len__'):
            pairs += [f'{quoted(key)}={quoted(each)}' for each in value]
        else:
            pairs.append(f'{quoted(key)}={quoted(value)}')
    return '&'.join(pairs)


def parse_qsl(qs, keep_blank_values=False, strict_parsing=False, encoding='utf-8', errors='replace',
              max_num_fields=None, separator='&'):
    if not separator or not isinstance(separator, (str, bytes)):
        raise ValueError('Separator must be of type string or bytes.')
    (qs, separator), as_bytes = _text(qs or '', separator) if not isinstance(qs, bytes) else \
        _text(qs, separator.encode() if isinstance(separator, str) else separator)
    if not qs:
        return []
    if max_num_fields is not None and qs.count(separator) + 1 > max_num_fields:
        raise ValueError('Max number of fields exceeded')
    pairs = []
    for field in qs.split(separator):
        if not field and not strict_parsing:
            continue
        name, sign, value = field.partition('=')
        if not sign:
            if strict_parsing:
                raise ValueError(f'bad query field: {field!r}')
            if not keep_blank_values:
                continue
        if value or keep_blank_values:
            pair = [unquote_plus(part, encoding, errors) for part in (name, value)]
            pairs.append(tuple([p.encode(encoding) for p in pair] if as_bytes else pair))
    return pairs


def parse_qs(qs, keep_blank_values=False, strict_parsing=False, encoding='utf-8', errors='replace',
             max_num_fields=None, separator='&'):
    found = {}
    for name, value in parse_qsl(qs, keep_blank_values, strict_parsing, encoding, errors, max_num_fields,
                                 separator):
        found.setdefault(name, []).append(value)
    return found
