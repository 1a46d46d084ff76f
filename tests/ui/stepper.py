#!/usr/bin/env python3
"""The stepper on a terminal, seen through tmux: tests/ui/stepper.py BINARY. Ends with "N passed, N failed"."""
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import unicodedata

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), 'support'))
import guard  # noqa: E402

SCRIPT = '''import asyncio

async def fetch(name, secs):
    print(name, "starts")
    await asyncio.sleep(secs)
    return name.upper()

async def main():
    a = asyncio.create_task(fetch("a", 0.2))
    b = asyncio.create_task(fetch("b", 0.1))
    print(await a, await b)

asyncio.run(main())
'''
PAGE = '''fetch.ma  event 23 (live)  round 2  clock 0.000 s virtual        ? help  lang en
┌─ source ─────────────────────────────────┬─ ready: next first ───────────────┐
│   1 import asyncio                       │1 T3 fetch   new, by T1 at line 10 │
│   3 async def fetch(name, secs):       T3│                                   │
│   4     print(name, "starts")            │                                   │
│=> 5     await asyncio.sleep(secs)      T2│                                   │
│   6     return name.upper()              ├─ timers: earliest first ──────────┤
│   8 async def main():                    │0.200 s  F1 sleep(0.2)  wakes T2   │
│   9     a = asyncio.create_task(fetch("a…│                                   │
│  10     b = asyncio.create_task(fetch("b…│                                   │
│  11     print(await a, await b)        T1│                                   │
├─ tasks ──────────────────────────────────┴───────────────────────────────────┤
│  T1 main   waiting   main:11 → T2 fetch:5 → sleep until 0.200 s              │
│* T2 fetch  sleeping  fetch:5 → sleep(0.2) until 0.200 s     name='a' secs=0.2│
│  T3 fetch  ready     not started, since #13 (round 1)       name='b' secs=0.1│
│                                                                              │
├─ output ─────────────────────────────────────────────────────────────────────┤
│T2│ a starts                                                                  │
│                                                                              │
└──────────────────────────────────────────────────────────────────────────────┘
#23 T2 stops at line 5: sleep(0.2) needs time, so T2 gives the loop back.
next: T3 runs; it has been first in the ready queue since T2 was taken out.

(trace)'''


def columns(text):
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in 'WF' else 1 for c in text)


class Terminal:
    def __init__(self, binary, options='', width=80, height=24, script=SCRIPT, term='xterm-256color', locale='C.UTF-8',
                 command='trace'):
        self.folder = tempfile.mkdtemp()
        self.socket = os.path.join(self.folder, 'tmux')
        with open(os.path.join(self.folder, 'fetch.ma'), 'w') as f:
            f.write(script)
        command = 'LC_ALL=%s TERM=%s %s %s %s fetch.ma; echo "[ended $?]"; exec sleep 1000' % (
            locale, term, os.path.abspath(binary), command, options)
        self.tmux('-f', '/dev/null', 'new-session', '-d', '-s', 't', '-x', str(width), '-y', str(height), command)

    def tmux(self, *args):
        return subprocess.run(['tmux', '-u', '-S', self.socket, *args], cwd=self.folder, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, timeout=20).stdout.decode()

    def screen(self):
        return self.tmux('capture-pane', '-t', 't', '-p').rstrip('\n')

    def wait(self, text):
        """Until the text stands on the screen; what stands there."""
        for _ in range(100):
            screen = self.screen()
            if re.search(text, screen):
                time.sleep(0.1)
                return self.screen()
            time.sleep(0.05)
        raise AssertionError('no %r on:\n%s' % (text, screen))

    def keys(self, *keys):
        self.tmux('send-keys', '-t', 't', *keys)

    def say(self, text, wait):
        self.tmux('send-keys', '-t', 't', '-l', text)
        self.keys('Enter')
        return self.wait(wait)

    def close(self):
        self.tmux('kill-server')
        shutil.rmtree(self.folder, ignore_errors=True)


def equal(got, wanted, what=''):
    if got != wanted:
        raise AssertionError('%s\n--- got\n%s\n--- wanted\n%s' % (what, got, wanted))


def need(condition, what):
    if not condition:
        raise AssertionError(what)


def test_page(binary):
    t = Terminal(binary, '--detail loop')
    t.wait('event 7 ')
    screen = t.say('goto 23', 'event 23')
    equal('\n'.join(line.rstrip() for line in screen.split('\n')), PAGE)
    return t


