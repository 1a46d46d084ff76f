#!/usr/bin/env python3
"""Makes docs/page.png and docs/screen.svg out of real runs: tools/pictures.py build/miniasync. Needs Chromium and tmux."""
import html
import json
import os
import re
import subprocess
import sys
import tempfile
import time
import unicodedata

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path.insert(0, os.path.join(ROOT, 'tests/ui/support'))
from browser import Browser  # noqa: E402

EXAMPLE = os.path.join(ROOT, 'examples/00_fetch.ma')
COLOURS = {31: '#a94400', 32: '#00694d', 33: '#8a5a00', 34: '#0063a0', 35: '#8f3f70', 36: '#0063a0', 90: '#7a8594'}
CELL, ROW, SIZE = 8.4, 18, 14


def record(binary, folder):
    """The page, and the number of the event at which T2 first waits."""
    page, lines = os.path.join(folder, 'page.html'), os.path.join(folder, 'run.jsonl')
    subprocess.run([binary, 'trace', '--html', page, '--record', lines, os.path.basename(EXAMPLE)], check=True,
                   cwd=os.path.dirname(EXAMPLE), stdout=subprocess.DEVNULL)
    with open(lines, encoding='utf-8') as f:
        events = [json.loads(line) for line in f]
    waits = next(e['i'] for e in events if e['ev'] == 'task_wait' and e['task'] == 'T2')
    fires = next(e['i'] for e in events if e['ev'] == 'task_done' and e['task'] == 'T3')
    return page, waits, fires


def take_page(page, event):
    browser = Browser()
    try:
        browser.media(prefers_color_scheme='light')
        browser.size(1240, 800)
        browser.open(page, '#e=%d&lang=en' % event)
        time.sleep(0.5)
        browser.picture(os.path.join(ROOT, 'docs/page.png'))
    finally:
        browser.close()


def capture(binary, event):
    name = 'miniasync-pictures-%d' % os.getpid()

    def tmux(*args):
        return subprocess.run(['tmux', '-L', name, *args], check=True, stdout=subprocess.PIPE).stdout.decode()

    tmux('new-session', '-d', '-x', '80', '-y', '24', '-c', os.path.dirname(EXAMPLE),
         'env LC_ALL=C.UTF-8 MINIASYNC_LANG=en TERM=screen-256color %s trace %s' % (binary, os.path.basename(EXAMPLE)))
    try:
        time.sleep(1)
        tmux('send-keys', 'goto %d' % event, 'Enter')
        time.sleep(1)
        return tmux('capture-pane', '-e', '-p')
    finally:
        tmux('kill-server')


def columns(text):
    return sum(2 if unicodedata.east_asian_width(c) in 'WF' else 1 for c in text)


def draw(screen):
    rows, style = [], {}
    for y, line in enumerate(screen.rstrip('\n').split('\n')):
        column = 0
        for code, text in re.findall(r'\x1b\[([\d;]*)m|([^\x1b]+)', line):
            if not text:
                for n in [int(part or 0) for part in code.split(';')]:
                    if n == 0:
                        style = {}
                    elif n == 1:
                        style['font-weight'] = 'bold'
                    elif n == 2:
                        style['fill'] = '#8a94a3'
                    elif n == 39:
                        style.pop('fill', None)
                    elif n in COLOURS:
                        style['fill'] = COLOURS[n]
                continue
            width = columns(text)
            if text.strip():
                look = ''.join(' %s="%s"' % pair for pair in sorted(style.items()))
                rows.append('<text x="%.1f" y="%d" textLength="%.1f"%s>%s</text>' % (
                    14 + column * CELL, 26 + y * ROW, width * CELL, look, html.escape(text, quote=False).replace(' ', '\u00a0')))
            column += width
    width, height = 28 + 80 * CELL, 24 + 24 * ROW
    return ('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="ui-monospace, Menlo, Consolas, '
            'DejaVu Sans Mono, monospace" font-size="%d" fill="#1b2330">\n'
            '<rect width="100%%" height="100%%" rx="10" fill="#f9fafb" stroke="#d9dee6"/>\n%s\n</svg>\n'
            % (width, height, SIZE, '\n'.join(rows)))


def main():
    binary = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        page, waits, ends = record(binary, folder)
        take_page(page, ends)
    with open(os.path.join(ROOT, 'docs/screen.svg'), 'w', encoding='utf-8') as f:
        f.write(draw(capture(binary, waits)))


if __name__ == '__main__':
    main()
