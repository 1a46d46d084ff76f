#!/usr/bin/env python3
"""What a test of this folder starts ends with it (support/guard.py), however it ends: tests/ui/leftovers.py BINARY.
Ends with "N passed, N failed"."""
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
# A test with a program without an end in tmux, and one beside; ENDING is how it ends.
TEST = '''import os, subprocess, sys, tempfile, time
sys.path.insert(0, %r)
import guard

def main():
    socket = os.path.join(tempfile.mkdtemp(), 'tmux')
    endless = [%r, '-c', 'while True: pass']
    subprocess.run(['tmux', '-S', socket, '-f', '/dev/null', 'new-session', '-d', ' '.join("'%%s'" %% word for word in endless)],
                   check=True)
    subprocess.Popen(endless, start_new_session=True)
    with open(%r, 'w') as f:
        f.write('started')
    %s

sys.exit(guard.run(main))
'''
ENDINGS = {'an error': 'raise ValueError("an error")', 'killed': 'os.kill(os.getpid(), 9)', 'done': 'return 0',
           'the guard is interrupted': 'time.sleep(60)'}


def alive(binary):
    """Processes that run this copy of the binary."""
    found = []
    for pid in filter(str.isdigit, os.listdir('/proc')):
        try:
            with open('/proc/%s/cmdline' % pid, 'rb') as f:
                words = f.read().split(b'\0')
        except OSError:
            continue
        if binary.encode() in words or any(binary.encode() in word for word in words):
            found.append(int(pid))
    return found


def check(binary, folder, ending):
    mark, test = os.path.join(folder, 'mark'), os.path.join(folder, 'test.py')
    own = os.path.join(folder, 'endless')
    shutil.copy(binary, own)
    with open(test, 'w') as f:
        f.write(TEST % (os.path.join(HERE, 'support'), own, mark, ENDINGS[ending]))
    process = subprocess.Popen([sys.executable, test], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    end = time.time() + 20
    while ending.startswith('the guard') and not os.path.exists(mark) and time.time() < end:
        time.sleep(0.05)
    if ending.startswith('the guard'):
        process.send_signal(signal.SIGTERM)
    process.wait(30)
    left = alive(own)
    for pid in left:
        os.kill(pid, signal.SIGKILL)
    if left or not os.path.exists(mark):
        return 'left: %s' % left if left else 'it did not start'
    return None


def main():
    if not shutil.which('tmux') or not os.path.isdir('/proc'):
        print('leftovers: no tmux or no /proc, skipped')
        return 0
    failed = 0
    for ending in ENDINGS:
        with tempfile.TemporaryDirectory() as folder:
            wrong = check(sys.argv[1], folder, ending)
        if wrong:
            failed += 1
            print('FAIL leftovers, %s: %s' % (ending, wrong))
    print('%d passed, %d failed' % (len(ENDINGS) - failed, failed))
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
