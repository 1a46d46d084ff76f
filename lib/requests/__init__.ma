# requests - HTTP for people. Each exchange is native (_requests, libcurl) and blocks: while it waits, no other
# task runs; other threads do, and greenlets after gevent's monkey.patch_all(). Here: addresses, headers, redirects,
# sessions, responses.

import json as _json
from time import perf_counter as _now

from _requests import begin as _begin, go_on as _go_on

from requests import exceptions
from requests.exceptions import (
    ConnectionError, ConnectTimeout, HTTPError, InvalidHeader, InvalidJSONError, InvalidSchema, InvalidURL,
    JSONDecodeError, MissingSchema, ReadTimeout, RequestException, SSLError, Timeout, TooManyRedirects,
    URLRequired)

__version__ = '0.1.0'
_SAFE = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~")
_IN_URL = _SAFE | frozenset(b"!#$%&'()*+,/:;=?@[]")
_LIMIT = 30


def _pause():
    # What lets the others run while an exchange is on its way; None: there are none.
    from sys import modules
    if 'gevent.monkey' in modules and modules['gevent.monkey'].is_module_patched('socket'):
        return modules['gevent'].sleep
    if '_strands' in modules:
        return modules['_strands'].park
    return None


def _exchange(*request):
    pause = _pause()
    exchange = _begin(*request)
    if pause is None:
        return _go_on(exchange, True)
    wait = 0.0002
    while (answer := _go_on(exchange, False)) is None:
        pause(wait)
        wait = min(wait * 1.5, 0.005)
    return answer


def _quote(text, safe, plus=False):
    data = text if isinstance(text, bytes) else str(text).encode('utf-8')
    out = []
    for byte in data:
        if byte in safe:
            out.append(chr(byte))
        elif plus and byte == 32:
            out.append('+')
        else:
            out.append('%%%02X' % byte)
    return ''.join(out)


def _encode_params(params):
    if params is None:
        return ''
    if isinstance(params, bytes):
        return params.decode('utf-8')
    if isinstance(params, str):
        return params
    pairs = params.items() if hasattr(params, 'items') else params
    out = []
    for key, values in pairs:
        if values is None:
            continue
        if isinstance(values, (str, bytes)) or not hasattr(values, '__iter__'):
            values = [values]
        for value in values:
            if value is not None:
                out.append(_quote(key, _SAFE, True) + '=' + _quote(value, _SAFE, True))
    return '&'.join(out)


def _split(url):
    """scheme, host with port, path, query, fragment"""
    scheme, mark, rest = url.partition('://')
    rest, _, fragment = rest.partition('#')
    rest, _, query = rest.partition('?')
    host, slash, path = rest.partition('/')
    return scheme, host, slash + path, query, fragment


def _unsplit(scheme, host, path, query, fragment):
    url = f'{scheme}://{host}{path}'
    if query:
        url += '?' + query
    if fragment:
        url += '#' + fragment
    return url


def _prepare_url(url, params=None):
    if isinstance(url, bytes):
        url = url.decode('utf-8')
    url = str(url).lstrip()
    if ':' in url and not url.lower().startswith('http'):
        if '://' in url:
            raise InvalidSchema(f'No connection adapters were found for {url!r}')
        if not url.partition(':')[0].count('.') and not url.partition(':')[2][:1].isdigit():
            raise InvalidSchema(f'No connection adapters were found for {url!r}')
    if '://' not in url:
        raise MissingSchema(f'Invalid URL {url!r}: No scheme supplied. Perhaps you meant https://{url}?')
    scheme, host, path, query, fragment = _split(url)
    scheme = scheme.lower()
    if scheme not in ('http', 'https'):
        raise InvalidSchema(f'No connection adapters were found for {url!r}')
    if not host or host.startswith(':'):
        raise InvalidURL(f'Invalid URL {url!r}: No host supplied')
    if host.startswith('*') or host.startswith('.') or ' ' in host:
        raise InvalidURL('URL has an invalid label.')
    more = _encode_params(params)
    if more:
        query = query + '&' + more if query else more
    return _unsplit(scheme, host, _quote(path or '/', _IN_URL), _quote(query, _IN_URL), _quote(fragment, _IN_URL))


