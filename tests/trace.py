#!/usr/bin/env python3
"""Recordings: what they hold, that they open again, and that they say what the runtime does.

    tests/trace.py BINARY [--filter TEXT] [--jobs N] [--write]

selfcheck   every example and script test under `trace --selfcheck`: no difference, no crash
twice       two recordings of each example and script test are the same, byte for byte; `replay --check` agrees;
            written again after reading they are the same; `out` tells what the program wrote
cut         a recording cut at each of its last 200 bytes still opens
limit, unknown, newer, wrong, usage
            --limit writes a gap and the program runs on; unknown keys and events are skipped; a newer schema and
            what is no recording are refused; errors of the command line
input       what a program reads from standard input and the environment is recorded; --check gives it back
files       the same with files, folders and the machine: --check passes when they have changed or gone, elsewhere,
            and changes nothing there
batch       tests/trace/NAME.batch: commands of the stepper; its first line, `# OPTIONS SCRIPT`, says what is traced.
            What it prints is NAME.en.expect and, with --lang zh, NAME.zh.expect (--write makes them anew)
breakpoint  tests/trace/NAME.stdin: the same for a plain run that calls breakpoint(): its first line is `# SCRIPT`, the
            rest is its standard input, commands among it. Times are shown as `#`
moves       ten programs: every way forward goes in the past where it went live; `back` goes the same way back, and
            after `back` K times forward K times stands at the same event; both details
quiz        the key of every question is what the recording then shows: right, wrong, hinted, skipped, in both
            languages, live and in replay
shuffle     a race is found within 100 runs, what does not depend on the order is not reported, one seed is one
            recording
chrome      --chrome of each example: pairs, flows, slices and times fit together
states      tests/trace/NAME.states: `miniasync state` of some events of examples/NAME.ma (--write makes them anew)
"""
import argparse
import concurrent.futures
import difflib
import glob
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import threading

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
LIMIT = 200000
UTF8 = dict(os.environ, LC_ALL='C.UTF-8', NO_COLOR='1')
# Programs whose two recordings differ, because the world gives another answer each time. The answer is recorded, so their
# `--check` must pass all the same.
NOT_TWICE = {
    'calendar_binascii_walk.ma': 'os.stat() of files it has just written: their inodes and times are those of the real disk',
    'study_files_csv_urls.ma': 'the same',
    'files_and_streams.ma': 'os.stat() of a file it has just written: its inode and its times are those of the real disk',
    'os_paths.ma': 'the same, and os.path.getmtime()',
    'paths_digests_uuids.ma': 'the same, by Path.stat()',
    'requests_patched.ma': 'how long a real server takes is how often it is asked whether it has answered: `ext` http None',
    'requests_in_threads.ma': 'the same',
}


class Runner:
    def __init__(self, binary, scratch):
        self.binary = os.path.abspath(binary)
        self.scratch = scratch

    def run(self, *args, timeout=60, stdin=b'', env=None, cwd=ROOT):
        done = subprocess.run([self.binary, *args], cwd=cwd, input=stdin, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, timeout=timeout, env=env)
        return done.returncode, done.stdout, done.stderr

    def path(self, name):
        return os.path.join(self.scratch, name)

    def record(self, script, name, *options, stdin=b'', args=()):
        path = self.path(name)
        status, out, err = self.run('trace', '--record', path, *options, script, *args, stdin=stdin)
        with open(path, 'rb') as f:
            return path, f.read(), status, out, err


def need(condition, text):
    if not condition:
        raise AssertionError(text)


def read_script(script):
    """Its text, and the standard input and the arguments its first lines ask for."""
    with open(os.path.join(ROOT, script), encoding='utf-8', errors='replace') as f:
        text = f.read()
    stdin, args = b'', []
    for line in text.splitlines():
        if line.startswith('# stdin:'):
            stdin = line[8:].strip().replace('\\n', '\n').encode()
        elif line.startswith('# args:'):
            args = line[7:].split()
    return text, stdin, args


def check_selfcheck(runner, script, detail):
    text, stdin, args = read_script(script)
    try:
        status, out, err = runner.run('trace', '--selfcheck', '--detail', detail, script, *args, stdin=stdin,
                                      timeout=180)
    except subprocess.TimeoutExpired:
        raise AssertionError('took too long')
    said = [line for line in err.decode(errors='replace').splitlines() if '--selfcheck: event' in line]
    need(status != 70 and not said, ' '.join(said) or 'status 70')
    need(status >= 0 or status == -signal.SIGINT or 'kill' in text, 'ended by signal %d' % -status)


def check_twice(runner, script):
    name = script.replace('/', '.')
    stdin, args = read_script(script)[1:]
    path, first, status, out, err = runner.record(script, name + '.1.jsonl', stdin=stdin, args=args)
    second = runner.record(script, name + '.2.jsonl', stdin=stdin, args=args)[1]
    need(first == second or os.path.basename(script) in NOT_TWICE, 'two runs, two recordings')
    again = runner.path(name + '.3.jsonl')
    status, said, err = runner.run('replay', '--record', again, path)
    need(status == 0, 'replay: %s' % err.decode())
    with open(again, 'rb') as f:
        need(f.read() == first, 'read and written again it is another')
    events = [json.loads(line) for line in first.decode().splitlines()]
    need(any(e['ev'] == 'gap' for e in events) or
         ''.join(e['text'] for e in events if e['ev'] == 'out' and e['fd'] == 1) == out.decode(errors='replace'),
         'it wrote something else than `out` tells')
    status, said, err = runner.run('replay', '--check', path)
    need(status == 0, said.decode(errors='replace') + err.decode(errors='replace'))
    need(runner.run('state', path, '0')[0] == 0, 'state')
    for used in path, again, runner.path(name + '.2.jsonl'):
        os.remove(used)


