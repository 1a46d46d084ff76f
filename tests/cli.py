#!/usr/bin/env python3
"""The command line as a shell sees it: exit status, streams, signals, limits.

    tests/cli.py BINARY

Prints what failed and `N passed, N failed`; exit status 1 if anything did."""
import os
import signal
import subprocess
import sys
import tempfile
import time

BINARY = os.path.abspath(sys.argv[1]) if len(sys.argv) > 1 else 'build/miniasync'
ENV = dict(os.environ, NO_COLOR='1')
counts = [0, 0]


# A shell that runs us in the background lets us ignore Ctrl-C, and children would inherit that.
signal.signal(signal.SIGINT, signal.default_int_handler)


def report(name, good, why=''):
    counts[not good] += 1
    if not good:
        print('FAIL', name, why)


def run(name, args, status, out=None, err=None, stdin=b'', redirect='', env=None):
    """Runs `BINARY args redirect` in a shell; status: one or several; out, err: texts that must be there."""
    command = ['sh', '-c', 'exec "$0" "$@" ' + redirect, BINARY] + args
    try:
        p = subprocess.run(command, input=stdin, capture_output=True, timeout=60, env=dict(ENV, **(env or {})))
    except subprocess.TimeoutExpired:
        return report(name, False, 'timeout')
    wanted = status if isinstance(status, tuple) else (status,)
    good = (p.returncode in wanted and (out is None or out in p.stdout.decode('utf-8', 'replace')) and
            (err is None or err in p.stderr.decode('utf-8', 'replace')))
    report(name, good, 'status %s stdout %r stderr %r' % (p.returncode, p.stdout[-200:], p.stderr[-300:]))


def interrupt(name, code, out=b'', setup=''):
    """One Ctrl-C, after `go` was printed: a traceback, `out` on stdout, death by SIGINT, at once."""
    p = subprocess.Popen([BINARY, '-c', setup + '\nprint("go", flush=True)\n' + code], stdin=subprocess.PIPE,
                         stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=ENV)
    p.stdout.readline()
    time.sleep(0.15)
    start = time.monotonic()
    p.send_signal(signal.SIGINT)
    try:
        p.wait(10)
        took = time.monotonic() - start
        text, errors = p.stdout.read(), p.stderr.read()
        good = p.returncode == -signal.SIGINT and b'KeyboardInterrupt' in errors and out in text and took < 3
        report(name, good, 'status %s after %.2f s, %r' % (p.returncode, took, errors[-200:]))
    except subprocess.TimeoutExpired:
        p.kill()
        p.wait()
        report(name, False, 'goes on after Ctrl-C')
    for stream in (p.stdin, p.stdout, p.stderr):
        stream.close()


def files(folder):
    def write(name, data):
        path = os.path.join(folder, name)
        with open(path, 'wb') as f:
            f.write(data)
        return path
    run('missing file', [os.path.join(folder, 'none.ma')], 2, err="No such file or directory")
    run('folder', [folder], 1, err="can't find '__main__' module")
    inside = os.path.join(folder, 'inside')
    os.mkdir(inside)
    write('inside/helper.ma', b'x = 5\n')
    write('inside/__main__.py', b'import sys, helper\nprint(__name__, sys.argv[1:], helper.x)\n')
    run('folder with __main__', [inside + '/', 'a'], 0, out="__main__ ['a'] 5")
    run('binary file', [write('binary.ma', bytes(range(256)) * 20)], 1, err='SyntaxError')
    run('not UTF-8', [write('latin.ma', b'x = "caf\xe9"\n')], 1, err='Non-UTF-8')
    run('NUL bytes', [write('nul.ma', b'x = 1\0\n')], 1, err='null bytes')
    run('brackets', [write('deep.ma', b'(' * 10000 + b')' * 10000)], 1, err='too many nested parentheses')
    run('long line', [write('long.ma', b'x = "' + b'a' * 20000000 + b'"\nprint(len(x))\n')], 0, out='20000000')
    run('CRLF, BOM, no last newline', [write('crlf.ma', b'\xef\xbb\xbfif 1:\r\n    print("fine")')], 0, out='fine')
    run('empty file', [write('empty.ma', b'')], 0)


