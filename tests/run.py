#!/usr/bin/env python3
"""Run the script tests and the examples with a miniasync binary.

    tests/run.py BINARY [options]

A test is a file tests/scripts/<area>/*.ma; modules it imports lie in folders beside it (only
files directly in an area folder are tests). What it must do stands in its comments:

    # expect: text            the next line of stdout, wherever the comment stands in the file
    # expect-output:          the comment lines that follow are lines of stdout, in order
    # expect error: T: text   last line of stderr, exit status 1
    # expect exit: N          exit status (0 if not named)
    # expect stderr: text     stderr has this text somewhere
    # args: a b   # stdin: t  what to run it with (in stdin, \\n is a new line)
    # miniasync only          CPython is not asked (the reason may follow)
    # not under stress        left out when MINIASYNC_GC_STRESS is set: too slow there
    # needs: greenlet         CPython is asked only if it can import this
    # also on the model       run once more on lib/model/asyncio.ma, which must print the same

Addresses (0x...) count as equal; of the path of a script only the last part counts. With --oracle each
file is run with CPython too, which must agree about stdout and exit status. examples/NN_name.ma
must print examples/NN_name.out. tests/trace/NN_name[.loop|.all][.zh].narrate is what
`miniasync trace --narrate=LEVEL --lang LANG examples/NN_name.ma` prints (plain and en when not in its name).

tests/errors/<topic>.cases holds programs that fail, with all they print to stderr:

    === name exit 1         then the program; "only" after the number: CPython is not asked;
                            "calm": left out under stress, where the collector speaks earlier
    --- stdout              what it prints, if anything
    --- stderr              the traceback: CPython's, without the frames of its library
    --- hint                miniasync's own lines below it: `hint CODE: ...`
    --- hint zh             the same with MINIASYNC_LANG=zh
    --- shown               all that miniasync prints to stderr, where the lines of a SyntaxError are numbered;
    --- shown zh            place, caret and last line must be those of `--- stderr`
"""
import argparse
import concurrent.futures
import difflib
import http.server
import os
import signal
import re
import shlex
import subprocess
import sys
import tempfile
import threading
import time
import unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)


# Examples whose order of lines comes from real time: too slow a machine prints another.
REAL_TIME = ('26_kitchen.ma', '27_crawler.ma')


class Test:
    def __init__(self, path):
        self.path = path
        self.name = os.path.relpath(path, ROOT)
        self.stdout = []
        self.stderr = []
        self.error = None
        self.exit = 0
        self.args = []
        self.stdin = ''
        self.only = False
        self.stress = True
        self.needs = []
        self.checks_stdout = True
        self.whole_stderr = None
        self.hints = {}         # language -> the lines `hint CODE: ...` in stderr
        self.shown = {}         # language -> stderr, where the source lines are numbered
        self.before = []        # words between the binary and the script
        self.also_on_model = False
        self.environment = {}
        if path.endswith('.narrate'):
            with open(path, encoding='utf-8') as f:
                self.stdout = f.read().split('\n')[:-1]
            self.only = True
            name, *kinds = os.path.basename(path)[:-len('.narrate')].split('.')
            level = next((k for k in kinds if k in ('loop', 'all')), 'plain')
            self.before = ['trace', '--narrate=' + level, '--lang', 'zh' if 'zh' in kinds else 'en']
            self.path = os.path.join(ROOT, 'examples', name + '.ma')
            self.read(examples=True)
            self.only = True
            self.stress = name != '01_yield'    # tells when dropped generators end: at a collection
        elif os.path.dirname(path) == os.path.join(ROOT, 'examples'):
            with open(path[:-3] + '.out', encoding='utf-8') as f:
                self.stdout = f.read().split('\n')[:-1]
            self.read(examples=True)
            self.stress = os.path.basename(path) not in REAL_TIME
        else:
            self.read()

    def read(self, examples=False):
        in_block = False
        with open(self.path, encoding='utf-8', errors='surrogateescape', newline='') as f:
            lines = f.read().split('\n')
        for line in lines:
            line = line.rstrip('\r')
            if in_block:
                if line.startswith('#'):
                    self.stdout.append(line[2:] if line.startswith('# ') else line[1:])
                    continue
                in_block = False
            if line.startswith('# miniasync only'):
                self.only = True
            elif line.startswith('# not under stress'):
                self.stress = False
            elif line.startswith('# args:'):
                self.args = shlex.split(line[len('# args:'):])
            elif line.startswith('# stdin:'):
                self.stdin = line[len('# stdin:'):].strip().replace('\\n', '\n')
            elif line.startswith('# also on the model'):
                self.also_on_model = True
            elif line.startswith('# needs:'):
                self.needs = line[len('# needs:'):].split()
            found = re.search(r'# expect(-output| error| exit| stderr)?:(?: (.*))?$', line)
            if not found:
                continue
            kind, text = found.group(1), found.group(2) or ''
            if kind == '-output':
                in_block = True
            elif kind == ' error':
                self.error = text
                self.exit = 1
            elif kind == ' exit':
                self.exit = int(text)
            elif kind == ' stderr':
                self.stderr.append(text)
            elif not examples:
                self.stdout.append(text)


