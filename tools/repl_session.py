#!/usr/bin/env python3
"""Makes docs/repl.md: a session at the prompt, typed into the real program: tools/repl_session.py BINARY > docs/repl.md."""
import os
import pty
import re
import select
import sys
import time

SESSION = [
    ('A value is shown, and `_` is the last one.', ['6 * 7', '_ + 1']),
    ('A block is one input; the editor indents it. An empty line runs it.',
     ['import asyncio', 'async def tick(name, n):\n    for i in range(n):\n        await asyncio.sleep(0.3)\n'
      '        print(name, i)\n    return name.upper()\n']),
    ('Calling an async function only makes a coroutine; arrow up offers the await.', ['tick("a", 2)', 'await tick("a", 2)']),
    ('`await` works as it is, and a task runs on while you type: its output stands above the prompt, with its name.',
     ['t = asyncio.create_task(tick("b", 3))', ('wait', 1.3), 't.result()']),
    ('Several at once.', ['await asyncio.gather(tick("c", 2), tick("d", 2))']),
    ('A task that fails is told of at once.',
     ['async def bad():\n    await asyncio.sleep(0.1)\n    return 1 / 0\n', 'b = asyncio.create_task(bad())', ('wait', 0.6)]),
    ('Who is unfinished, and why?',
     ['lock = asyncio.Event()', 'async def waits():\n    await lock.wait()\n', 'w = asyncio.create_task(waits())', '%tasks',
      'lock.set()', ('wait', 0.2), '%tasks']),
    ('What nobody can wake is reported, and the prompt comes back.', ['await asyncio.Future()']),
    ('Measuring, with real and with virtual time.', ['%clock virtual', 'await asyncio.sleep(3600)', '%clock real']),
    ('All commands.', ['%help']),
]


def clean(text):
    text = re.sub(r'\x1b\[[0-9;?]*[a-zA-Z]', '', text)
    return text.replace('\r', '')


class Session:
    def __init__(self, binary):
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.environ.update(TERM='dumb', MINIASYNC_HISTORY='', INPUTRC='/dev/null', MINIASYNC_LANG='en')
            os.execv(binary, [binary])

    def read(self, quiet=0.4, most=8):
        text, end = '', time.time() + most
        while time.time() < end and select.select([self.fd], [], [], quiet)[0]:
            try:
                text += os.read(self.fd, 65536).decode('utf-8', 'replace')
            except OSError:
                break
        return clean(text)

    def until_prompt(self):
        text, end = '', time.time() + 15
        while time.time() < end and not re.search(r'(^|\n)(>>> |\.\.\. )$', text):
            text += self.read(0.1, 1)
        return text


def main():
    session = Session(os.path.abspath(sys.argv[1]))
    shown = session.until_prompt()
    print('# A session at the prompt\n')
    print('Made by `tools/repl_session.py` from the real program. Start it with `miniasync` alone; `%help` lists the\n'
          'commands, Ctrl-D leaves. This transcript is of a terminal without colours (`TERM=dumb`); in a full terminal a\n'
          'block is edited as one input, with colours, and what tasks print has a gutter: `T2│`.\n')
    for about, inputs in SESSION:
        print('%s\n\n```' % about)
        out = shown[shown.rfind('\n') + 1:]
        for text in inputs:
            if isinstance(text, tuple):
                out += session.read(text[1], text[1] + 2)
                continue
            for row in text.split('\n'):
                os.write(session.fd, row.encode() + b'\n')
                out += session.until_prompt()
        shown = out[out.rfind('\n') + 1:]
        print(re.sub(r'0x[0-9a-f]+', '0x...', out[:out.rfind('\n')]).rstrip())
        print('```\n')
    os.kill(session.pid, 9)
    os.waitpid(session.pid, 0)


main()