def check_cut(runner):
    path, whole = runner.record('examples/00_fetch.ma', 'cut.jsonl')[:2]
    for cut in range(1, 201):
        with open(path, 'wb') as f:
            f.write(whole[:-cut])
        status, out, err = runner.run('state', path, '5')
        need(status == 0 and b'"events":6' in out, 'cut by %d: %s' % (cut, err.decode()))


def check_limit(runner):
    path, whole, status, out, err = runner.record('examples/00_fetch.ma', 'limit.jsonl', '--limit', '30')
    lines = whole.decode().splitlines()
    need(status == 0 and out.decode() == 'a starts\nb starts\nA B\n', 'the program did not run on')
    need('"ev":"gap"' in lines[30] and '"ev":"end"' in lines[31] and len(lines) == 32, 'no gap at event 30')
    need(err.decode().count('\n') == 1 and '--limit' in err.decode(), 'stderr: ' + err.decode())
    for count, lang, text in (('1', 'en', '1 event (--limit)'), ('30', 'en', '30 events (--limit)'), ('30', 'zh', '30 个事件')):
        err = runner.record('examples/00_fetch.ma', 'limit.jsonl', '--limit', count, '--lang', lang)[4]
        need(text in err.decode(), err.decode())
    status, out, err = runner.run('trace', '--narrate', '--limit', '30', 'examples/00_fetch.ma')
    need('\nA B\n' in out.decode(), 'narrated, the rest of the output is lost')


def check_unknown(runner):
    path, whole = runner.record('examples/00_fetch.ma', 'unknown.jsonl')[:2]
    status, before, err = runner.run('state', path, '20')
    lines = whole.decode().splitlines()
    changed = [lines[0].replace('"clock"', '"extra":{"a":[1,2,{"b":null}],"c":"x\\"y"},"clock"')]
    for line in lines[1:]:
        changed.append(line.replace('{"i":', '{"odd":[[],{}],"more":-1.5e3,"i":', 1)[:-1] + ',"last":true}')
    changed.insert(5, '{"i":5,"t":0,"ev":"from_the_future","by":"T1","x":[1]}')
    with open(path, 'w') as f:
        f.write('\n'.join(changed[:1] + [c for c in changed[1:]]) + '\n')
    status, after, err = runner.run('state', path, '20')
    need(status == 0, err.decode())
    need(json.loads(after)['tasks'] == json.loads(before)['tasks'], 'another state')


def check_newer(runner):
    path, whole = runner.record('examples/00_fetch.ma', 'newer.jsonl')[:2]
    with open(path, 'wb') as f:
        f.write(whole.replace(b'miniasync.trace/1', b'miniasync.trace/2', 1))
    status, out, err = runner.run('replay', path)
    need(status == 1 and b'miniasync.trace/2' in err, err.decode())
    with open(path, 'wb') as f:
        f.write(whole.replace(b'miniasync.trace/1', b'miniasync.trace/1.9', 1))
    need(runner.run('state', path, '3')[0] == 0, 'a newer minor number must open')


def check_wrong(runner):
    path = runner.path('wrong.jsonl')
    begin = b'{"i":0,"t":0,"ev":"begin","schema":"miniasync.trace/1"}\n'
    for text, good in ((b'', False), (b'{}', False), (b'hello\n', False), (b'\xff\xfe\n', False), (b'[' * 5000, False),
                       (b'{"ev":"begin"}\n', False), (begin, True), (begin + b'{"ev":"round","n":1', True),
                       (begin + b'{"ev":"round","n":1\n{}\n', False), (begin + b'{"ev":' + b'[' * 100000, True),
                       (begin + b'{"ev":"end\\u0000' + b'x' * 5000 + b'"}\n{"ev":""}\n', True),
                       (begin + b'{"ev":"ext","what":"open","v":"' + b'(' * 5000 + b'"}\n', True),
                       (begin + b'{"ev":"task_new","task":"T4000000000"}\n', True),
                       (begin + b'{"ev":"task_new","task":"T99999999999999999999"}\n', True),
                       (begin + b'{"ev":"ready","h":7,"task":[],"at":{"a":1},"why":3.5}\n', True),
                       (begin + b'{"ev":"task_wait","chain":[{"locals":[1]},7,null]}\n', True),
                       (begin + b'{"ev":"pick","h":"H9"}\n{"ev":"ran","h":"H9"}\n{"ev":"ran"}\n', True)):
        with open(path, 'wb') as f:
            f.write(text)
        status, out, err = runner.run('state', path, '0')
        need(status == (0 if good else 1), '%r: status %d, %s' % (text[:60], status, err.decode(errors='replace')))
        status, out, err = runner.run('replay', '--narrate=loop', path)
        need(status in (0, 1), '%r: replay: status %d' % (text[:60], status))


CHROME_KEYS = {'M': {'args'}, 'X': {'dur', 'cat', 'args'}, 'b': {'id', 'cat', 'args'}, 'e': {'id', 'cat'}, 's': {'id', 'cat'},
               'f': {'id', 'cat', 'bp'}, 'C': {'args'}, 'i': {'s', 'cat', 'args'}}