def _join(base, where):
    if '://' in where.partition('?')[0]:
        return where
    scheme, host, path, query, fragment = _split(base)
    if where.startswith('//'):
        return f'{scheme}:{where}'
    where, _, fragment = where.partition('#')
    where, mark, new_query = where.partition('?')
    if where.startswith('/'):
        path = where
    elif where:
        path = path.rpartition('/')[0] + '/' + where
    elif not mark:
        new_query = query
    parts = []
    for part in path.split('/'):
        if part == '..':
            if len(parts) > 1:
                parts.pop()
        elif part != '.':
            parts.append(part)
    if path.endswith(('/.', '/..')):
        parts.append('')
    return _unsplit(scheme, host, '/'.join(parts) or '/', new_query, fragment)


class CaseInsensitiveDict:
    """A dict of headers: keys are found whatever their case, and kept as they came."""

    def __init__(self, data=None, **kwargs):
        self._store = {}
        self.update(data, **kwargs)

    def update(self, data=None, **kwargs):
        if data is not None:
            for key, value in (data.items() if hasattr(data, 'items') else data):
                self[key] = value
        for key, value in kwargs.items():
            self[key] = value

    def __setitem__(self, key, value):
        self._store[key.lower()] = (key, value)

    def __getitem__(self, key):
        return self._store[key.lower()][1]

    def __delitem__(self, key):
        del self._store[key.lower()]

    def __contains__(self, key):
        return isinstance(key, str) and key.lower() in self._store

    def __iter__(self):
        return (key for key, value in self._store.values())

    def __len__(self):
        return len(self._store)

    def keys(self):
        return [key for key, value in self._store.values()]

    def values(self):
        return [value for key, value in self._store.values()]

    def items(self):
        return list(self._store.values())

    def get(self, key, default=None):
        found = self._store.get(key.lower())
        return default if found is None else found[1]

    def setdefault(self, key, default=None):
        if key not in self:
            self[key] = default
        return self[key]

    def pop(self, key, *default):
        found = self._store.pop(key.lower(), None)
        if found is not None:
            return found[1]
        if default:
            return default[0]
        raise KeyError(key)

    def lower_items(self):
        return ((key, value) for key, (_, value) in self._store.items())

    def copy(self):
        return CaseInsensitiveDict(self._store.values())

    def __eq__(self, other):
        if not hasattr(other, 'items'):
            return NotImplemented
        return dict(self.lower_items()) == dict(CaseInsensitiveDict(other).lower_items())

    def __repr__(self):
        return str(dict(self.items()))