def test_page_in_chinese(binary):
    t = Terminal(binary, '--detail loop --lang zh')
    t.wait('事件 7')
    lines = t.say('goto 23', '事件 23').split('\n')
    for row in range(1, 20):
        equal(columns(lines[row]), 80, lines[row])
    need('1 T3 fetch   新建，由 T1 在第 10 行' in lines[2], lines[2])
    return t


def test_larger(binary):
    t = Terminal(binary, '--detail loop', 120, 40)
    t.wait('event 7 ')
    lines = t.say('goto 23', 'event 23').split('\n')
    equal(len(lines), 40)
    for row in range(1, 36):
        equal(columns(lines[row]), 120, lines[row])
    need('13 asyncio.run(main())' in '\n'.join(lines), 'the whole script is shown')
    return t


def test_too_small_is_lines(binary):
    t = Terminal(binary, '', 80, 23)
    screen = t.wait(r'\(trace\)')
    need('source' not in screen and '#2 fetch.ma:1 <module>  import asyncio' in screen, screen)
    return t


def test_dumb_is_lines(binary):
    t = Terminal(binary, '', term='dumb')
    screen = t.wait(r'\(trace\)')
    need('source' not in screen and '#2 fetch.ma:1 <module>  import asyncio' in screen, screen)
    return t


def test_ascii(binary):
    for options, locale in (('--ascii --detail loop', 'C.UTF-8'), ('--detail loop', 'C')):
        t = Terminal(binary, options, locale=locale)
        t.wait('event 7 ')
        screen = t.say('goto 23', 'event 23')
        need(all(ord(c) < 128 for c in screen), screen)
        need('main:11 -> T2 fetch:5 -> sleep until 0.200 s' in screen, screen)
        if locale != 'C':
            t.close()
    return t


def test_next_stays_in_its_task(binary):
    t = Terminal(binary, '', script=SCRIPT.replace('    print(await a, await b)', '    await a\n    print("end")'))
    t.wait('event 2 ')
    t.say('b 11', 'breakpoint 1')
    t.say('c', '=>11')
    screen = t.say('n', '=>12')
    need(re.search(r'\* T1 main +running', screen), screen)
    need('while T1 waited: T2 2 steps, T3 2 steps, clock +0.200 s' in screen, screen)
    return t


def test_back_and_forward(binary):
    t = Terminal(binary, '')
    t.wait(r'event 2 ')
    t.say('goto 24', 'event 24 ')
    for _ in range(3):
        t.keys('s', 'Enter')
        time.sleep(0.2)
    before = t.screen()
    t.say('back 3', 'event 24/')
    for _ in range(3):
        t.keys('s', 'Enter')
        time.sleep(0.2)
    equal(t.screen(), before)
    return t


def test_editing(binary):
    t = Terminal(binary, '')
    t.wait(r'event 2 ')
    t.tmux('send-keys', '-t', 't', '-l', 'xp 1 + 23')
    t.keys('Home', 'Delete', 'End', 'BSpace', 'Enter')
    t.wait('^3$|\n3\n')
    t.keys('Up')
    need('(trace) p 1 + 2' in t.wait(r'\(trace\) p'), 'history')
    t.keys('C-c')
    equal(t.wait(r'\(trace\)$').split('\n')[-1].rstrip(), '(trace)')
    screen = t.say('nxt', 'did you mean "next"')
    need('event 2 ' in screen, 'it has moved')
    t.say('n', 'event 3 ')
    t.keys('Enter')
    t.wait('event 4 ')
    return t


def test_resize(binary):
    t = Terminal(binary, '')
    t.wait('event 2 ')
    t.tmux('resize-window', '-t', 't', '-x', '100', '-y', '30')
    screen = t.wait('─{98}')
    equal(columns(screen.split('\n')[1]), 100)
    t.tmux('resize-window', '-t', 't', '-x', '60', '-y', '20')
    time.sleep(0.5)
    screen = t.say('s', '#3 fetch.ma:3')
    need('source' not in screen, screen)
    return t


