#!/usr/bin/env python3
"""Time from a key to its echo at the prompt while 1,000 callbacks a second are ready: echo_time.py BINARY [KEYS]."""
import os
import pty
import select
import sys
import time

PROGRAM = '''import asyncio
async def busy():
    while True:
        await asyncio.sleep(0.001)

'''


def read_for(fd, seconds):
    end, text = time.time() + seconds, b''
    while time.time() < end:
        if select.select([fd], [], [], 0.02)[0]:
            text += os.read(fd, 65536)
    return text


def main():
    binary, keys = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 200
    pid, fd = pty.fork()
    if pid == 0:
        os.environ.update(TERM='xterm', MINIASYNC_HISTORY='', INPUTRC='/dev/null', NO_COLOR='1')
        os.execv(binary, [binary])
    read_for(fd, 1)
    os.write(fd, b'\x1b[200~' + PROGRAM.encode() + b'\x1b[201~\r')
    read_for(fd, 0.5)
    os.write(fd, b't = asyncio.create_task(busy())\r')
    read_for(fd, 1)
    times = []
    for i in range(keys):
        key = b'abcdefgh'[i % 8:i % 8 + 1]
        start = time.perf_counter()
        os.write(fd, key)
        text = b''
        while key not in text:
            text += os.read(fd, 65536)
        times.append((time.perf_counter() - start) * 1000)
        read_for(fd, 0.02)
        if i % 8 == 7:
            os.write(fd, b'\x15')
            read_for(fd, 0.05)
    times.sort()
    print('key to echo, 1,000 ready callbacks a second: median %.2f ms, 95%% %.2f ms, longest %.2f ms (%d keys)'
          % (times[len(times) // 2], times[len(times) * 95 // 100], times[-1], keys))
    os.kill(pid, 9)
    os.waitpid(pid, 0)


main()