class OnModel(Test):
    """The same script on lib/model/asyncio.ma, the event loop in the language itself."""

    def __init__(self, path):
        super().__init__(path)
        self.name += ' on the model'
        self.only = True
        self.stress = False         # its clock is the real one
        self.stderr = []            # reports and warnings are the runtime's own
        self.environment = {'MINIASYNC_PATH': os.path.join(ROOT, 'lib', 'model')}


class Case(Test):
    """One program of a .cases file, written to a folder of its own to be run."""

    def __init__(self, topic, head, body, folder):
        words = head.split()
        body, _, shown_zh = body.partition('--- shown zh\n')
        body, _, shown = body.partition('--- shown\n')
        body, _, zh = body.partition('--- hint zh\n')
        body, _, en = body.partition('--- hint\n')
        program, _, rest = body.partition('--- stderr\n')
        program, _, out = program.partition('--- stdout\n')
        path = os.path.join(folder, topic, words[0] + '.ma')
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, 'w', encoding='utf-8', newline='') as f:
            f.write(program)
        super().__init__(path)
        self.name = 'tests/errors/%s.cases %s' % (topic, words[0])
        self.exit = int(words[2])
        self.only = 'only' in words
        self.stress = 'calm' not in words
        self.stdout = out.split('\n')[:-1]
        self.whole_stderr = rest
        self.hints = {'en': en.split('\n')[:-1]}
        if zh:
            self.hints['zh'] = zh.split('\n')[:-1]
        if shown:
            self.shown = {'en': shown, 'zh': shown_zh}
            self.hints = dict.fromkeys(self.shown, [])


def cases(path, folder):
    with open(path, encoding='utf-8', newline='') as f:
        parts = re.split(r'(?m)^=== (.*)\n', f.read())
    topic = os.path.basename(path)[:-len('.cases')]
    return [Case(topic, parts[i], parts[i + 1], folder) for i in range(1, len(parts), 2)]


def without_library(text):
    """A traceback of CPython without the frames of its own files."""
    out, skip = [], None
    for line in text.split('\n'):
        found = re.match(r'([ |]*)  File "([^"]*)"', line)
        if found:
            skip = found.group(1) + '    ' if re.search(r'/lib/python3|^<frozen', found.group(2)) else None
        elif skip is not None and not line.startswith(skip):
            skip = None
        if skip is None:
            out.append(line)
    return '\n'.join(out)


def normalise(text, folder):
    text = re.sub(r'0x[0-9a-fA-F]+', '0x...', text.replace(folder + os.sep, ''))
    text = re.sub(r'(?:/[^\s/:\'"]+)+/([^\s/:\'"]+\.(?:ma|py))\b', r'\1', text)
    return re.sub(r'(?m)^\{<.*>\}$', sort_set, text)


def sort_set(found):
    """CPython orders a printed set of Tasks by address; here the order does not count."""
    return '{<' + '>, <'.join(sorted(found.group()[2:-2].split('>, <'))) + '>}'


class Page(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        time.sleep(0.1)
        body = b'<html>miniasync</html>\n'
        self.send_response(200)
        self.send_header('Content-Type', 'text/html')
        self.send_header('Content-Length', str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        pass


def serve():
    """A page on the loopback for the examples that fetch one; the system picks the port."""
    server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), Page)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    os.environ['NOTES_URL'] = 'http://127.0.0.1:%d/' % server.server_address[1]
    for key in ('http_proxy', 'HTTP_PROXY', 'all_proxy', 'ALL_PROXY'):
        os.environ.pop(key, None)


HINT = re.compile(r'(hint|提示) [A-Z]\d\d[:：]|[ |]*T\d+ \S*(, awaited by|，由) T\d+ \S* ?(at|在)')