def test_interrupt(binary):
    t = Terminal(binary, '--clock real', script='import asyncio\nasync def main():\n    while True:\n'
                 '        await asyncio.sleep(0.01)\nasyncio.run(main())\n')
    t.wait('event 2 ')
    t.keys('c', 'Enter')
    time.sleep(0.5)
    t.keys('C-c')
    screen = t.wait('stopped by Ctrl-C')
    need('(live)' in screen, screen)
    t.say('quit', r'\[ended 0\]')
    return t


def test_limit(binary):
    t = Terminal(binary, '--limit 1000', script='n = 0\nwhile n < 10000:\n    n += 1\n')
    t.wait('event 2 ')
    screen = t.say('c', 'event 1000 ')
    need('the limit' in screen, screen)
    t.say('c', 'the program has ended')
    return t


def test_play(binary):
    t = Terminal(binary, '')
    t.wait('event 2 ')
    t.say('play 20', 'event [45] ')
    t.keys('x')
    time.sleep(0.3)
    before = t.screen()
    time.sleep(0.5)
    equal(t.screen(), before, 'a key stops it')
    return t


def test_input(binary):
    t = Terminal(binary, '', script='name = input("your name: ")\nprint("hello", name)\n')
    t.wait('event 2 ')
    t.keys('n', 'Enter')
    t.wait('your name: ')
    t.say('Ann', 'event')
    t.say('c', 'hello Ann')
    return t


BREAKS = '''import asyncio
lock = asyncio.Lock()

async def work(name):
    async with lock:
        await asyncio.sleep(0.1)
    print("done", name)

def step(n):
    breakpoint()
    return n + 1

async def main():
    a = asyncio.create_task(work("a"))
    b = asyncio.create_task(work("b"))
    await asyncio.sleep(0.01)
    print(step(1))
    await b
    print("end", step(2))

asyncio.run(main())
'''


def test_breakpoint_opens_a_page(binary):
    """In a plain run: the page with all that exists, the clock stands still, `c` goes on below, again at the next."""
    t = Terminal(binary, command='', script=BREAKS)
    screen = t.wait(r'\(trace\)$')
    is_page(screen, 'breakpoint()')
    need('=>11     return n + 1' in screen and 'T3 work' in screen and 'lock S1' in screen, screen)
    time.sleep(0.4)
    need('late' not in t.say('s', '=>17|=>18'), 'the clock ran on')
    screen = t.say('c', r'\(trace\) c\s+2\s+done a')
    screen = t.wait(r'=>11(.*\n)*\(trace\)$')
    is_page(screen, 'the second breakpoint()')
    need('done b' in t.say('back', r'\(trace') or True, screen)
    t.say('c', r'end 3\n\[ended 0\]')
    return t


def test_breakpoint_quit(binary):
    t = Terminal(binary, command='', script='print("before")\nbreakpoint()\nx = 1\nprint("after")\n')
    t.wait(r'\(trace\)$')
    screen = t.say('q', r'\[ended 1\]')
    need('\nafter' not in screen, screen)
    return t


def test_breakpoint_to_the_end(binary):
    """Stepped to its end, the program can still be looked at; what it printed stands below the page."""
    t = Terminal(binary, command='', script='breakpoint()\nprint("one")\nprint("two")\n')
    t.wait(r'\(trace\)$')
    t.say('s', '=> 3')
    t.say('s', 'the program has ended')
    t.say('back', r'=> 3(.*\n)*\(trace #')
    t.say('q', r'one\ntwo\n\[ended 0\]')
    return t


def test_breakpoint_at_the_prompt(binary):
    t = Terminal(binary, command='-i', script='def f(n):\n    breakpoint()\n    m = n + 1\n    return m\n')
    t.wait('>>>$')
    t.say('f(3)', r'=> 3(.*\n)*\(trace\)$')
    t.say('p n', '^3$|\n3\n')
    t.say('c', r'4\n>>>$')
    t.say('f(5)', r'=> 3(.*\n)*\(trace\)$')
    t.say('q', r'>>>$')
    t.say('6 * 7', r'42\n>>>$')
    return t


def test_breakpoint_behind_the_prompt(binary):
    """A task meets it while the prompt is open: the page comes, and then the prompt again."""
    t = Terminal(binary, command='-i', script='import asyncio\nasync def work():\n    await asyncio.sleep(0.5)\n'
                 '    breakpoint()\n    x = 1\n    print("work done")\n')
    t.wait('>>>$')
    t.tmux('send-keys', '-t', 't', '-l', 't = asyncio.create_task(work())')
    t.keys('Enter')
    screen = t.wait(r'=> 5(.*\n)*\(trace\)$')
    need('* T1 work   running' in screen, screen)
    t.say('s', '=> 6')
    need('next: nothing is left' in t.say('s', 'T1 has finished'), 'no deadlock')
    t.say('c', '>>>$')
    t.say('6 * 7', r'42\n>>>$')
    return t