class _Elapsed:
    """How long an answer took; what of datetime.timedelta makes sense for that."""

    def __init__(self, seconds):
        self._seconds = seconds

    days = 0

    @property
    def seconds(self):
        return int(self._seconds)

    @property
    def microseconds(self):
        return int(self._seconds * 1000000) % 1000000

    def total_seconds(self):
        return self._seconds

    def __str__(self):
        whole = int(self._seconds)
        return '%d:%02d:%02d.%06d' % (whole // 3600, whole // 60 % 60, whole % 60, self.microseconds)

    def __repr__(self):
        return f'datetime.timedelta(seconds={self.seconds}, microseconds={self.microseconds})'


class PreparedRequest:
    def __init__(self, method, url, headers, body):
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body

    def __repr__(self):
        return f'<PreparedRequest [{self.method}]>'


class Response:
    def __init__(self):
        self.status_code = None
        self.headers = CaseInsensitiveDict()
        self.url = None
        self.reason = None
        self.encoding = None
        self.history = []
        self.elapsed = _Elapsed(0.0)
        self.request = None
        self._content = b''

    def __repr__(self):
        return f'<Response [{self.status_code}]>'

    def __bool__(self):
        return self.ok

    def __iter__(self):
        return self.iter_content(128)

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def close(self):
        pass

    @property
    def content(self):
        return self._content

    @property
    def ok(self):
        return self.status_code < 400

    @property
    def is_redirect(self):
        return 'location' in self.headers and self.status_code in (301, 302, 303, 307, 308)

    @property
    def is_permanent_redirect(self):
        return 'location' in self.headers and self.status_code in (301, 308)

    @property
    def apparent_encoding(self):
        try:
            self._content.decode('utf-8')
        except UnicodeDecodeError:
            return 'ISO-8859-1'
        return 'ascii' if self._content.isascii() else 'utf-8'

    @property
    def text(self):
        encoding = self.encoding or self.apparent_encoding
        try:
            return self._content.decode(encoding, 'replace')
        except LookupError:
            return self._content.decode('utf-8', 'replace')

    def json(self, **kwargs):
        try:
            if self.encoding is None:
                return _json.loads(self._content, **kwargs)
            return _json.loads(self.text, **kwargs)
        except _json.JSONDecodeError as error:
            raise JSONDecodeError(error.msg, error.doc, error.pos) from error

    def raise_for_status(self):
        if 400 <= self.status_code < 500:
            kind = 'Client'
        elif 500 <= self.status_code < 600:
            kind = 'Server'
        else:
            return
        raise HTTPError(f'{self.status_code} {kind} Error: {self.reason} for url: {self.url}', response=self)

    def iter_content(self, chunk_size=1, decode_unicode=False):
        data = self.text if decode_unicode else self._content
        if chunk_size is None:
            chunk_size = max(len(data), 1)
        for at in range(0, len(data), chunk_size):
            yield data[at:at + chunk_size]

    def iter_lines(self, chunk_size=512, decode_unicode=False, delimiter=None):
        data = self.text if decode_unicode else self._content
        yield from (data.split(delimiter) if delimiter else data.splitlines())


def _encoding_of(headers):
    kind = headers.get('content-type')
    if not kind:
        return None
    main, *params = [part.strip() for part in kind.split(';')]
    for param in params:
        name, _, value = param.partition('=')
        if name.strip().lower() == 'charset':
            return value.strip('\'" ')
    if 'text' in main:
        return 'ISO-8859-1'
    if 'application/json' in main:
        return 'utf-8'
    return None


def _read_headers(data):
    """The last block of header lines: reason and headers."""
    blocks = [block for block in data.replace(b'\r\n', b'\n').split(b'\n\n') if block.startswith(b'HTTP/')]
    lines = blocks[-1].decode('iso-8859-1').split('\n') if blocks else ['']
    headers = CaseInsensitiveDict()
    for line in lines[1:]:
        name, colon, value = line.partition(':')
        if colon:
            name, value = name.strip(), value.strip()
            headers[name] = f'{headers[name]}, {value}' if name in headers else value
    first = lines[0].split(' ', 2)
    return first[2].strip() if len(first) > 2 else '', headers


def _fail(kind, message, request, connect, read):
    scheme, host, path, query, fragment = _split(request.url)
    name, _, port = host.rpartition('@')[2].partition(':')
    port = port or ('443' if scheme == 'https' else '80')
    pool = f"{'HTTPS' if scheme == 'https' else 'HTTP'}ConnectionPool(host={name!r}, port={port})"
    where = path + ('?' + query if query else '')
    if kind == 'read timeout':
        raise ReadTimeout(f'{pool}: Read timed out. (read timeout={read})', request=request)
    if kind == 'connect timeout':
        raise ConnectTimeout(f'{pool}: Max retries exceeded with url: {where} (Connection to {name} timed out. '
                             f'(connect timeout={connect}))', request=request)
    if kind == 'url':
        raise InvalidURL(f'Failed to parse: {request.url}', request=request)
    if kind == 'scheme':
        raise InvalidSchema(f'No connection adapters were found for {request.url!r}', request=request)
    if kind == 'ssl':
        raise SSLError(f'{pool}: Max retries exceeded with url: {where} ({message})', request=request)
    if kind == 'headers':
        raise ConnectionError(f'{pool}: {message}', request=request)
    raise ConnectionError(f'{pool}: Max retries exceeded with url: {where} ({message})', request=request)


def _check_timeout(name, value):
    if value is None:
        return
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise ValueError(f'Timeout value {name} was {value}, but it must be an int, float or None.')
    if value <= 0:
        raise ValueError(f'Attempted to set {name} timeout to {value}, but the timeout cannot be set to a value '
                         'less than or equal to 0.')


class Session:
    def __init__(self):
        self.headers = CaseInsensitiveDict({
            'User-Agent': f'miniasync-requests/{__version__}', 'Accept-Encoding': 'gzip, deflate',
            'Accept': '*/*', 'Connection': 'keep-alive'})
        self.params = {}
        self.auth = None
        self.verify = True
        self.max_redirects = _LIMIT

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def close(self):
        pass

    def _prepare(self, method, url, params, data, headers, json, auth):
        merged = self.headers.copy()
        for key, value in dict(headers or {}).items():
            if value is None:
                merged.pop(key, None)
            else:
                if isinstance(value, bytes):
                    value = value.decode('latin-1')
                if not isinstance(value, str):
                    raise InvalidHeader(f'Header part ({value!r}) from ({key!r}, {value!r}) must be of type str or '
                                        f'bytes, not {type(value)}')
                if '\n' in value or '\r' in value or value[:1] in (' ', '\t'):
                    raise InvalidHeader(f'Invalid leading whitespace, reserved character(s), or return'
                                        f'character(s) in header value: {value!r}')
                merged[key] = value
        if self.params:
            params = {**self.params, **(params or {})} if not isinstance(params, (str, bytes)) else params
        body, kind = None, None
        if data is not None and not (isinstance(data, (dict, list, tuple)) and not data):
            if hasattr(data, 'read'):
                body = data.read()
            elif isinstance(data, (str, bytes, bytearray)):
                body = data
            else:
                body, kind = _encode_params(data), 'application/x-www-form-urlencoded'
        elif json is not None:
            try:
                body, kind = _json.dumps(json, allow_nan=False), 'application/json'
            except ValueError as error:
                raise InvalidJSONError(error) from error
        if isinstance(body, str):
            body = body.encode('utf-8')
        if kind is not None:
            merged.setdefault('Content-Type', kind)
        auth = auth if auth is not None else self.auth
        if auth is not None:
            from base64 import b64encode
            user, secret = auth
            merged['Authorization'] = 'Basic ' + b64encode(f'{user}:{secret}'.encode('latin-1')).decode()
        return PreparedRequest(method.upper(), _prepare_url(url, params), merged, body)

    def _send(self, request, connect, read, verify):
        lines = [f'{key}: {value}' if value else f'{key};' for key, value in request.headers.items()
                 if key.lower() != 'accept-encoding']
        body = request.body
        if body is not None:
            lines.append('Expect:')
            request.headers['Content-Length'] = str(len(body))
        if body is None and request.method not in ('GET', 'HEAD'):
            body = b''
            request.headers['Content-Length'] = '0'
        if body is not None and 'Content-Type' not in request.headers:
            lines.append('Content-Type:')
        began = _now()
        url = request.url.partition('#')[0]
        status, head, content, _ = _exchange(request.method, url, lines, body, connect, read, verify)
        if status is None:
            _fail(head, content, request, connect, read)
        response = Response()
        response.status_code = status
        response.reason, response.headers = _read_headers(head)
        response.elapsed = _Elapsed(_now() - began)
        response.encoding = _encoding_of(response.headers)
        response.url = request.url
        response.request = request
        response._content = content
        return response

    def request(self, method, url, params=None, data=None, headers=None, cookies=None, files=None, auth=None,
                timeout=None, allow_redirects=True, proxies=None, hooks=None, stream=None, verify=None,
                cert=None, json=None):
        for name, value in (('cookies', cookies), ('files', files), ('proxies', proxies), ('hooks', hooks),
                            ('cert', cert)):
            if value:
                raise NotImplementedError(f'requests: the argument {name} is not supported')
        if isinstance(timeout, tuple):
            if len(timeout) != 2:
                raise ValueError(f'Invalid timeout {timeout}. Pass a (connect, read) timeout tuple, or a single '
                                 'float to set both timeouts to the same value.')
            connect, read = timeout
        else:
            connect = read = timeout
        _check_timeout('connect', connect)
        _check_timeout('read', read)
        verify = self.verify if verify is None else verify
        request = self._prepare(method, url, params, data, headers, json, auth)
        response = self._send(request, connect, read, verify)
        history = []
        while allow_redirects and response.is_redirect:
            if len(history) >= self.max_redirects:
                raise TooManyRedirects(f'Exceeded {self.max_redirects} redirects.', response=response)
            history.append(response)
            status, method, body = response.status_code, request.method, request.body
            if (status == 303 and method != 'HEAD') or (status == 302 and method != 'HEAD'):
                method = 'GET'
            elif status == 301 and method == 'POST':
                method = 'GET'
            headers = request.headers.copy()
            if status not in (307, 308):
                body = None
                for name in ('Content-Length', 'Content-Type', 'Transfer-Encoding'):
                    headers.pop(name, None)
            where = response.headers['location'].encode('latin-1').decode('utf-8', 'replace')
            target = _prepare_url(_join(request.url, where))
            if _split(target)[1] != _split(request.url)[1]:
                headers.pop('Authorization', None)
            request = PreparedRequest(method, target, headers, body)
            response = self._send(request, connect, read, verify)
        response.history = history
        return response

    def get(self, url, **kwargs):
        kwargs.setdefault('allow_redirects', True)
        return self.request('GET', url, **kwargs)

    def options(self, url, **kwargs):
        return self.request('OPTIONS', url, **kwargs)

    def head(self, url, **kwargs):
        kwargs.setdefault('allow_redirects', False)
        return self.request('HEAD', url, **kwargs)

    def post(self, url, data=None, json=None, **kwargs):
        return self.request('POST', url, data=data, json=json, **kwargs)

    def put(self, url, data=None, **kwargs):
        return self.request('PUT', url, data=data, **kwargs)

    def patch(self, url, data=None, **kwargs):
        return self.request('PATCH', url, data=data, **kwargs)

    def delete(self, url, **kwargs):
        return self.request('DELETE', url, **kwargs)


def session():
    return Session()


def request(method, url, **kwargs):
    with Session() as one:
        return one.request(method, url, **kwargs)


def get(url, params=None, **kwargs):
    return request('get', url, params=params, **kwargs)


def options(url, **kwargs):
    return request('options', url, **kwargs)


def head(url, **kwargs):
    kwargs.setdefault('allow_redirects', False)
    return request('head', url, **kwargs)


def post(url, data=None, json=None, **kwargs):
    return request('post', url, data=data, json=json, **kwargs)


def put(url, data=None, **kwargs):
    return request('put', url, data=data, **kwargs)


def patch(url, data=None, **kwargs):
    return request('patch', url, data=data, **kwargs)


def delete(url, **kwargs):
    return request('delete', url, **kwargs)


class _Codes:
    ok = OK = 200
    created = 201
    accepted = 202
    no_content = 204
    moved_permanently = 301
    found = 302
    see_other = 303
    not_modified = 304
    temporary_redirect = 307
    permanent_redirect = 308
    bad_request = 400
    unauthorized = 401
    forbidden = 403
    not_found = 404
    method_not_allowed = 405
    too_many_requests = 429
    internal_server_error = server_error = 500
    bad_gateway = 502
    service_unavailable = unavailable = 503
    gateway_timeout = 504


codes = _Codes()