def streams():
    many = 'for i in range(300000): print(i)'
    run('full disk', ['-c', 'print(1)'], (1, 120), err='No space left', redirect='> /dev/full')
    run('full disk, much', ['-c', many], (1, 120), err='No space left', redirect='> /dev/full')
    run('stderr full', ['-c', '1/0'], 1, redirect='2> /dev/full')
    run('stdout closed', ['-c', 'print(1)'], (0, 1, 120), redirect='>&-')
    run('stdin closed', ['-c', 'print(2)'], 0, out='2', redirect='<&-')
    run('input from closed stdin', ['-c', 'input()'], 1, err='Error', redirect='<&-')
    run('all closed', ['-c', 'print(1)\n1/0'], (1, 120), redirect='<&- >&- 2>&-')
    p = subprocess.run(['bash', '-c', '"$0" -c "$1" | head -1; echo ${PIPESTATUS[0]}', BINARY, many],
                       capture_output=True, timeout=60, env=ENV)
    report('into head', p.stdout in (b'0\n1\n', b'0\n120\n'), repr(p.stdout))
    run('printed before the error', ['-c', 'print("a")\n1/0'], 1, out='a', err='ZeroDivisionError')
    run('-u', ['-u', '-c', 'import os; print(1); os._exit(0)'], 0, out='1')


def statuses():
    run('exit 300', ['-c', 'import sys; sys.exit(300)'], 44)
    run('exit -1', ['-c', 'import sys; sys.exit(-1)'], 255)
    run('exit text', ['-c', 'import sys; sys.exit("text")'], 1, err='text')
    run('exit', ['-c', 'raise SystemExit'], 0)
    run('usage', ['--nonsense'], 2, err='usage')
    run('program from stdin', ['-'], 0, out='2', stdin=b'print(1 + 1)')
    run('version', ['--version'], 0, out='miniasync')
    run('help', ['--help'], 0, out='usage')


def memory_limits(code):
    endless = ('import asyncio\nasync def f(): await asyncio.sleep(3600)\nasync def main():\n'
               '    while True: asyncio.create_task(f())\nasyncio.run(main())')
    run('memory limit, endless tasks', ['-c', endless], 1, err='MemoryError',
        env={'MINIASYNC_MEMLIMIT': '50000000'})
    run('memory limit', ['-c', code], 0, out='caught\n100000', env={'MINIASYNC_MEMLIMIT': '20000000'})
    run('memory limit, uncaught', ['-c', 'x = []\nwhile True: x.append([])'], 1, err='MemoryError',
        env={'MINIASYNC_MEMLIMIT': '20000000'})


def limits():
    code = ('def fill():\n    x = []\n    while True: x.append([])\n'
            'try: fill()\nexcept MemoryError: print("caught")\nprint(len([0] * 100000))')
    with open(BINARY, 'rb') as f:
        pooled = b'__asan_init' not in f.read()
    if pooled:  # with ASan each cell is allocated by itself, and there is no reserve to speak from
        memory_limits(code)
    deep = 'import sys\nsys.setrecursionlimit(200000)\ndef f(n): return n and 1 + f(n - 1)\nprint(f(100000))'
    p = subprocess.run(['sh', '-c', 'ulimit -s 512; exec "$0" -c "$1"', BINARY, deep], capture_output=True,
                       timeout=60, env=ENV)
    report('deep recursion on a small stack', p.stdout == b'100000\n', repr(p.stderr[-200:]))
    run('huge', ['-c', '"a" * 10**12'], 1, err='MemoryError')


def faults():
    """The n-th allocation fails: an exception or a result, never a crash."""
    code = ('import asyncio\nasync def f(n):\n    await asyncio.sleep(0)\n    return str(n)\n'
            'async def main(): print(await asyncio.gather(f(1), f(2)))\nasyncio.run(main())')
    wrong = []
    for n in list(range(1, 60)) + list(range(60, 1200, 31)):
        p = subprocess.run([BINARY, '-c', code], capture_output=True, timeout=60,
                           env=dict(ENV, MINIASYNC_FAIL_ALLOC=str(n), MINIASYNC_FREE='1'))
        if p.returncode not in (0, 1, 2, 120):
            wrong.append((n, p.returncode))
    report('failing allocations', not wrong, repr(wrong[:5]))