def is_page(screen, what):
    """24 rows of 80 columns with all frames in their places."""
    lines = screen.split('\n')
    need(len(lines) == 24, '%s: %d rows\n%s' % (what, len(lines), screen))
    frame = [line for line in lines if line and line[0] in '\u250c\u2502\u251c\u2514']
    for line in frame:
        equal(columns(line), 80, what)
    need(lines[1][0] == '\u250c' and any(line[0] == '\u2514' for line in frame), what + '\n' + screen)
    return lines


def test_quiz(binary):
    """One key answers, without Enter; the panes stay; what comes next is not told."""
    t = Terminal(binary, '--quiz --seed 0')
    need('next: ' not in t.wait(r'\(trace\)'), 'what comes next is told')
    screen = t.say('c', 'your answer:')
    lines = is_page(screen, 'question')
    need('? is T2 suspended at line 5: await asyncio.sleep(secs)' in screen, screen)
    need('1 T3 fetch' in screen and 'T1 main   waiting' in screen, screen)
    t.keys('x')
    need('1 to 2, ? for a hint, s to skip' in t.wait('1 to 2'), 'a wrong key')
    t.keys('?')
    lines = is_page(t.wait('hint: '), 'hint')
    need(lines[-1].startswith('your answer:'), lines[-1])
    t.keys('1')
    screen = t.wait('yes: T2 is suspended')
    is_page(screen, 'verdict')
    need('score 0.5 of 1   suspend 0.5/1' in screen, screen)
    is_page(t.say('c', r'\? '), 'a question with many choices')
    t.tmux('resize-window', '-t', 't', '-x', '100', '-y', '30')
    t.wait('your answer:')
    t.tmux('resize-window', '-t', 't', '-x', '80', '-y', '24')
    time.sleep(0.5)
    is_page(t.wait('your answer:'), 'after two resizes')
    t.keys('C-d')
    need('quiz off' in t.wait('the answer: '), 'Ctrl-D')
    screen = t.say('c', 'the program has ended|worth a second look')
    need('worth a second look: goto 5' in screen, screen)
    t.say('q', r'\[ended 0\]')
    return t


def test_quiz_levels(binary):
    for lang, hidden, level3 in (('en', 'hidden until you answer', 'hidden at level 3'),
                                 ('zh', '\u56de\u7b54\u4e4b\u524d\u4e0d\u663e\u793a', '\u96be\u5ea6 3 \u4e0d\u663e\u793a')):
        t = Terminal(binary, '--quiz=2 --lang ' + lang)
        t.wait(r'\(trace\)')
        screen = t.say('c', r'\? .*\n(.*\n)*(your answer|\u4f60\u7684\u56de\u7b54)')
        is_page(screen, 'level 2')
        need(screen.count(hidden) == 2 and 'T1 main' in screen, screen)
        t.keys('1')
        screen = t.wait(r'\(trace\)')
        need(hidden not in screen and '1 T3 fetch' in screen, screen)
        t.say('quiz 3', '3')
        screen = t.say('c', r'\? .*\n(.*\n)*(your answer|\u4f60\u7684\u56de\u7b54)')
        is_page(screen, 'level 3')
        need(screen.count(level3) == 3 and 'T1 main' not in screen.split('\n?')[0], screen)
        t.keys('s')
        t.wait(r'\(trace')
        if lang == 'en':
            t.close()
    return t


def main():
    if not shutil.which('tmux'):
        print('tests/ui/stepper.py: tmux is missing')
        return 1
    passed = failed = 0
    for name, test in sorted(globals().items()):
        if not name.startswith('test_') or (len(sys.argv) > 2 and sys.argv[2] not in name):
            continue
        try:
            test(sys.argv[1]).close()
            passed += 1
        except AssertionError as e:
            failed += 1
            print('FAIL', name)
            print('    ' + str(e).replace('\n', '\n    '))
    print('%d passed, %d failed' % (passed, failed))
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(guard.run(main))
