#!/usr/bin/env python3
"""Measure miniasync against CPython: the rows of bench/*/prog.py.

    bench/run.py BINARY [--python PYTHON]... [--runs 5] [--filter WORD] [--memory]

Each row's program runs --runs times with every interpreter, interleaved; all must print the same
line. The figure is the median of user + system CPU time, start-up included; the ratio is that of
the first Python divided by miniasync's: above 1 is faster than it. --memory adds what a
sleeping task costs in bytes and what an idle process takes.
"""
import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROWS = [    # name, ratio of the first milestone, goal
    ('fib', 1.5, 3.0), ('loops', 2, 4.0), ('nbody', 1.5, 2.9), ('objects', 1, 2.5),
    ('words', 1, 1.8), ('closures', 1.5, 2.5), ('exceptions', 1, 3.5), ('sieve', 1.5, 3.3),
    ('gen_resume', 1.5, 3.0), ('yield_from_depth', 20, 50), ('switch', 8, 20), ('spawn', 5, 15),
    ('await_depth', 40, 70), ('future_pingpong', 5, 13), ('timers', 4, 20), ('sleepers', 5, 20),
    ('queue', 2, 8), ('gather_wide', 5, 15), ('callbacks', 8, 19), ('greenlet_switch', 5, 11),
    ('startup', 8, 10), ('startup_asyncio', 25, 35),
]
SLEEPERS = '''
import asyncio
async def main(n):
    tasks = [asyncio.create_task(asyncio.sleep(3600)) for _ in range(n)]
    await asyncio.sleep(0)
    for line in open('/proc/self/status'):
        if line.startswith('VmHWM'):
            print(line.split()[1])
    for t in tasks:
        t.cancel()
asyncio.run(main(%d))
'''


def once(argv, path, repeat=1):
    """CPU seconds of one run (mean of `repeat`), and what it printed. posix_spawn: a fork would charge each run
    with copying this program's own memory, half a millisecond that is nobody's start-up."""
    total = 0
    for _ in range(repeat):
        with tempfile.TemporaryFile() as out:
            pid = os.posix_spawnp(argv[0], argv + [path], os.environ,
                                  file_actions=[(os.POSIX_SPAWN_DUP2, out.fileno(), 1)])
            _, status, usage = os.wait4(pid, 0)
            out.seek(0)
            text = out.read().decode('utf-8', 'replace')
        if status:
            return None, 'status %d' % status
        total += usage.ru_utime + usage.ru_stime
    return total / repeat, text


def row(name, all_argv, runs):
    path = os.path.join(HERE, name, 'prog.py')
    times = [[] for _ in all_argv]
    texts = [None] * len(all_argv)
    repeat = 20 if name.startswith('startup') else 1
    for _ in range(runs):
        for i, argv in enumerate(all_argv):
            if texts[i] is not None and texts[i].startswith('status'):
                continue
            seconds, text = once(argv, path, repeat)
            texts[i] = text
            if seconds is not None:
                times[i].append(seconds)
    return [statistics.median(t) if t else None for t in times], texts


def memory(argv, n):
    with tempfile.NamedTemporaryFile('w', suffix='.py', delete=False) as f:
        f.write(SLEEPERS % n)
    try:
        out = subprocess.run(argv + [f.name], stdout=subprocess.PIPE, timeout=300).stdout
        return int(out.split()[0]) * 1024
    finally:
        os.unlink(f.name)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    parser.add_argument('binary')
    parser.add_argument('--python', action='append', default=[])
    parser.add_argument('--runs', type=int, default=5)
    parser.add_argument('--filter', default='')
    parser.add_argument('--memory', action='store_true')
    args = parser.parse_args()
    pythons = args.python or [p for p in ('python3.11', 'python3') if shutil.which(p)][:1]
    everyone = [[os.path.abspath(args.binary)]] + [[p] for p in pythons]

    print('%-18s %10s %10s %8s %8s %8s' % ('row', (pythons or ['-'])[0].split('/')[-1],
                                            'miniasync', 'ratio', 'first', 'goal'))
    bad = 0
    for name, first, goal in ROWS:
        if args.filter not in name:
            continue
        medians, texts = row(name, everyone, args.runs)
        ours, theirs = medians[0], medians[1] if len(medians) > 1 else None
        note = ''
        if len({t for t, m in zip(texts, medians) if m is not None}) > 1 or ours is None:
            note = '  DIFFERS: %r' % (texts,)
            bad += 1
        ratio = theirs / ours if ours and theirs else 0
        mark = ' ' if ratio >= first else '!'
        extra = ''.join(' %9.3f' % m if m else ' %9s' % '-' for m in medians[2:])
        print('%-18s %10s %10s %7.2f%s %8g %8g%s%s' % (
            name, '%.4f' % theirs if theirs else '-', '%.4f' % ours if ours else '-', ratio, mark,
            first, goal, extra, note))
        sys.stdout.flush()
    if args.memory:
        for argv in everyone:
            small = memory(argv, 0)
            big = memory(argv, 200000)
            print('memory %-24s idle %6.1f MB, a sleeping task %6.0f bytes' % (
                argv[0].split('/')[-1], small / 1048576, (big - small) / 200000))
    return 1 if bad else 0


if __name__ == '__main__':
    sys.exit(main())