def without_hints(err):
    """stderr without the lines CPython does not have, and these."""
    lines = err.split('\n')
    return '\n'.join(l for l in lines if not HINT.match(l)), [l for l in lines if HINT.match(l)]


def execute(argv, test, limit, lang='en'):
    env = dict(os.environ, PYTHONIOENCODING='utf-8', PYTHONDONTWRITEBYTECODE='1', NO_COLOR='1',
               PYTHONHASHSEED='0', MINIASYNC_LANG=lang)
    env.update(test.environment)
    if 'PYTHON_COLORS' not in env:
        env['PYTHON_COLORS'] = '0'
    folder = os.path.dirname(test.path)
    try:
        p = subprocess.run(argv + test.before + [os.path.basename(test.path)] + test.args, cwd=folder, env=env,
                           input=test.stdin.encode(), stdout=subprocess.PIPE,
                           stderr=subprocess.PIPE, timeout=limit)
        out, err, status = p.stdout, p.stderr, p.returncode
    except subprocess.TimeoutExpired as e:
        out, err, status = e.stdout or b'', e.stderr or b'', 'timeout after %g s' % limit
    err = err.decode('utf-8', 'replace')
    if test.whole_stderr is not None:
        err = without_library(err)
    return normalise(out.decode('utf-8', 'replace'), folder), normalise(err, folder), status


def differ(want, got, limit=12):
    lines = list(difflib.unified_diff(want, got, 'wanted', 'got', lineterm='', n=1))[2:]
    if len(lines) > limit:
        lines = lines[:limit] + ['... %d lines more' % (len(lines) - limit)]
    return lines


def caret_column(line, marks):
    """The code point of the line that the first caret stands under."""
    width, at = 0, marks.find('^')
    for i, c in enumerate(line):
        if width >= at:
            return i
        width += 0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in 'WF' else 1
    return len(line) + at - width


def place(err, source):
    """Of a SyntaxError: its header, the column of its caret (None: not shown), its last line."""
    lines = without_hints(err)[0].rstrip('\n').split('\n')
    number = re.search(r'line (\d+)$', lines[0])
    col = None
    for a, b in zip(lines, lines[1:]):
        if number and a.startswith('%7s | ' % number.group(1)) and '^' in b and '|' in b[:9]:
            col = caret_column(a[10:], b[10:])
    if col is None and len(lines) == 4 and re.fullmatch(r'\s*\^+', lines[2]):
        text = source.split('\n')[int(number.group(1)) - 1]
        col = lines[2].index('^') - 4 + len(text) - len(text.lstrip(' \f'))
    return lines[0], col, lines[-1]


def shown_problems(test, err, lang):
    """Numbered source lines: as stored, and with the place and message CPython has."""
    with open(test.path, encoding='utf-8') as f:
        source = f.read()
    why = []
    if err != test.shown[lang]:
        why += ['shown (%s):' % lang] + differ(test.shown[lang].split('\n'), err.split('\n'), 30)
    ours, theirs = place(test.shown[lang], source), place(test.whole_stderr, source)
    if ours[0] != theirs[0] or ours[2] != theirs[2] or (None not in (ours[1], theirs[1]) and ours[1] != theirs[1]):
        why.append('%s but CPython: %s' % (ours, theirs))
    return why


def problems(test, out, err, status, lang='en'):
    why = []
    if lang and test.shown:
        why += shown_problems(test, err, lang)
        err = test.whole_stderr
    elif lang:
        hints = without_hints(err)[1]
        if test.whole_stderr is not None and hints != test.hints.get(lang, []):
            why += ['hints (%s):' % lang] + differ(test.hints.get(lang, []), hints)
    err = without_hints(err)[0] if not test.stderr else err
    want = [normalise(line, os.path.dirname(test.path)) for line in test.stdout]
    got = out.split('\n')
    if got and got[-1] == '':
        got.pop()
    if [l.rstrip() for l in want] != [l.rstrip() for l in got]:
        why.append('stdout:')
        why += differ([l.rstrip() for l in want], [l.rstrip() for l in got])
    if status != test.exit:
        why.append('exit status %s, wanted %s' % (status, test.exit))
        why += err.rstrip('\n').split('\n')[-6:]
    if test.error is not None and status == test.exit:
        last = without_hints(err)[0].rstrip('\n').split('\n')[-1]
        if last != normalise(test.error, os.path.dirname(test.path)):
            why.append('last line of stderr: %s' % last)
            why.append('             wanted: %s' % test.error)
    if test.whole_stderr is not None and err != test.whole_stderr:
        why.append('stderr:')
        why += differ(test.whole_stderr.split('\n'), err.split('\n'), 30)
    for text in test.stderr:
        if text not in err:
            why.append('stderr lacks: %s' % text)
            why += ['  | ' + line for line in err.rstrip('\n').split('\n')[-8:]]
    return why


