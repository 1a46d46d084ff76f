import asyncio


def http_parser():
    """增量解析: 用 send() 喂数据"""
    buf = b''
    while True:
        while b'\r\n\r\n' not in buf:
            buf += yield
        head, _, buf = buf.partition(b'\r\n\r\n')
        first, *lines = head.decode('ascii').split('\r\n')
        method, path, version = first.split(' ')
        headers = {k.strip().title(): v.strip() for k, _, v in (l.partition(':') for l in lines)}
        n = int(headers.get('Content-Length', 0))
        while len(buf) < n:
            buf += yield
        body, buf = buf[:n], buf[n:]
        buf += (yield {'method': method, 'path': path, 'headers': headers, 'body': body}) or b''


p = http_parser()
next(p)
raw = b'POST /login HTTP/1.1\r\ncontent-length: 11\r\nHost: x\r\n\r\nhello worldGET / HTTP/1.0\r\nHost: y\r\n\r\n'
for i in range(0, len(raw), 16):
    r = p.send(raw[i:i + 16])
    if r:
        print(r)


class App:
    def __init__(self):
        self.routes = []

    def route(self, path, methods=('GET',)):
        def deco(fn):
            self.routes.append((path.strip('/').split('/'), methods, fn))
            return fn
        return deco

    async def __call__(self, method, path):
        parts = path.split('?')[0].strip('/').split('/')
        query = dict(p.split('=') for p in path.partition('?')[2].split('&') if p)
        for pattern, methods, fn in self.routes:
            if len(pattern) != len(parts):
                continue
            params = {}
            for a, b in zip(pattern, parts):
                if a.startswith('<'):
                    kind, _, name = a[1:-1].rpartition(':')
                    try:
                        params[name] = int(b) if kind == 'int' else b
                    except ValueError:
                        break
                elif a != b:
                    break
            else:
                if method not in methods:
                    return 405, 'Method Not Allowed'
                try:
                    return 200, await fn(**params, **query)
                except Exception as e:
                    return 500, f'{type(e).__name__}: {e}'
        return 404, 'Not Found'


app = App()


@app.route('/')
async def index():
    return '首页'


@app.route('/user/<name>')
async def user(name, lang='zh'):
    await asyncio.sleep(0)
    return f'{name} ({lang})'


@app.route('/add/<int:a>/<int:b>', methods=('GET', 'POST'))
async def add(a, b):
    return a + b


@app.route('/div/<int:a>/<int:b>')
async def div(a, b):
    return a / b


async def main():
    for m, path in [('GET', '/'), ('GET', '/user/bob'), ('GET', '/user/bob?lang=en'), ('POST', '/add/1/2'), ('POST', '/'), ('GET', '/add/x/2'), ('GET', '/div/1/0'), ('GET', '/user/b?x=1')]:
        print(m, path, *await app(m, path))


asyncio.run(main())
# expect-output:
# {'method': 'POST', 'path': '/login', 'headers': {'Content-Length': '11', 'Host': 'x'}, 'body': b'hello world'}
# {'method': 'GET', 'path': '/', 'headers': {'Host': 'y'}, 'body': b''}
# GET / 200 首页
# GET /user/bob 200 bob (zh)
# GET /user/bob?lang=en 200 bob (en)
# POST /add/1/2 200 3
# POST / 405 Method Not Allowed
# GET /add/x/2 404 Not Found
# GET /div/1/0 500 ZeroDivisionError: division by zero
# GET /user/b?x=1 500 TypeError: user() got an unexpected keyword argument 'x'
