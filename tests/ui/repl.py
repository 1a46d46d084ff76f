#!/usr/bin/env python3
"""The prompt on a terminal, seen through tmux: tests/ui/repl.py BINARY. Ends with "N passed, N failed"."""
import os
import shutil
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [os.path.join(HERE, 'support'), os.path.dirname(HERE)]
import guard  # noqa: E402
from support import typed  # noqa: E402


class Terminal:
    def __init__(self, binary, width=80, height=24, folder=None, **more):
        self.folder = folder or tempfile.mkdtemp()
        self.socket = os.path.join(self.folder, 'tmux%d' % id(self))
        settings = dict(typed.settings(self.folder), **more)
        command = ' '.join("%s='%s'" % row for row in settings.items())
        subprocess.run(['tmux', '-S', self.socket, '-f', '/dev/null', 'new-session', '-d', '-x', str(width), '-y',
                        str(height), 'env %s %s' % (command, os.path.abspath(binary))], check=True)
        self.wait('>>>')

    def tmux(self, *words):
        return subprocess.run(['tmux', '-S', self.socket, *words], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout.decode()

    def keys(self, *words):
        self.tmux('send-keys', *words)

    def line(self, text):
        self.tmux('send-keys', '-l', text)
        self.keys('Enter')

    def paste(self, text):
        self.tmux('set-buffer', text)
        self.tmux('paste-buffer', '-p')

    def screen(self):
        return '\n'.join(row.rstrip() for row in self.tmux('capture-pane', '-p').split('\n')).rstrip()

    def cursor(self):
        x, y = self.tmux('display-message', '-p', '#{cursor_x} #{cursor_y}').split()
        return int(x), int(y)

    def wait(self, text, seconds=20, count=1):
        """Until `text` stands on the screen `count` times."""
        end = time.time() + seconds
        while time.time() < end:
            if self.screen().count(text) >= count:
                return True
            time.sleep(0.05)
        return False

    def last(self):
        return self.screen().split('\n')[-1]

    def close(self):
        self.tmux('kill-server')
        if os.path.exists(self.socket):
            os.unlink(self.socket)


def define_tick(t):
    t.paste(typed.TICK)
    t.wait('... ' + typed.TICK.rstrip('\n').split('\n')[-1])
    t.keys('Enter')
    t.line('"de" + "fined"')
    t.wait("'defined'")


def test_background_output_leaves_text_and_cursor(t, check):
    define_tick(t)
    t.line('t = asyncio.create_task(tick(5, 0.3))')
    t.tmux('send-keys', '-l', 'hello 你好')
    t.keys('Left')
    check(t.wait('tick 4'), 'five ticks')
    time.sleep(0.2)
    check(t.last() == '>>> hello 你好', 'the text is untouched: %r' % t.last())
    check(t.cursor()[0] == 4 + len('hello ') + 2, 'and the cursor: %r' % (t.cursor(),))
    check('│ tick 0' in t.screen(), 'a gutter names the task')


def test_a_block_is_edited_under_output(t, check):
    define_tick(t)
    t.line('t = asyncio.create_task(tick(6, 0.3))')
    t.line('def f():')
    t.line('x = 1')
    t.tmux('send-keys', '-l', 'return x')
    t.keys('Up')
    t.keys('End')
    t.tmux('send-keys', '-l', '2')
    check(t.wait('tick 5'), 'six ticks')
    time.sleep(0.2)
    rows = t.screen().split('\n')[-3:]
    check(rows == ['>>> def f():', '...     x = 12', '...     return x'], 'line 2 was edited: %r' % rows)
    t.keys('Down', 'End', 'Enter', 'Enter')
    t.line('f()')
    check(t.wait('\n12'), 'and the block runs')
    t.keys('Up', 'Up')
    time.sleep(0.3)
    rows = t.screen().split('\n')[-3:]
    check(rows == ['>>> def f():', '...     x = 12', '...     return x'], 'arrow up brings the block back: %r' % rows)


def test_paste(t, check):
    t.paste(typed.PASTE)
    check(t.wait(typed.PASTE_LAST), 'it stands there whole')
    check('\n42' not in t.screen(), 'and waits')
    t.keys('Enter')
    check(t.wait('\n42'), 'Enter runs it')
    t.paste(typed.SESSION)
    t.wait(typed.SESSION_LAST)
    t.keys('Enter')
    check(t.wait('\n6'), 'prompts are stripped, output is dropped')


def test_ctrl_c_at_its_three_places(t, check):
    define_tick(t)
    t.line('t = asyncio.create_task(tick(100, 0.1))')
    t.wait('tick 0')
    t.tmux('send-keys', '-l', 'some text')
    t.wait('>>> some text')
    t.keys('C-c')
    check(t.wait('some text^C'), 'text is dropped')
    time.sleep(0.3)
    check(t.last() == '>>>', 'the prompt is empty: %r' % t.last())
    t.line('await asyncio.sleep(60)')
    time.sleep(0.5)
    t.keys('C-c')
    check(t.wait('KeyboardInterrupt'), 'an await is cancelled')
    t.line('while True: pass')
    t.keys('Enter')
    time.sleep(0.5)
    t.keys('C-c')
    check(t.wait('KeyboardInterrupt', count=1), 'busy code is interrupted')
    t.line('t.done()')
    check(t.wait('False'), 'the background task lives')


def test_deadlock_gives_the_prompt_back(t, check):
    t.line('import asyncio')
    t.line('await asyncio.Future()')
    check(t.wait('DeadlockError'), 'the report')
    t.line('1 + 1')
    check(t.wait('\n2'), 'the prompt is back')


def test_search_and_completion(t, check):
    t.line('import asyncio')
    t.line('xylophone = 12345')
    t.line('1')
    t.keys('C-r')
    t.tmux('send-keys', '-l', 'xylo')
    check(t.wait("(reverse-i-search)`xylo'"), 'Ctrl-R')
    t.keys('Enter')
    t.tmux('send-keys', '-l', 'xyl')
    t.keys('Tab', 'Enter')
    check(t.wait('\n12345'), 'a global')
    t.tmux('send-keys', '-l', 'asyncio.Fut')
    t.keys('Tab', 'Enter')
    check(t.wait("<class '_asyncio.Future'>") or 'Future' in t.screen(), 'an attribute')
    t.tmux('send-keys', '-l', 'asyncio.c')
    t.keys('Tab', 'Tab')
    check(t.wait('asyncio.create_task'), 'a list')


def test_resize(t, check):
    t.tmux('send-keys', '-l', 'x' * 100)
    t.wait('x' * 76)
    for width in '50', '80':
        t.tmux('resize-window', '-x', width)
        time.sleep(0.5)
    rows = [row for row in t.screen().split('\n') if 'x' in row and 'miniasync' not in row]
    check(rows == ['>>> ' + 'x' * 76, 'x' * 24], 'drawn once for the new width: %r' % rows)


def test_a_coroutine_is_offered_with_await(t, check):
    t.line(typed.COROUTINE)
    t.keys('Enter')
    t.line('f()')
    check(t.wait(typed.COROUTINE_SHOWN), 'it is shown')
    check('hint A01' in t.screen(), 'with its hint')
    t.keys('Up')
    check(t.wait(typed.COROUTINE_OFFER), 'arrow up offers await')
    t.keys('Enter')
    check(t.wait('\n41'), 'and it runs')


def test_full_width_input_is_corrected(t, check):
    t.line(typed.FULL_WIDTH)
    check(t.wait(typed.MENDED), 'the corrected text stands in the prompt')
    t.keys('Enter')
    check(t.wait(typed.MENDED_PRINTS), 'Enter runs it')


def test_leaving_asks_once(t, check):
    define_tick(t)
    t.line('t = asyncio.create_task(tick(100, 9))')
    t.keys('C-d')
    check(t.wait('1 task is still waiting: T'), 'Ctrl-D tells')
    t.keys('C-d')
    time.sleep(1)
    check(t.tmux('list-sessions') == '', 'the second one leaves')


TESTS = [value for name, value in list(globals().items()) if name.startswith('test_')]


def two_sessions(binary, check):
    folder = tempfile.mkdtemp()
    a, b = Terminal(binary, folder=folder), Terminal(binary, folder=folder)
    a.line('"from a"')
    b.line('"from b"')
    a.wait("'from a'")
    b.wait("'from b'")
    for t in a, b:
        t.close()
    with open(os.path.join(folder, 'history')) as f:
        text = f.read()
    check('"from a"' in text and '"from b"' in text, 'both sessions are in the history: %r' % text)
    shutil.rmtree(folder, ignore_errors=True)


def main():
    binary, counts = sys.argv[1], [0, 0]
    if not shutil.which('tmux'):
        print('repl: no tmux, skipped')
        print('0 passed, 0 failed')
        return 0
    name = ['']

    def check(good, what):
        counts[0 if good else 1] += 1
        if not good:
            print('FAILED %s: %s' % (name[0], what))

    for test in TESTS:
        if len(sys.argv) > 2 and sys.argv[2] not in test.__name__:
            continue
        name[0] = test.__name__
        t = Terminal(binary)
        try:
            before = counts[1]
            test(t, check)
            if counts[1] > before:
                print(t.screen())
        finally:
            t.close()
            shutil.rmtree(t.folder, ignore_errors=True)
    name[0] = 'two sessions'
    two_sessions(binary, check)
    print('%d passed, %d failed' % tuple(counts))
    return 1 if counts[1] else 0


if __name__ == '__main__':
    sys.exit(guard.run(main))
