#!/usr/bin/env python3
"""Makes docs/repl.md: a session at the prompt, typed into the real program: tools/repl_session.py BINARY > docs/repl.md."""
import os
import re
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'tests'))
from support.terminal import Session  # noqa: E402

OPEN = b'\x1b[?2004h'
SESSION = [
    ('A value is shown, and `_` is the last one.', ['6 * 7', '_ + 1']),
    ('A block is one input; the editor indents it. An empty line runs it.',
     ['import asyncio', 'async def tick(name, n):\n    for i in range(n):\n        await asyncio.sleep(0.3)\n'
      '        print(name, i)\n    return name.upper()\n']),
    ('Calling an async function only makes a coroutine; arrow up offers the await.', ['tick("a", 2)', 'await tick("a", 2)']),
    ('`await` works as it is, and a task runs on while you type: its output stands above the prompt, with its name.',
     ['t = asyncio.create_task(tick("b", 3))', ('until', 'b 2'), 't.result()']),
    ('Several at once.', ['await asyncio.gather(tick("c", 2), tick("d", 2))']),
    ('A task that fails is told of at once.',
     ['async def bad():\n    await asyncio.sleep(0.1)\n    return 1 / 0\n', 'b = asyncio.create_task(bad())', ('until', 'hint A09')]),
    ('Who is unfinished, and why?',
     ['lock = asyncio.Event()', 'async def waits():\n    await lock.wait()\n', 'w = asyncio.create_task(waits())', '%tasks',
      'lock.set()', '%tasks']),
    ('A chain of waiting, down to its cause.',
     ['mutex = asyncio.Lock()', 'async def holder():\n    async with mutex:\n        await asyncio.sleep(3)\n',
      'async def wants_it():\n    async with mutex:\n        print("mine")\n',
      'h = asyncio.create_task(holder()); q = asyncio.create_task(wants_it())', '%why', ('until', '│ mine')]),
    ('A task that does not give the loop back is named, while it computes.',
     ['async def busy():\n    await asyncio.sleep(0.1)\n    return sum(i for i in range(4_000_000))\n',
      'b = asyncio.create_task(busy())', ('until', 'hint A05')]),
    ('What nobody can wake is reported, and the prompt comes back.', ['await asyncio.Future()']),
    ('Full-width characters: the corrected text stands in the next prompt, and Enter runs it.',
     ['print（"你好，世界"）', '']),
    ('A coroutine is no result; a misspelt name is guessed.', ['c = tick("e", 1)', 'c + "!"', 'await c', 'pritn(c)']),
    ('Measuring, with real and with virtual time.', ['%time tick("f", 2)', '%clock virtual', 'await asyncio.sleep(3600)', '%clock real']),
    ('What is this?', ['help(tick)']),
    ('All commands.', ['%help']),
]


class Terminal(Session):
    def prompts(self):
        return self.raw.count(OPEN)

    def wait(self, seen, what):
        if not self.until(seen):
            sys.exit('%s never came:\n%s' % (what, self.screen.whole()))

    def block_rows(self):
        rows = self.screen.whole().split('\n')
        return len(rows) - max(i for i, row in enumerate(rows) if row.startswith('>>>'))

    def run(self, text):
        """Typed as a person would: the editor indents, Backspace takes it back."""
        before = self.prompts()
        first, *rows = text.split('\n')
        self.write(first + '\r')
        for number, row in enumerate(rows):
            self.wait(lambda: self.screen.last() == '...' and self.block_rows() == number + 2, 'line %d' % (number + 2))
            too_far = self.screen.x - 4 - (len(row) - len(row.lstrip()))
            self.write('\x7f' * (too_far // 4 if row else 0) + row.strip() + '\r')
        self.wait(lambda: self.prompts() > before and b'>>>' in self.raw[self.raw.rfind(OPEN):], 'a prompt after %r' % text)


def main():
    folder = tempfile.mkdtemp()
    t = Terminal([os.path.abspath(sys.argv[1])], folder, columns=170, MINIASYNC_HISTORY='')
    t.wait(lambda: t.screen.last() == '>>>', 'the first prompt')
    print('# A session at the prompt\n')
    print('Made by `tools/repl_session.py` from the real program. Start it with `miniasync` alone; `%help` lists the\n'
          'commands, Ctrl-D leaves. Colours are left out here. What tasks print while the prompt stands open has their\n'
          'number in front: `T2│`.\n')
    for about, inputs in SESSION:
        begin = len(t.screen.whole().split('\n')) - 1
        for text in inputs:
            if isinstance(text, tuple):
                t.wait(lambda: text[1] in t.screen.whole(), text[1])
            else:
                t.run(text)
        rows = t.screen.whole().split('\n')[begin:]
        while rows[-1] in ('>>>', ''):
            rows.pop()
        print('%s\n\n```\n%s\n```\n' % (about, re.sub(r'0x[0-9a-f]+', '0x...', '\n'.join(rows))))
    t.close()
    os.rmdir(folder)


main()
