#!/usr/bin/env python3
"""What the hooks of the trace cost while nobody looks: instructions of BINARY against PLAIN, built with -DNO_EVENTS.

    bench/hook.py BINARY PLAIN [--filter WORD] [--limit 1.0]

Runs the programs of bench/, shortened, under valgrind (counts repeat exactly); fails if one needs more than --limit
per cent more instructions than without hooks.
"""
import argparse
import concurrent.futures
import os
import re
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
SHORT = {   # row: what is replaced, so that it runs some 50 million instructions
    'fib': ('34', '23'), 'loops': ('[23]000', '600'), 'nbody': (r'\b\d{5,}\b', '3000'),
    'objects': ('make\\(14\\)|range\\(40\\)', lambda m: 'make(11)' if m.group()[0] == 'm' else 'range(9)'),
    'words': ('900000', '40000'), 'closures': ('[0-9]00000+', '150000'), 'exceptions': ('800000', '60000'),
    'sieve': ('6000000', '300000'), 'gen_resume': ('8000000', '600000'), 'yield_from_depth': ('300000', '100000'),
    'switch': ('200000', '40000'), 'spawn': ('range\\(200\\)', 'range(30)'), 'await_depth': ('60000', '40000'),
    'future_pingpong': ('120000', '30000'), 'timers': ('30000', '10000'), 'sleepers': ('40000', '10000'),
    'queue': ('600000', '100000'), 'gather_wide': ('50000', '20000'), 'callbacks': ('250000', '60000'),
    'greenlet_switch': ('1000000', '100000'), 'startup': None, 'startup_asyncio': None,
}


def count(binary, path, out):
    run = subprocess.run(['valgrind', '--tool=cachegrind', '--cache-sim=no', '--cachegrind-out-file=' + out, binary, path],
                         stdout=subprocess.PIPE, stderr=subprocess.PIPE, universal_newlines=True, timeout=600,
                         env=dict(os.environ, MINIASYNC_HASHSEED='1')) # chance would make collisions
    found = re.search(r'I\s+refs:\s+([\d,]+)', run.stderr)
    if run.returncode or not found:
        sys.exit('%s %s: status %d\n%s' % (binary, path, run.returncode, run.stderr))
    return int(found.group(1).replace(',', '')), run.stdout


def measure(name, binaries, scratch):
    with open(os.path.join(HERE, name, 'prog.py')) as f:
        text = f.read()
    if SHORT[name]:
        text, changed = re.subn(*SHORT[name], text)
        if not changed:
            sys.exit('bench/hook.py: %s cannot be shortened' % name)
    path = os.path.join(scratch, name + '.py')
    with open(path, 'w') as f:
        f.write(text)
    (n, printed), (base, expected) = [count(b, path, os.path.join(scratch, name + '.out')) for b in binaries]
    if printed != expected:
        sys.exit('%s: the two programs print different things' % name)
    return n, base


def main():
    options = argparse.ArgumentParser()
    options.add_argument('binary')
    options.add_argument('plain')
    options.add_argument('--filter', default='')
    options.add_argument('--limit', type=float, default=1.0)
    a = options.parse_args()
    rows = [name for name in SHORT if a.filter in name]
    worst = 0.0
    print('%-18s %14s %14s %8s' % ('', 'instructions', 'no hooks', ''))
    with tempfile.TemporaryDirectory() as scratch, concurrent.futures.ThreadPoolExecutor(2) as pool:
        jobs = [(name, pool.submit(measure, name, (a.binary, a.plain), scratch)) for name in rows]
        for name, job in jobs:
            n, base = job.result()
            cost = 100.0 * (n - base) / base
            worst = max(worst, cost)
            print('%-18s %14d %14d %+7.2f%%%s' % (name, n, base, cost, '  over the limit' if cost > a.limit else ''))
    sys.exit(worst > a.limit)


if __name__ == '__main__':
    main()