def chrome_slices(events):
    """X slices by tid; those of one tid are apart."""
    slices = {}
    for e in events:
        if e['ph'] == 'X':
            need(e['dur'] >= 0, 'a slice that ends before it begins: %s' % e)
            slices.setdefault(e['tid'], []).append((e['ts'], e['ts'] + e['dur']))
    for thread, runs in slices.items():
        runs.sort()
        for one, two in zip(runs, runs[1:]):
            need(one[1] <= two[0], 'thread %d: %s over %s' % (thread, one, two))
    return slices


def validate_chrome(document):
    """Chrome Trace Event JSON as TRACE asks for it: keys, pairs, flows from slice to slice, counters, time."""
    need(set(document) == {'traceEvents', 'displayTimeUnit'} and document['displayTimeUnit'] == 'ms', 'the outer object')
    events = document['traceEvents']
    slices = chrome_slices(events)
    inside = lambda e: any(begin <= e['ts'] <= end for begin, end in slices.get(e['tid'], ()))
    last, pairs, starts, used = 0, {}, {}, set()
    for e in events:
        need(e['ph'] in CHROME_KEYS and set(e) == {'ph', 'pid', 'tid', 'ts', 'name'} | CHROME_KEYS[e['ph']] | (set(e) & {'args'}),
             'a row of another form: %s' % e)
        need(e['pid'] == 1 and isinstance(e['ts'], int) and isinstance(e['name'], str) and e['name'], 'a row: %s' % e)
        need(e['ts'] >= last, 'ts falls at %s' % e)
        last = e['ts']
        if e['ph'] in 'bs':
            need(e['id'] not in used, 'an id twice: %s' % e)
            used.add(e['id'])
        if e['ph'] == 'b':
            need(e['tid'] not in [p['tid'] for p in pairs.values()], 'two states at once: %s' % e)
            pairs[e['id']] = e
        elif e['ph'] == 'e':
            begun = pairs.pop(e['id'])
            need((begun['name'], begun['tid']) == (e['name'], e['tid']), 'e of another b: %s' % e)
        elif e['ph'] == 's':
            need(inside(e), 'a flow from nowhere: %s' % e)
            starts[e['id']] = e
        elif e['ph'] == 'f':
            need(starts.pop(e['id'])['ts'] <= e['ts'] and e['bp'] == 'e' and inside(e), 'flow: %s' % e)
        elif e['ph'] == 'C':
            need(set(e['args']) == {'ready', 'timers'} and all(v >= 0 for v in e['args'].values()), 'counters: %s' % e)
        elif e['ph'] == 'i':
            need(e['s'] == 't', 'report: %s' % e)
    need(not pairs and not starts, 'left open: %s %s' % (pairs, starts))
    names = {e['tid']: e['args']['name'] for e in events if e['ph'] == 'M' and e['name'] == 'thread_name'}
    need(set(names) >= {e['tid'] for e in events} and names[0] == 'event loop', 'threads without a name: %s' % names)
    return events, names


def check_chrome(runner, script, *options):
    path = runner.path(os.path.basename(script) + ''.join(options) + '.json')
    runner.run('trace', '--chrome', path, '--record', path + 'l', *options, script)
    with open(path, encoding='utf-8') as f:
        text = f.read()
    events, names = validate_chrome(json.loads(text))
    recorded = read_recording(path + 'l')
    steps = sum(e['ev'] == 'task_step' for e in recorded)
    runs = sum(e['ph'] == 'X' and 0 < e['tid'] < 1000000 for e in events)
    need(runs == steps, '%d runs of tasks for %d steps' % (runs, steps))
    tasks = {e['task'] for e in recorded if e['ev'] == 'task_new'}
    need({'T%d' % tid for tid in names if 0 < tid < 1000000} == tasks, 'threads %s for tasks %s' % (names, tasks))
    need(sum(e['ph'] == 'i' for e in events) == sum(e['ev'] == 'report' for e in recorded), 'reports')
    if '--clock' not in options:
        whole = [e for e in events if 'event' in e.get('args', {})]
        need(all(e['ts'] == 1000 * e['args']['event'] for e in whole), 'ts is not 1000 for each event')
        need(all(e['args']['clock_us'] == recorded[e['args']['event']]['t'] for e in whole), 'the clock in args')
    again = runner.path(os.path.basename(script) + '.again.json')
    runner.run('replay', '--chrome', again, path + 'l')
    with open(again, encoding='utf-8') as f:
        need(f.read() == text, 'the replay writes another one')


INPUT = '''import os, sys
print(input('name? '), repr(sys.stdin.readline()))
for line in sys.stdin:
    print(repr(line))
    break
print(sys.stdin.readlines(3), repr(sys.stdin.read(4)), repr(sys.stdin.read()))
try:
    input()
except EOFError as e:
    print(e)
print(os.getenv('TRACE_TEST'), os.getenv('TRACE_TEST_NOT', 3))
'''


def check_input(runner):
    """What was typed and what the environment said are in the recording: played again it needs neither."""
    script = runner.path('input.ma')
    with open(script, 'w') as f:
        f.write(INPUT)
    path = runner.path('input.jsonl')
    status, out, err = runner.run('trace', '--record', path, script, stdin='Ann\n2\n3\n4\n5\n6 end\n7 中文'.encode(),
                                  env=dict(os.environ, TRACE_TEST='one'))
    need(status == 0 and out.decode().startswith("name? Ann '2\\n'"), out.decode() + err.decode())
    with open(path, encoding='utf-8') as f:
        events = [json.loads(line) for line in f]
    need(''.join(e['text'] for e in events if e['ev'] == 'in').startswith('Ann\n2\n3\n4\n5\n6 end\n7 中文'), 'in is lost')
    status, out, err = runner.run('replay', '--check', path, env=dict(os.environ, TRACE_TEST='two'))
    need(status == 0, out.decode() + err.decode())