class Oracle:
    """A CPython to compare with, and what it cannot import."""

    def __init__(self, argv):
        self.argv = argv
        self.lock = threading.Lock()
        self.known = {}

    def can(self, names):
        with self.lock:
            for name in names:
                if name not in self.known:
                    p = subprocess.run(self.argv + ['-c', 'import ' + name],
                                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                    self.known[name] = p.returncode == 0
            return all(self.known[name] for name in names)


def check(test, binary, oracle, limit):
    why = []
    if binary:
        why = problems(test, *execute(binary, test, limit))
        if 'zh' in test.hints:
            why += problems(test, *execute(binary, test, limit, 'zh'), 'zh')
    if oracle and not test.only and oracle.can(test.needs):
        out, err, status = execute(oracle.argv, test, 60)
        why += ['CPython: ' + line for line in problems(test, out, err, status, None)]
    return why


def collect(words, scratch):
    found = []
    for top in (os.path.join(HERE, 'scripts'), os.path.join(HERE, 'trace'), os.path.join(ROOT, 'examples')):
        depth = 1 if top.endswith('scripts') else 0
        for folder, folders, files in os.walk(top):
            folders.sort()
            level = 0 if folder == top else os.path.relpath(folder, top).count(os.sep) + 1
            if level >= depth:
                folders[:] = []
            if level != depth:
                continue
            for name in sorted(files):
                path = os.path.join(folder, name)
                if name.endswith('.narrate') or (
                        name.endswith('.ma') and (depth or os.path.exists(path[:-3] + '.out'))):
                    found.append(path)
    tests = [Test(p) for p in found if all(w in os.path.relpath(p, ROOT) for w in words)]
    tests += [OnModel(t.path) for t in tests if t.also_on_model]
    errors = os.path.join(HERE, 'errors')
    for name in sorted(os.listdir(errors)) if os.path.isdir(errors) else ():
        tests += [t for t in cases(os.path.join(errors, name), scratch) if all(w in t.name for w in words)]
    return tests


def main():
    # A shell that runs us in the background lets us ignore Ctrl-C, and the scripts would inherit that.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    parser.add_argument('binary', help="the miniasync binary; '-' for none (with --oracle)")
    parser.add_argument('--oracle', help='a CPython 3.13 that must agree')
    parser.add_argument('--filter', action='append', default=[], help='only paths with this text')
    parser.add_argument('--jobs', type=int, default=2)
    parser.add_argument('--timeout', type=float, default=20)
    parser.add_argument('--again', action='store_true', help='what fails is run up to twice more, alone, and said')
    parser.add_argument('--wrap', default='', help='a command in front, as "valgrind -q"')
    args = parser.parse_args()

    binary = None
    if args.binary != '-':
        binary = shlex.split(args.binary)
        if os.sep in binary[0]:
            binary[0] = os.path.abspath(binary[0])
        binary = shlex.split(args.wrap) + binary
    oracle = Oracle(shlex.split(args.oracle)) if args.oracle else None
    scratch = tempfile.TemporaryDirectory()
    tests = collect(args.filter, scratch.name)
    if os.environ.get('MINIASYNC_GC_STRESS'):
        tests = [test for test in tests if getattr(test, 'stress', True)]
    serve()
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(args.jobs) as pool:
        results = [(t, pool.submit(check, t, binary, oracle, args.timeout)) for t in tests]
        outcomes = [(test, result.result()) for test, result in results]
    for test, why in outcomes:
        if why and args.again:
            # Real time decides some orders, and other programs were running: twice more, alone.
            first = why
            for _ in range(2):
                why = why and check(test, binary, oracle, args.timeout)
            if not why:
                print('again', test.name, '(failed beside others: %s)' % ' '.join(first)[:200])
        if why:
            failed += 1
            print('FAIL', test.name)
            for line in why:
                print('    ' + line)
            sys.stdout.flush()
    print('%d passed, %d failed' % (len(tests) - failed, failed))
    return 1 if failed or not tests else 0


if __name__ == '__main__':
    sys.exit(main())