def signals():
    interrupt('Ctrl-C in a loop', 'while True: pass')
    interrupt('Ctrl-C, finally', 'try:\n    while True: pass\nfinally:\n    print("finally")', out=b'finally')
    interrupt('Ctrl-C in a coroutine', 'import asyncio\nasync def f():\n    while True: pass\nasyncio.run(f())')
    interrupt('Ctrl-C in asyncio.sleep', 'import asyncio\nasyncio.run(asyncio.sleep(30))')
    interrupt('Ctrl-C in time.sleep', 'import time\ntime.sleep(30)')
    interrupt('Ctrl-C in input', 'input()')
    interrupt('Ctrl-C in sum', 'sum(range(10**10))')
    for name, code in {
            'a power': '3 ** 10 ** 8',
            'a product': 'a = (1 << 200000000) - 7; a * (a - 3)',
            'a quotient': 'a = (1 << 200000000) - 7\nwhile True: divmod(a, (1 << 100000000) - 5)',
            'pow() with a modulus': 'a = (1 << 30000) - 1\nwhile True: pow(3, a, (1 << 30011) - 7)',
            'an inverse': 'm = (1 << 1000011) - 7\nwhile True: pow(3 ** 300000, -1, m)',
            'a common divisor': 'import math; a = (1 << 4000000) - 7; math.gcd(a, 3 ** 2000000)',
            'a square root': 'import math; a = (1 << 100000000) - 7\nwhile True: math.isqrt(a)',
            'a factorial': 'import math; math.factorial(10 ** 7)',
            'digits': 'import sys; sys.set_int_max_str_digits(0); str((1 << 100000000) - 7)',
            'a number read': 'import sys; sys.set_int_max_str_digits(0)\nwhile True: int("7" * 20000000)',
            'str.replace': 's = "ab" * 50000000\nwhile True: s.replace("a", "c")',
            'str.rfind': 's = "ab" * 50000000\nwhile True: s.rfind("aab")',
            'a union': 'a = set(range(1000000)); b = set(range(500000, 1500000))\nwhile True: a | b',
            'a comparison': 'x = [[1] * 1000] * 1000000; x == [[1] * 1000] * 1000000',
            'copies of a list': 'a = [0] * 30000000\nwhile True: b = a + a; c = a[1:]; d = tuple(a)',
            'copies of a str': 's = "ab" * 100000000\nwhile True: t = s + s; t = s[1:]',
            'copies of bytes': 's = b"ab" * 100000000\nwhile True: t = s * 3; t = s[1:] + s',
            'reading a file': 'f = open("/dev/zero", "rb")\nwhile True: f.read(200000000)',
            'a regular expression': 'import re; re.match("(x+x+)+y", "x" * 60)',
            'compile': 'eval("[" + "1," * 5000000 + "]")',
    }.items():
        interrupt('Ctrl-C in ' + name, code)
    for name, code in {
            'hashing': 'while True: hash(s[1:])',
            'comparing': 't = s[:-1] + "c"\nwhile True: s == t or s < t',
            'joining': 'while True: "".join([s, s])',
            'str.split': 'while True: s.split()',
            'str.splitlines': 'while True: s.splitlines()',
            'str.strip': 't = s.replace("a", " ").replace("b", " ")\nwhile True: t.strip()',
            'str.islower': 'while True: s.islower()',
            'str.ljust': 'while True: "a".ljust(300000000)',
            'str.expandtabs': 'while True: s.expandtabs()',
            'bytes.find': 'b = s.encode()\nwhile True: b.find(b"bb"); b.rfind(b"bb"); b.split()',
            'bytes.upper': 'b = s.encode()\nwhile True: b.upper(); b.isalpha()',
            'str.encode': 't = s.replace("a", "\\u4e00")\nwhile True: t.encode()',
            'bytes.decode': 'b = b"\\xff" * 100000000\nwhile True: b.decode("utf-8", "ignore")',
            'a dict that grows': 'while True: {i: i for i in range(10000000)}',
    }.items():
        interrupt('Ctrl-C in ' + name, code, setup='s = "ab" * 50000000')
    # What is changed in place is as it was, or done.
    whole = ('\nexcept KeyboardInterrupt:\n    step = x[1] - x[0]\n'
             '    print(all(x[i + 1] - x[i] == step for i in range(0, len(x) - 1, 9973)), len(x) in lengths)\n    raise')
    for name, code in {'list.reverse': 'x.reverse()', 'list.sort': 'x.sort(reverse=x[0] == 0)',
                       'del x[::2]': 'x = list(range(n)); del x[::2]', 'list.insert': 'x.insert(0, 2 * x[0] - x[1])\n    x.pop(0)',
                       'x[::-1] =': 'y = x[::-1]; x[:] = y; x[::1] = y'}.items():
        interrupt('Ctrl-C in %s, whole' % name, 'try:\n  while True:\n    %s%s' % (code, whole), out=b'True True',
                  setup='n = 36000000; lengths = n, n // 2, n + 1; x = list(range(n))')
    interrupt('Ctrl-C in a dict with holes, whole', 'try:\n    while True:\n        d[k] = k; k += 1; del d[k - n]\n'
              'except KeyboardInterrupt:\n    print(all(d[q] == q for q in range(k - n + 1, k, 997)), len(d) - n in (0, 1))\n'
              '    raise', out=b'True True', setup='n = k = 1100000; d = dict(zip(range(n), range(n)))')
    interrupt('Ctrl-C with the default handler set', 'import signal\n'
              'signal.signal(signal.SIGINT, signal.default_int_handler)\n3 ** 10 ** 8')
    interrupt('Ctrl-C in sort', 'x = list(range(10**6))\nwhile True: x.sort(key=lambda v: -v)')