FILES = '''import os, platform, sys, time
import helper
with open('data.txt') as f:
    text = f.read()
print(text, len(text), f.closed)
with open('data.txt', 'rb') as f:
    print(f.read(5), f.tell(), f.seek(2), f.readline(), f.fileno() > 2)
for line in open('data.txt'):
    print(len(line), end=' ')
for act in (lambda: open('none.txt'), lambda: os.rename('none', 'b'), lambda: open('.'), lambda: os.listdir('none'),
            lambda: os.stat('none')):
    try:
        act()
    except OSError as e:
        print(type(e).__name__, e, e.errno, e.filename, e.filename2)
print(sorted(os.listdir('.')), os.path.exists('data.txt'), os.path.getsize('data.txt'), os.stat('data.txt').st_mtime_ns)
with open('out.txt', 'w') as f:
    print(f.write('hello'), f.tell(), f.truncate(3))
with open('out.txt', 'a+') as f:
    print(f.write('more'), f.seek(0), f.read())
os.remove('out.txt')
print(os.path.exists('out.txt'), os.getcwd(), platform.node(), os.getpid())
print(time.localtime(), time.strftime('%H:%M %Z'), time.mktime((2026, 7, 1, 0, 0, 0, 0, 0, -1)), time.ctime())
print(os.environ['HOME'], os.environ.get('TRACE_TEST'), 'TRACE_NOT' in os.environ, len(os.environ), dict(os.environ))
os.write(1, b'raw\\n')
sys.stdout.buffer.write(b'bytes\\n')
print(sys.stdin.buffer.read(), helper.__file__[-9:])
helper.fail()
'''


def check_files(runner):
    here, there = (os.path.join(runner.scratch, name) for name in ('files here', 'files there'))
    os.mkdir(here)
    os.mkdir(there)
    for name, text in (('files.ma', FILES), ('helper.ma', 'def fail():\n    raise ValueError(3)\n'),
                       ('data.txt', 'one\nline two 中文\n' + 'x' * 50000)):
        with open(os.path.join(here, name), 'w') as f:
            f.write(text)
    path = runner.path('files.jsonl')
    status, out, err = runner.run('trace', '--record', path, 'files.ma', cwd=here, stdin=b'in\x00put\xff',
                                  env=dict(os.environ, TRACE_TEST='one', TZ='UTC'))
    need(status == 1 and err.count(b'Traceback') == 1 and b'raw\n' in out and b'\nbytes\n' in out, out.decode() + err.decode())
    for name in os.listdir(here):
        os.remove(os.path.join(here, name))
    os.rmdir(here)
    status, out, err = runner.run('replay', '--check', path, cwd=there, env=dict(os.environ, HOME='/', TZ='Asia/Tokyo'))
    need(status == 0, out.decode() + err.decode())
    need(not os.listdir(there) and not os.path.exists(here), 'the replay wrote something')


def check_usage(runner):
    for args in (['trace'], ['trace', '--no', 'x.ma'], ['trace', '--narrate=x', 'x.ma'], ['trace', '--limit'],
                 ['trace', '--limit', '0', 'x.ma'], ['trace', '--clock', 'sun', 'x.ma'], ['trace', '--ascii=1', 'x.ma'],
                 ['trace', '--check', 'x.ma'], ['trace', 'not_there.ma'], ['replay'], ['state'], ['state', 'x'],
                 ['state', 'x', '-1'], ['state', 'x', 'y']):
        status, out, err = runner.run(*args)
        need(status == 2 and out == b'' and err.count(b'\n') == 1, '%s: status %d, %r' % (args, status, err))
    status, out, err = runner.run('trace', '--help')
    need(status == 0 and out.startswith(b'usage: miniasync trace') and not err, '--help')


def check_states(runner, path, write):
    name = os.path.basename(path)[:-len('.states')]
    recording = runner.record('examples/%s.ma' % name, name + '.jsonl')[0]
    with open(path, encoding='utf-8') as f:
        stored = [line for line in f.read().splitlines() if line]
    fresh = []
    for line in stored:
        index = json.loads(line)['events'] - 1
        status, out, err = runner.run('state', recording, str(index))
        need(status == 0, err.decode())
        fresh.append(out.decode().rstrip('\n'))
        need(write or fresh[-1] == line, 'event %d:\n  stored %s\n  now    %s' % (index, line, fresh[-1]))
    if write:
        with open(path, 'w', encoding='utf-8') as f:
            f.write('\n'.join(fresh) + '\n')


def check_batch(runner, path, lang, write):
    with open(path, encoding='utf-8') as f:
        first = f.readline()
    need(first.startswith('# '), 'the first line must be "# OPTIONS SCRIPT"')
    status, out, err = runner.run('trace', '--batch', path, '--lang', lang, *first[2:].split(), env=UTF8)
    compare_lines(path[:-len('.batch')], lang, status, out, err, write)


def check_breakpoint(runner, path, lang, write):
    with open(path, 'rb') as f:
        first, commands = f.readline().decode(), f.read()
    status, out, err = runner.run(*first[2:].split(), stdin=commands, env=dict(UTF8, MINIASYNC_LANG=lang))
    out = re.sub(rb'\d+\.\d{3} s', b'#.### s', out)
    compare_lines(path[:-len('.stdin')], lang, status, out, err, write)


