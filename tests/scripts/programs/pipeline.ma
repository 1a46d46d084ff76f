# 协程管道：grep / cat / broadcast (David Beazley 风格)
def coroutine(func):
    def start(*args, **kwargs):
        cr = func(*args, **kwargs)
        next(cr)
        return cr
    return start


LOG = """127.0.0.1 GET /index.html 200
10.0.0.2 GET /about.html 404
127.0.0.1 POST /login 302
10.0.0.3 GET /index.html 500
10.0.0.2 GET /python 200
"""


def source(text, target):
    for line in text.splitlines():
        target.send(line)
    target.close()


@coroutine
def grep(pattern, target):
    try:
        while True:
            line = (yield)
            if pattern in line:
                target.send(line)
    except GeneratorExit:
        print('grep', pattern, 'closing')
        target.close()


@coroutine
def printer(prefix=''):
    n = 0
    try:
        while True:
            line = (yield)
            n += 1
            print(prefix, line)
    except GeneratorExit:
        print(prefix, 'printed', n)


@coroutine
def broadcast(targets):
    while True:
        item = (yield)
        for target in targets:
            target.send(item)


@coroutine
def split_fields(target):
    while True:
        line = yield
        host, method, path, status = line.split()
        target.send(dict(host=host, method=method, path=path, status=int(status)))


@coroutine
def counter(field, table):
    while True:
        row = yield
        table[row[field]] = table.get(row[field], 0) + 1


table = {}
hosts = {}
p = printer('>>')
greps = [grep('python', p), grep('404', p)]
source(LOG, broadcast([*greps,
                       split_fields(broadcast([counter('status', table), counter('host', hosts)]))]))
for g in greps:
    g.close()
print('---')
for status, n in sorted(table.items()):
    print(status, '*' * n)
print(sorted(hosts.items(), key=lambda kv: (-kv[1], kv[0])))
try:
    p.send('again')
except StopIteration:
    print('printer is closed')
# expect-output:
# >> 10.0.0.2 GET /about.html 404
# >> 10.0.0.2 GET /python 200
# grep python closing
# >> printed 2
# grep 404 closing
# ---
# 200 **
# 302 *
# 404 *
# 500 *
# [('10.0.0.2', 2), ('127.0.0.1', 2), ('10.0.0.3', 1)]
# printer is closed