def teaching(folder):
    """fix and explain; each program of docs/errors.md gives its hint, or none."""
    def written(name, text):
        path = os.path.join(folder, name)
        with open(path, 'w', encoding='utf-8', newline='') as f:
            f.write(text)
        return path

    def read(path):
        with open(path, encoding='utf-8', newline='') as f:
            return f.read()

    wrong = 'x\u3000= “a\'b”， ｆ（１２）  # ，\r\nprint(f"{x！r}：{\'（\'}")\n"""（"""\nb = ‘’\ny = \'it’s\'\n'
    right = 'x = "a\'b", f(12)  # ，\r\nprint(f"{x!r}：{\'（\'}")\n"""（"""\nb = \'\'\ny = \'it’s\'\n'
    path = written('fix.ma', wrong)
    run('fix asks', ['fix', path], 1, '[y/N]', stdin=b'n\n')
    report('fix: no', read(path) == wrong)
    run('fix at the end of input', ['fix', path], 1, 'nothing was changed')
    run('fix: yes', ['fix', '--lang', 'zh', path], 0, '已修改', stdin=b'y\n')
    report('fix: the text', read(path) == right, repr(read(path)))
    report('fix: the old text', read(path + '.bak') == wrong)
    run('fix: nothing to do', ['fix', '--yes', path], 0, 'no full-width characters')
    path = written('triple.ma', 'async def f():\n    “”“\n    （\n    ”“”\n')
    run('fix --yes', ['fix', '--yes', path], 0, '+    """')
    report('fix: long text', read(path) == 'async def f():\n    """\n    （\n    """\n', repr(read(path)))
    with open(path, 'wb') as f:
        f.write('x（'.encode('gb18030'))
    run('fix of GB18030', ['fix', '--yes', path], 1, err='not UTF-8')
    path = written('list.ma', '\ufeff\t x = 1\r\n\r\n\t if x：\r\n\t \ty = 2')
    run('fix: every line indented', ['fix', '--yes', path], 0, 'changes: 4')
    report('fix: moved to the left, BOM and line ends kept', read(path) == '\ufeffx = 1\r\n\r\nif x:\r\n\ty = 2', repr(read(path)))
    path = written('dropped.ma', 'async def f(): pass\nf()\n')
    run('A01 under -W error', ['-W', 'error', path], 1, err='hint A01: f() on line 2')
    run('A01 under -W ignore', ['-W', 'ignore', path], 0, err='', redirect='2>&1 >/dev/null | (! grep .)')
    path = written('left.ma', 'import asyncio\nasync def f():\n    await asyncio.sleep(1)\nasync def main():\n'
                              '    t = asyncio.create_task(f())\n    await asyncio.sleep(0)\nasyncio.run(main())\n')
    run('A11 under -W error', ['-W', 'error', path], 1, err='hint A11: await t before main returns')
    run('A11 under -W ignore', ['-W', 'ignore', path], 0, err='', redirect='2>&1 >/dev/null | (! grep .)')
    run('fix without a file', ['fix'], 2, err='usage')
    run('fix of no file', ['fix', os.path.join(folder, 'none.ma')], 2, err='[Errno 2]')
    run('explain', ['explain', 's02'], 0, 'typographic quotes')
    run('explain without a code', ['explain'], 0, 'A01')
    run('explain --lang zh', ['explain', '--lang=zh', 'S02'], 0, '中文引号 / typographic quotes')
    run('explain of no code', ['explain', 'Z1'], 2, err="no code 'Z1'")
    run('explain of nearly a code', ['explain', 'a1'], 2, err="did you mean 'A01'?")
    docs = read(os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'docs', 'errors.md'))
    for part in docs.split('\n## ')[1:]:
        code = part[:3]
        programs = part.split('```python\n')
        path = written('wrong.ma', programs[1].split('```')[0])
        for lang, word in (('en', 'hint %s: '), ('zh', '提示 %s：')):
            word = "Did you mean: 'sleep'?%.0s" if code == 'N01' else word
            run('%s: wrong (%s)' % (code, lang), [path], (0, 1), err=word % code, env={'MINIASYNC_LANG': lang})
        path = written('right.ma', programs[2].split('```')[0])
        run(code + ': right', [path], 0, err='', redirect='2>&1 >/dev/null | (! grep .)')


with tempfile.TemporaryDirectory() as folder:
    files(folder)
    teaching(folder)
for part in (streams, statuses, limits, faults, signals):
    part()
print('%d passed, %d failed' % tuple(counts))
sys.exit(1 if counts[1] else 0)