def compare_lines(name, lang, status, out, err, write):
    got = out.decode(errors='replace') + ('--- stderr\n' + err.decode(errors='replace') if err else '')
    got += '--- status %d\n' % status
    expected = '%s.%s.expect' % (name, lang)
    if write:
        with open(expected, 'w', encoding='utf-8') as f:
            f.write(got)
    with open(expected, encoding='utf-8') as f:
        wanted = f.read()
    need(got == wanted, '\n'.join(difflib.unified_diff(wanted.splitlines(), got.splitlines(), 'expected', 'now',
                                                       lineterm='')))


# --- moves

MOVING = ('examples/00_fetch.ma', 'examples/01_yield.ma', 'examples/02_greenlet.ma', 'examples/12_dunder_await.ma',
          'examples/17_wait.ma', 'examples/19_future.ma', 'examples/20_future_states.ma', 'examples/28_lock_order.ma',
          'tests/trace/step_calls.ma', 'tests/trace/moves_mix.ma')
MOVES = ('step', 'next', 'return', 'switch', 'round', 'event', 'until')


def stops(runner, script, detail, commands):
    """For each command the number of the event where it stops; None: it has moved nowhere."""
    with tempfile.NamedTemporaryFile('w', suffix='.batch', dir=runner.scratch) as f:
        f.write('\n'.join(commands) + '\n')
        f.flush()
        out = runner.run('trace', '--lang', 'en', '--detail', detail, '--batch', f.name, script, env=UTF8)[1]
    answers = re.split(r'^\(trace(?: #\d+/\d+)?\) ?.*\n', out.decode(errors='replace'), flags=re.M)[1:-1]
    found = [re.findall(r'^#(\d+) ', answer, flags=re.M) for answer in answers]
    return [int(numbers[-1]) if numbers else None for numbers in found]


def check_moves(runner, script, move):
    enough = 25
    for detail in ('line', 'loop'):
        live = stops(runner, script, detail, ['step'] * 4 + [move] * enough)[3:]
        count = next((i for i in range(1, len(live)) if live[i] in (None, live[i - 1])), len(live)) - 1
        count = min(count, enough)
        for k in (1, 3, count):
            if not 0 < k <= count:
                continue
            got = stops(runner, script, detail, ['step'] * 4 + [move] * count + ['back'] * k + [move] * k +
                        ['back %d' % k] + [move] * k)[4 + count:]
            need(got[:k] == live[count - k:count][::-1], '%s, %s, back %d: %s, not %s' % (
                move, detail, k, got[:k], live[count - k:count][::-1]))
            for again in (got[k:2 * k], got[2 * k + 1:]):
                need(again == live[count - k + 1:count + 1], '%s, %s, forward again %d: %s, not %s' % (
                    move, detail, k, again, live[count - k + 1:count + 1]))


# --- quiz and shuffle

QUIZ_PROGRAMS = ('tests/trace/quiz_mix.ma', 'examples/00_fetch.ma', 'tests/trace/step_cycle.ma')
VERDICTS = {'en': ('yes: ', 'no: ', 'the answer: ', 'Not decided'),
            'zh': ('对：', '不对：', '答案：', '没有结果')}
PROMPTS = {'en': 'your answer: ', 'zh': '你的回答：'}


def read_recording(path):
    with open(path, encoding='utf-8') as f:
        return [json.loads(line) for line in f]


