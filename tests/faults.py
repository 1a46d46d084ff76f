#!/usr/bin/env python3
"""Out of memory everywhere: the n-th allocation of a program fails (MINIASYNC_FAIL_ALLOC=n), or, where small
objects are allocated one by one (-DMA_POOL=0, as with ASan), the n-th of those (MINIASYNC_FAIL_CELL=n).

    tests/faults.py BINARY [--dense N] [--runs N] [--jobs N] [--filter TEXT] [--shift N]

Whatever n is, the program ends with a result or an exception: no signal, no hang, and, when BINARY is built
with ASan, no report and no leak. Programs are the examples and the scripts of FOLDERS. How many allocations
a program makes is asked first; n is then dense at the start of the first program (making the VM), and spread
over all programs after it, differently for each. --dense: how far every n is tried; --runs: how many runs
the rest may have."""
import argparse
import concurrent.futures
import glob
import os
import re
import shlex
import signal
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
SLOW = ('26_kitchen', '27_crawler', 'clock')
ENDS = (0, 1, 2, 120)       # what a program may end with


def programs(words):
    found = sorted(glob.glob(os.path.join(ROOT, 'examples', '*.ma')))
    found += sorted(glob.glob(os.path.join(HERE, 'scripts', '*', '*.ma')))
    found = [p for p in found if not any(s in p for s in SLOW) and all(w in p for w in words)]
    chosen = []
    for path in found:
        with open(path, encoding='utf-8', errors='surrogateescape', newline='') as f:
            text = f.read()
        exits = re.search(r'# expect exit: (\d+)', text)
        if 'time.sleep' in text or 'subprocess' in text or 'not under stress' in text or exits or 'os._exit' in text:
            continue
        args = re.search(r'(?m)^# args:(.*)', text)
        stdin = re.search(r'(?m)^# stdin:(.*)', text)
        chosen.append((path, shlex.split(args.group(1)) if args else [],
                       stdin.group(1).strip().replace('\\n', '\n') if stdin else ''))
    return chosen


class Runner:
    def __init__(self, binary, scratch, limit):
        self.binary = os.path.abspath(binary)
        self.scratch = scratch
        self.limit = limit
        self.env = dict(os.environ, NO_COLOR='1', MINIASYNC_FREE='1', MINIASYNC_HASHSEED='1')
        self.env['ASAN_OPTIONS'] = 'detect_leaks=1:exitcode=99:' + os.environ.get('ASAN_OPTIONS', '')
        self.env['UBSAN_OPTIONS'] = 'print_stacktrace=1:exitcode=99'

    def run(self, program, n, kind='ALLOC', more=()):
        path, args, stdin = program
        env = dict(self.env, **{'MINIASYNC_FAIL_' + kind: str(n)}) if n else self.env
        try:
            p = subprocess.run([self.binary, *more, path, *args], input=stdin.encode(), capture_output=True,
                               timeout=self.limit, env=env, cwd=self.scratch)
        except subprocess.TimeoutExpired:
            return 'timeout', b''
        return p.returncode, p.stderr

    def count(self, program):
        """How many allocations and cells the program makes; none: it does not end as it should without faults."""
        status, err = self.run(program, 0, more=['--gc-stats'])
        found = re.search(rb'(\d+) allocations, (\d+) cells\n', err)
        return (int(found.group(1)), int(found.group(2))) if found and status in ENDS else None

    def wrong(self, program, n, kind):
        """None, or what went wrong when the n-th allocation failed."""
        status, err = self.run(program, n, kind)
        if status in ENDS and not re.search(rb'AddressSanitizer|LeakSanitizer|runtime error:', err):
            return None
        return '%s %s=%d: status %s\n%s' % (os.path.relpath(program[0], ROOT), kind, n, status,
                                             summary(err.decode('utf-8', 'replace')))


def summary(err):
    """The first frames of a report that are in the project's own files."""
    lines = err.split('\n')
    kept = [l for l in lines if re.search(r'ERROR|runtime error|SUMMARY', l)][:3]
    frames = [re.sub(r'.* in (\S+) .*?(src/\S+)$', r'    \1 \2', l) for l in lines if ' in ' in l and '/src/' in l]
    return '\n'.join(kept + frames[:8])


def main():
    signal.signal(signal.SIGINT, signal.default_int_handler)
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    parser.add_argument('binary')
    parser.add_argument('--dense', type=int, default=300)
    parser.add_argument('--runs', type=int, default=900)
    parser.add_argument('--jobs', type=int, default=2)
    parser.add_argument('--limit', type=float, default=60, help='seconds one run may take')
    parser.add_argument('--filter', action='append', default=[], help='only paths with this text')
    parser.add_argument('--shift', type=int, default=0, help='another sample')
    args = parser.parse_args()
    chosen = programs(args.filter)
    failed = total = 0
    with tempfile.TemporaryDirectory() as scratch, \
            concurrent.futures.ThreadPoolExecutor(args.jobs) as pool:
        runner = Runner(args.binary, scratch, args.limit)
        each = max(1, args.runs // max(1, len(chosen)))
        if len(chosen) > args.runs:     # another set of scripts each time --shift changes
            step = len(chosen) // args.runs + 1
            chosen = chosen[args.shift % step::step]
        counts = list(pool.map(runner.count, chosen))
        counted = [(p, c) for p, c in zip(chosen, counts) if c]
        if not counted:
            print('faults: no program ran')
            return 1
        first = [min(c[kind] for _, c in counted) for kind in (0, 1)]   # what every program does: making the VM
        jobs = [(counted[0][0], n, 'ALLOC') for n in range(1, args.dense + 1)]
        for i, (program, count) in enumerate(counted):
            for k in range(each):
                kind = (i + k + args.shift) % 3 == 2 and count[1] > 0
                start = first[kind] * 9 // 10
                # Golden section: every program and every k looks somewhere else.
                at = (0.6180339887 * (k + 1) + 0.3819660 * i + 0.7548776662 * args.shift) % 1.0
                jobs.append((program, start + 1 + int(at * (count[kind] - start + 10)), 'CELL' if kind else 'ALLOC'))
        for why in pool.map(lambda job: runner.wrong(*job), jobs):
            total += 1
            if why:
                failed += 1
                print('FAIL', why, flush=True)
    print('%d passed, %d failed (allocations that fail, %d programs)' % (total - failed, failed, len(counted)))
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
