#!/usr/bin/env python3
"""Recordings: what they hold, that they open again, and that they say what the runtime does.

    tests/trace.py BINARY [--filter TEXT] [--jobs N] [--write]

selfcheck   every example and script test under `trace --selfcheck`: no difference, no crash
twice       two recordings of each example are the same, byte for byte; `replay --check` agrees; written again
            after reading they are the same
cut         a recording cut at each of its last 200 bytes still opens
limit, unknown, newer, wrong, usage
            --limit writes a gap and the program runs on; unknown keys and events are skipped; a newer schema and
            what is no recording are refused; errors of the command line
batch       tests/trace/NAME.batch: commands of the stepper; its first line, `# OPTIONS SCRIPT`, says what is traced.
            What it prints is NAME.en.expect and, with --lang zh, NAME.zh.expect (--write makes them anew)
states      tests/trace/NAME.states: `miniasync state` of some events of examples/NAME.ma (--write makes them anew)
"""
import argparse
import concurrent.futures
import difflib
import glob
import json
import os
import signal
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
LIMIT = 200000
# Programs that read a clock or the machine in ways no recording holds: another order each time.
NOT_TWICE = ('26_kitchen.ma', '27_crawler.ma')


class Runner:
    def __init__(self, binary, scratch):
        self.binary = os.path.abspath(binary)
        self.scratch = scratch

    def run(self, *args, timeout=60, stdin=b'', env=None):
        done = subprocess.run([self.binary, *args], cwd=ROOT, input=stdin, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, timeout=timeout, env=env)
        return done.returncode, done.stdout, done.stderr

    def path(self, name):
        return os.path.join(self.scratch, name)

    def record(self, script, name, *options):
        path = self.path(name)
        status, out, err = self.run('trace', '--record', path, *options, script)
        with open(path, 'rb') as f:
            return path, f.read(), status, out, err


def need(condition, text):
    if not condition:
        raise AssertionError(text)


def check_selfcheck(runner, script, detail):
    path = os.path.join(ROOT, script)
    with open(path, encoding='utf-8', errors='replace') as f:
        text = f.read()
    stdin, args = b'', []
    for line in text.splitlines():
        if line.startswith('# stdin:'):
            stdin = line[8:].strip().replace('\\n', '\n').encode()
        elif line.startswith('# args:'):
            args = line[7:].split()
    try:
        status, out, err = runner.run('trace', '--selfcheck', '--detail', detail, script, *args, stdin=stdin)
    except subprocess.TimeoutExpired:
        raise AssertionError('took too long')
    said = [line for line in err.decode(errors='replace').splitlines() if '--selfcheck: event' in line]
    need(status != 70 and not said, ' '.join(said) or 'status 70')
    need(status >= 0 or status == -signal.SIGINT or 'kill' in text, 'ended by signal %d' % -status)


def check_twice(runner, script):
    name = os.path.basename(script)
    path, first, status, out, err = runner.record(script, name + '.1.jsonl')
    second = runner.record(script, name + '.2.jsonl')[1]
    need(first == second, 'two runs, two recordings')
    again = runner.path(name + '.3.jsonl')
    status, out, err = runner.run('replay', '--record', again, path)
    need(status == 0, 'replay: %s' % err.decode())
    with open(again, 'rb') as f:
        need(f.read() == first, 'read and written again it is another')
    for line in first.decode().splitlines():
        json.loads(line)
    status, out, err = runner.run('replay', '--check', path)
    need(status == 0, out.decode(errors='replace') + err.decode(errors='replace'))
    runner.run('state', path, '0')


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
    status, out, err = runner.run('trace', '--batch', path, '--lang', lang, *first[2:].split(),
                                  env=dict(os.environ, LC_ALL='C.UTF-8', NO_COLOR='1'))
    got = out.decode(errors='replace') + ('--- stderr\n' + err.decode(errors='replace') if err else '')
    got += '--- status %d\n' % status
    expected = '%s.%s.expect' % (path[:-len('.batch')], lang)
    if write:
        with open(expected, 'w', encoding='utf-8') as f:
            f.write(got)
    with open(expected, encoding='utf-8') as f:
        wanted = f.read()
    need(got == wanted, '\n'.join(difflib.unified_diff(wanted.splitlines(), got.splitlines(), 'expected', 'now',
                                                       lineterm='')))


def collect(runner, write):
    relative = lambda paths: [os.path.relpath(path, ROOT) for path in sorted(paths)]
    examples = relative(glob.glob(os.path.join(ROOT, 'examples', '*.ma')))
    scripts = relative(glob.glob(os.path.join(HERE, 'scripts', '*', '*.ma')))
    tests = []
    for detail in ('loop', 'line'):
        for script in examples + scripts:
            tests.append(('selfcheck %s %s' % (detail, script), check_selfcheck, (runner, script, detail)))
    for script in examples:
        if os.path.basename(script) not in NOT_TWICE:
            tests.append(('twice %s' % script, check_twice, (runner, script)))
    for check in (check_cut, check_limit, check_unknown, check_newer, check_wrong, check_usage):
        tests.append((check.__name__[6:], check, (runner,)))
    for path in sorted(glob.glob(os.path.join(HERE, 'trace', '*.states'))):
        tests.append(('states %s' % os.path.basename(path), check_states, (runner, path, write)))
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