def quiz_key(events, index):
    """The key of the question that the `quiz` event at `index` answers, from the events before it alone."""
    quiz, deciding = events[index], events[index - 1]
    kind = quiz['kind']
    if kind == 'order':
        if deciding['ev'] == 'task_step':
            return deciding['task']
        return {'wait': 'nothing', 'pick': 'callback'}[deciding['ev']]
    if kind == 'suspend':
        return 'suspended' if deciding['ev'] in ('task_wait', 'task_yield') else 'straight on'
    if kind == 'clock':
        return '%d.%03d s' % (deciding['to'] // 1000000, deciding['to'] // 1000 % 1000)
    if kind == 'output':
        if deciding['ev'] != 'out':
            return 'nothing more'
        line = next(e for e in reversed(events[:index]) if e['ev'] in ('line', 'resume') and e['by'] == deciding['by'])
        return '%s line %d' % (deciding['by'], line['line'])
    return None


def quiz_run(runner, script, lang, answers, *options):
    """What was printed, the recording, and for each question: (its lines, its verdict)."""
    path, record = runner.path('answers'), runner.path('quiz.%d.jsonl' % threading.get_ident())
    path += '.%d' % threading.get_ident()
    with open(path, 'w') as f:
        f.write('\n'.join(answers) + '\n')
    status, out, err = runner.run('trace', '--quiz', '--lang', lang, '--answers', path, '--record', record, *options,
                                  script, env=UTF8)
    return out.decode(), record


CAUSES = (('time', 'root cause: time.'), ('io', 'root cause: input or I/O.'), ('cycle', 'root cause: a cycle:'),
          ('nobody', 'root cause: nobody.'), ('other', 'root cause: '))


def check_causes(runner, record, verdicts, quizzes):
    """What is told is what `why` says there, and it is the key."""
    told = [re.search(r'(root cause: .*) \("why (T\d+)" at #(\d+) ', verdict) for verdict in verdicts]
    told = [match.groups() for match in told if match]
    for (root, task, event), quiz in zip(told, quizzes):
        path = runner.path('why.%d' % threading.get_ident())
        with open(path, 'w') as f:
            f.write('goto %s\nwhy %s\nq\n' % (event, task))
        status, out, err = runner.run('replay', '--lang', 'en', '--batch', path, record, env=UTF8)
        need('\n%s\n' % root in out.decode(), '%s, and why says: %s' % (root, out.decode()))
        key = next(code for code, text in CAUSES if root.startswith(text))
        need(quiz['given'] in ('s', '? s') or quiz['right'] == (quiz['given'].replace('? ', '') == key),
             '%s, the key is %s' % (quiz, key))


def check_quiz(runner, script, lang, seed):
    answers = [a for n in range(40) for a in ('1', '?', '2', 's', '3', '?', '1', '2')]
    out, record = quiz_run(runner, script, lang, answers, '--seed', seed)
    events = read_recording(record)
    quizzes = [i for i, e in enumerate(events) if e['ev'] == 'quiz']
    need(quizzes, 'no question was asked')
    kinds = [events[i]['kind'] for i in quizzes]
    need(all(a != b for a, b in zip(kinds, kinds[1:])), 'one kind twice running: %s' % kinds)
    for i in quizzes:
        given, right = events[i]['given'], events[i]['right']
        key = quiz_key(events, i)
        if given.endswith('s') and given in ('s', '? s'):
            need(not right, 'skipped, and right')
        elif key is not None and events[i]['kind'] != 'output':
            need(right == (given.replace('? ', '') == key), 'event %d: %s, the key is %s' % (i, events[i], key))
        elif key is not None and given.replace('? ', '') not in ('something else', 'nothing more'):
            need(right == (given.replace('? ', '') == key), 'event %d: %s, the key is %s' % (i, events[i], key))
    verdicts = [line for line in out.splitlines() if line.startswith(VERDICTS[lang])]
    need(len(verdicts) >= len(quizzes), '%d answers, %d verdicts' % (len(quizzes), len(verdicts)))
    told = [v for v in verdicts if not v.startswith(VERDICTS[lang][3])]
    for verdict, i in zip(told, quizzes):
        want = 2 if events[i]['given'] in ('s', '? s') else 0 if events[i]['right'] else 1
        need(verdict.startswith(VERDICTS[lang][want]), '%r for %s' % (verdict, events[i]))
        need('#' in verdict, 'no event number: ' + verdict)
    check_causes(runner, record, verdicts, [events[i] for i in quizzes if events[i]['kind'] == 'cause'])
    # At most one question in 5 stop points.
    stops = ('line', 'task_wait', 'task_yield', 'await_ready', 'task_step', 'task_done', 'task_cancel', 'fut_set',
             'timer_fire', 'clock', 'raise', 'report')
    need(sum(e['ev'] in stops for e in events) >= 5 * (len(quizzes) - 1), 'too many questions')
    status, checked, err = runner.run('replay', '--check', record)
    need(status == 0, checked.decode() + err.decode())
    again, record2 = quiz_run(runner, script, lang, answers, '--seed', seed)
    need(again == out, 'the same seed, other questions')
    # The replay asks the same. The recording has the answers of the first time in it.
    path = runner.path('answers.%d' % threading.get_ident())
    status, replayed, err = runner.run('replay', '--quiz', '--seed', seed, '--lang', lang, '--answers', path, record2,
                                       env=UTF8)
    asked = lambda text: [line for line in text.splitlines() if line.startswith('? ') or line.startswith(PROMPTS[lang])]
    need(asked(replayed.decode()) == asked(out), 'the replay asks otherwise:\n' + replayed.decode())


def questions_of(runner, record):
    """What the page would ask: [event, kind, right, decided, title, ...], the titles in English."""
    page = record + '.html'
    runner.run('replay', '--html', page, record)
    with open(page, encoding='utf-8') as f:
        told = json.loads(re.search(r'id="narration">\n(.*?)</script>', f.read(), re.S).group(1))
    fill = lambda row: re.sub('[\ue000-\ue03b]', lambda c: str(row[ord(c.group()) - 0xE000 + 1]), told['patterns'][row[0]][0])
    return [question[:4] + [fill(row) for row in question[4:]] for question in told['questions']]


def suspends_there(lines, task, step, line):
    """By a recording with lines: does the task's step `step` stop at the line? None: it does not come there."""
    at = [i for i, e in enumerate(lines) if e['ev'] == 'task_step' and e['task'] == task][step]
    for i in range(at + 1, len(lines)):
        e = lines[i]
        if e['ev'] in ('task_wait', 'task_yield', 'task_done') and e['task'] == task:
            return None
        if e['ev'] == 'line' and e['line'] == line and e['by'] == task:
            for later in lines[i + 1:]:
                if later['ev'] in ('task_wait', 'task_yield') and later['task'] == task:
                    return 0
                if later.get('r') == e['r'] and (later['ev'] == 'line' or (later['ev'] == 'leave' and later['how'] != 'await')):
                    return 1
    return None


def check_quiz_loops(runner, script):
    """A recording without lines has questions about lines, too; their keys are what a recording with lines shows."""
    kinds = set()
    for seed in range(6):
        record, options = runner.path(os.path.basename(script) + '.loop'), ('--seed', str(seed))
        runner.run('trace', '--record', record, *options, script)
        runner.run('trace', '--record', record + '.lines', '--detail', 'line', *options, script)
        events, lines = read_recording(record), read_recording(record + '.lines')
        for asked, kind, right, decided, title, hint, reason, *choices in questions_of(runner, record):
            kinds.add(kind)
            if right < 0:
                continue
            if kind == 'suspend':
                task, line = re.match(r'is (T\d+) suspended at line (\d+):', title).groups()
                step = sum(e['ev'] == 'task_step' and e['task'] == task for e in events[:asked])
                key = suspends_there(lines, task, step, int(line))
                need(key == right, 'seed %d, #%d %s: %s, with lines it is %s' % (seed, asked, title, right, key))
            elif kind == 'output':
                out = next((e for e in events[asked + 1:] if e['ev'] == 'out' and e['text']), None)
                who = 'nothing more' if not out else out['by'] if out['by'] in [c.split(' ')[0] for c in choices] else 'none of them'
                need(choices[right].split(' ')[0] == who or choices[right] == who, '#%d: %s, not %s' % (asked, choices[right], who))
    return kinds


def check_quiz_loop_kinds(runner):
    kinds = check_quiz_loops(runner, QUIZ_PROGRAMS[0])
    need(len(kinds) == 5, 'without lines only %s are asked' % kinds)


def check_quiz_kinds(runner):
    """Each kind answered right, wrong, hinted and skipped: the points say so."""
    seen = set()
    for seed in range(12):
        for answer in (['1'], ['2'], ['?', '1'], ['?', '2'], ['s'], ['3', '1']):
            out, record = quiz_run(runner, QUIZ_PROGRAMS[0], 'en', answer * 40, '--seed', str(seed))
            got = asked = 0
            for e in read_recording(record):
                if e['ev'] != 'quiz':
                    continue
                hinted, skipped = e['given'].startswith('? '), e['given'].endswith('s') and e['given'] in ('s', '? s')
                need(hinted == (answer[0] == '?') and skipped == (answer == ['s']), 'given %r' % e['given'])
                seen.add((e['kind'], 'skipped' if skipped else 'hinted' if hinted and e['right'] else
                          'right' if e['right'] else 'wrong'))
                asked += not skipped
                got += e['right'] * (0.5 if hinted else 1)
            need('score %g of %d' % (got, asked) in out, 'score %g of %d:\n%s' % (got, asked, out))
            need(answer == ['s'] or got == asked or 'worth a second look: goto ' in out, 'no second look')
    missing = [(kind, how) for kind in ('order', 'suspend', 'output', 'clock', 'cause')
               for how in ('right', 'wrong', 'hinted', 'skipped') if (kind, how) not in seen]
    need(not missing, 'never seen: %s' % missing)


def check_quiz_live(runner):
    """A question is asked before the program makes the next event: nothing printed after it is there yet."""
    path = runner.path('live.ma')
    with open(path, 'w') as f:
        f.write('import asyncio, os\n\nasync def f():\n    await asyncio.sleep(0.1)\n    os.mkdir(%r)\n\n'
                'asyncio.run(f())\n' % runner.path('made'))
    process = subprocess.Popen([runner.binary, 'trace', '--quiz', '--lang', 'en', path], stdin=subprocess.PIPE,
                               stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=UTF8, cwd=ROOT)
    process.stdin.write(b'c\n')
    process.stdin.flush()
    seen = b''
    while b'your answer: ' not in seen:
        piece = os.read(process.stdout.fileno(), 4096)
        need(piece, 'no question: %r' % seen)
        seen += piece
    need(not os.path.exists(runner.path('made')), 'the program has run past the question')
    out = process.communicate(b'1\nquiz off\nc\nq\n', timeout=20)[0]
    need(os.path.exists(runner.path('made')), 'the program did not run on: %r' % out)


def check_quiz_wrong(runner):
    status, out, err = runner.run('trace', '--quiz', '--answers', runner.path('not there'), QUIZ_PROGRAMS[1])
    need(status != 0 and b'not there' in err, 'status %d: %r' % (status, err))
    for answers in (['x', '99', '', '# remark', '0', '1'], [], ['\xff\xfe', 's']):
        out, record = quiz_run(runner, QUIZ_PROGRAMS[1], 'en', answers)
        need('A B' in out, 'the program did not end: ' + out)
    need(runner.run('trace', '--quiz=4', QUIZ_PROGRAMS[1])[0] == 2, '--quiz=4')
    record = runner.path('loops.jsonl')
    runner.run('trace', '--record', record, QUIZ_PROGRAMS[0])
    status, out, err = runner.run('replay', '--quiz', '--answers', runner.path('answers.%d' % threading.get_ident()), record)
    need(status == 0, err.decode())


def check_shuffle(runner):
    for lang, many, one in (('en', '2 different outputs in 100 runs', '100 runs, 1 output'),
                            ('zh', '运行 100 次，有 2 种不同的输出', '运行 100 次，输出只有 1 种')):
        for script, status_wanted, text in (('shuffle_race', 1, many), ('shuffle_tenth', 1, many), ('shuffle_same', 0, one)):
            status, out, err = runner.run('shuffle', '--lang', lang, 'tests/trace/%s.ma' % script, timeout=120)
            need(status == status_wanted and out.decode().startswith(text) and not err,
                 '%s: status %d\n%s%s' % (script, status, out.decode(), err.decode()))
    status, out, err = runner.run('shuffle', 'tests/trace/shuffle_race.ma')
    text = out.decode()
    need('race.ma:18' in text and 'total 100' in text and 'total 70' in text, text)
    event, seed = re.search(r'They part at #(\d+): seed (\d+) ran (T\d+) before (T\d+)', text).group(1, 2)
    path, whole = runner.record('tests/trace/shuffle_race.ma', 'shuffled.jsonl', '--shuffle', seed)[:2]
    need(json.loads(whole.decode().splitlines()[int(event)])['ev'] == 'pick', 'event %s is no pick' % event)
    need(runner.run('shuffle', '--runs', '0', 'tests/trace/shuffle_race.ma')[0] == 2, '--runs 0')
    need(runner.run('shuffle', 'not there.ma')[0] == 2, 'no such file')
    status, out, err = runner.run('shuffle', '--runs', '1', 'tests/trace/shuffle_same.ma')
    need(status == 0 and out.startswith(b'1 run, 1 output'), '--runs 1')
    status, out, err = runner.run('shuffle', '--runs', '1', 'examples/00_fetch.ma')
    need(status == 1 and out.startswith(b'2 different outputs in 1 run: '), '--runs 1: %r' % out)
    for script in ('10_await_sleep', '13_await_is_sequential'):
        need(runner.run('shuffle', '--runs', '10', 'examples/%s.ma' % script)[0] == 0, script)
    for script in ('06_event_loop', '17_wait', '20_future_states'):
        first, second = (runner.record('examples/%s.ma' % script, '%s.%d' % (script, n), '--shuffle', '7')[1] for n in (1, 2))
        need(first == second, '%s: the same seed, two recordings' % script)
        status, out, err = runner.run('replay', '--check', runner.path('%s.1' % script))
        need(status == 0, '%s: replay --check: %s' % (script, out.decode()))


def collect(runner, write):
    relative = lambda paths: [os.path.relpath(path, ROOT) for path in sorted(paths)]
    examples = relative(glob.glob(os.path.join(ROOT, 'examples', '*.ma')))
    scripts = relative(glob.glob(os.path.join(HERE, 'scripts', '*', '*.ma')))
    tests = []
    for detail in ('loop', 'line'):
        for script in examples + scripts:
            tests.append(('selfcheck %s %s' % (detail, script), check_selfcheck, (runner, script, detail)))
    for script in examples + scripts:
        tests.append(('twice %s' % script, check_twice, (runner, script)))
    for script in examples:
        tests.append(('chrome %s' % script, check_chrome, (runner, script)))
    for script, *options in (('examples/17_wait.ma', '--shuffle', '3'), ('tests/trace/shuffle_race.ma', '--shuffle', '8'),
                             ('examples/26_kitchen.ma', '--shuffle', '1'), ('examples/00_fetch.ma', '--clock', 'real'),
                             ('examples/05_gevent.ma', '--clock', 'real'), ('examples/02_greenlet.ma', '--detail', 'line'),
                             ('tests/trace/step_cycle.ma', '--detail', 'line'), ('examples/26_kitchen.ma', '--limit', '200')):
        tests.append(('chrome %s %s' % (script, ' '.join(options)), check_chrome, (runner, script, *options)))
    for check in (check_cut, check_limit, check_unknown, check_newer, check_wrong, check_input, check_files, check_usage):
        tests.append((check.__name__[6:], check, (runner,)))
    for script in QUIZ_PROGRAMS:
        for lang, seed in (('en', '0'), ('zh', '1'), ('en', '2')):
            tests.append(('quiz %s %s %s' % (script, lang, seed), check_quiz, (runner, script, lang, seed)))
    for script in examples + [s for s in scripts if 'async' in s]:
        tests.append(('quiz without lines %s' % script, check_quiz_loops, (runner, script)))
    for check in (check_quiz_loop_kinds, check_quiz_kinds, check_quiz_live, check_quiz_wrong, check_shuffle):
        tests.append((check.__name__[6:].replace('_', ' '), check, (runner,)))
    for path in sorted(glob.glob(os.path.join(HERE, 'trace', '*.states'))):
        tests.append(('states %s' % os.path.basename(path), check_states, (runner, path, write)))
    for script in MOVING:
        for move in MOVES:
            tests.append(('moves %s %s' % (os.path.basename(script), move), check_moves, (runner, script, move)))
    for path in sorted(glob.glob(os.path.join(HERE, 'trace', '*.stdin'))):
        for lang in ('en', 'zh'):
            tests.append(('breakpoint %s %s' % (os.path.basename(path), lang), check_breakpoint, (runner, path, lang, write)))
    for path in sorted(glob.glob(os.path.join(HERE, 'trace', '*.batch'))):
        for lang in 'en', 'zh':
            tests.append(('batch %s %s' % (os.path.basename(path), lang), check_batch, (runner, path, lang, write)))
    return tests


def outcome(check, args):
    try:
        check(*args)
    except AssertionError as e:
        return str(e)
    except subprocess.TimeoutExpired:
        return 'took too long'
    return None


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    parser.add_argument('binary')
    parser.add_argument('--filter', action='append', default=[], help='only tests with this text in their name')
    parser.add_argument('--jobs', type=int, default=2)
    parser.add_argument('--write', action='store_true', help='make *.states and *.expect anew')
    args = parser.parse_args()
    failed = 0
    with tempfile.TemporaryDirectory() as scratch, concurrent.futures.ThreadPoolExecutor(args.jobs) as pool:
        tests = [t for t in collect(Runner(args.binary, scratch), args.write)
                 if not args.filter or any(f in t[0] for f in args.filter)]
        results = [(name, pool.submit(outcome, check, arguments)) for name, check, arguments in tests]
        for name, result in results:
            why = result.result()
            if why:
                failed += 1
                print('FAIL', name)
                print('    ' + why.replace('\n', '\n    '))
                sys.stdout.flush()
    print('%d passed, %d failed' % (len(tests) - failed, failed))
    return 1 if failed or not tests else 0


if __name__ == '__main__':
    sys.exit(main())
