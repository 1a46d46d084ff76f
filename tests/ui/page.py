#!/usr/bin/env python3
"""The page of `trace --html` in a headless Chromium, from a file, with the network off: tests/ui/page.py BINARY
[--filter TEXT]. A console message, an error or a request fails the test. Ends with "N passed, N failed"."""
import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
sys.path.insert(0, os.path.join(HERE, 'support'))
import guard  # noqa: E402
from browser import Browser, find_browser  # noqa: E402

HOSTILE = '''import asyncio

async def rtl(text):
    print("</script><script>alert(1)</script>", "<img src=x onerror=alert(2)>", text, "\\U0001F600", "\\u05e9\\u05dc\\u05d5\\u05dd")
    await asyncio.sleep(0.1)
    return "<!-- <b>&amp;" + text

print(asyncio.run(rtl("{{css}} \\ue000 ]]>")))
'''
LONG = '''import asyncio

async def worker(n):
    for i in range(20):
        await asyncio.sleep(0.001 * (n % 7 + 1))
        if i % 5 == 0:
            print(n, i)

async def main():
    for k in range(40):
        await asyncio.gather(*[asyncio.create_task(worker(n)) for n in range(30)])

asyncio.run(main())
'''
TEXTS = "document.getElementById('app').textContent + document.getElementById('lane-svg').innerHTML"
CONTRAST = '''(() => {
    const parse = c => (c.match(/[\\d.]+/g) || [0, 0, 0, 0]).map(Number);
    const light = c => { const [r, g, b] = c.map(v => v / 255).map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
                         return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
    const bad = [];
    for (const node of document.querySelectorAll('#app *')) {
        if (node.closest('svg, [hidden], dialog:not([open])') || ![...node.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
            continue;
        const style = getComputedStyle(node);
        if (style.visibility === 'hidden' || !node.getClientRects().length) continue;
        let back = null;
        for (let up = node; up && !back; up = up.parentElement) {
            const c = parse(getComputedStyle(up).backgroundColor);
            if (c.length < 4 || c[3] === 1) back = c;
        }
        const a = light(parse(style.color).slice(0, 3)), b = light((back || [255, 255, 255]).slice(0, 3));
        const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
        if (ratio < 4.5) bad.push(`${node.className || node.tagName} "${node.textContent.slice(0, 20)}" ${ratio.toFixed(2)}`);
    }
    return bad;
})()'''
SMALL = '''[...document.querySelectorAll('#app button, #app select, #app input')].filter(n => n.getClientRects().length)
    .filter(n => n.offsetWidth < 24 || n.offsetHeight < 24).map(n => n.id || n.className)'''


def need(condition, text):
    if not condition:
        raise AssertionError(text)


class Skipped(Exception):
    """Something that the test needs is not here."""


class Pages:
    def __init__(self, binary, scratch):
        self.binary, self.scratch, self.made = os.path.abspath(binary), scratch, {}

    def run(self, *args):
        return subprocess.run([self.binary, *args], cwd=ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, timeout=120)

    def script(self, name, text):
        path = os.path.join(self.scratch, name)
        with open(path, 'w', encoding='utf-8') as f:
            f.write(text)
        return path

    def page(self, script, *options):
        key = (script, options)
        if key not in self.made:
            path = os.path.join(self.scratch, 'page%d.html' % len(self.made))
            done = self.run('trace', '--html', path, '--record', path + 'l', *options, script)
            need(os.path.exists(path), 'no page: %s' % done.stderr.decode(errors='replace'))
            self.made[key] = path
        return self.made[key]

    def recording(self, script, *options):
        return self.page(script, *options) + 'l'


FETCH = 'examples/00_fetch.ma'


def at(browser):
    return browser.run("+document.getElementById('slider').value")


def last(browser):
    return browser.run("+document.getElementById('slider').max")


def press(browser, keys):
    for key in keys:
        browser.key(key)


def centre(browser, selector):
    return browser.run("(() => { const r = document.querySelector(%s).getBoundingClientRect();"
                       "return [r.left + r.width / 2, r.top + r.height / 2] })()" % json.dumps(selector))


def check_keys(pages, browser):
    browser.open(pages.page(FETCH), '#e=0&lang=en')
    press(browser, ['ArrowRight'] * 5)
    five = at(browser)
    press(browser, ['ArrowLeft'] * 2)
    need(0 < at(browser) < five, 'step and step back')
    press(browser, ['ArrowRight'] * 2)
    need(at(browser) == five, 'back 2, step 2')
    browser.key('End')
    need(at(browser) == last(browser), 'End')
    browser.key('Home')
    need(at(browser) == 0, 'Home')
    browser.key('ArrowRight', 8)
    first = at(browser)
    browser.key('ArrowRight', 8)
    need(at(browser) > first, 'Shift+Right')
    browser.key('ArrowLeft', 8)
    need(at(browser) == first, 'Shift+Left')
    press(browser, ['ArrowDown', 'Enter'])
    need('T1 main' in browser.run("document.getElementById('why').textContent"), 'why')
    axis = browser.run("document.getElementById('axis-button').textContent")
    browser.key('x')
    need(browser.run("document.getElementById('axis-button').textContent") != axis, 'x')
    browser.key('x')
    browser.key('b')
    need(browser.run("document.querySelectorAll('.broken').length") == 1, 'b')
    browser.key('b')
    need(browser.run("document.querySelectorAll('.broken').length") == 0, 'b again')
    speed = browser.run("document.getElementById('speed').value")
    browser.key('+')
    need(browser.run("document.getElementById('speed').value") != speed, '+')
    browser.key('-')
    need(browser.run("document.getElementById('speed').value") == speed, '-')
    browser.key('/')
    need(browser.run("document.activeElement.id") == 'find', '/')
    browser.call('Input.insertText', text='b starts')
    here = at(browser)
    browser.key('x')
    need(at(browser) == here, 'a key in a text field')
    browser.run("document.getElementById('find').value = 'b starts'")
    browser.key('Enter')
    need('b starts' in browser.run("document.getElementById('output').textContent"), 'find')
    browser.key('Escape')
    browser.key('?', 8)
    need(browser.run("document.getElementById('help').open"), '?')
    browser.key('Escape')
    need(not browser.run("document.getElementById('help').open"), 'Escape')
    for modifier, name in ((1, 'Alt'), (2, 'Ctrl'), (4, 'Meta')):
        here = at(browser)
        browser.run("document.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowLeft', %sKey: true, bubbles: true }))"
                    % name.lower())
        need(at(browser) == here, 'a key with ' + name)
    browser.run('document.activeElement.blur()')
    chosen = "(document.querySelector('.lane-name[aria-pressed=true]') || { dataset: {} }).dataset.id"
    browser.key('End')
    for key, wanted in (('ArrowDown', 'T2'), ('ArrowDown', 'T3'), ('ArrowDown', 'T3'), ('ArrowUp', 'T2'), ('ArrowUp', 'T1')):
        browser.key(key)
        need(browser.run(chosen) == wanted, '%s: %s, not %s' % (key, browser.run(chosen), wanted))
    browser.key('q')
    need(not browser.run("document.getElementById('question').hidden"), 'q')
    browser.key('q')
    need(browser.run("document.getElementById('question').hidden"), 'q again')
    listed = browser.run("[...document.querySelectorAll('#keys kbd')].map(n => n.textContent).join(' ')")
    for key in ('→ ←', 'Shift+→ ←', 'Home End', 'Space', '+ −', '↑ ↓', 'Enter', 'x', 'b', 'q', '/', '?'):
        need(key in listed, 'the list of keys lacks ' + key)


def check_buttons(pages, browser):
    browser.open(pages.page(FETCH), '#e=0&lang=en')
    for name, test in (('step', lambda: at(browser) > 0), ('end', lambda: at(browser) == last(browser)),
                       ('back', lambda: at(browser) < last(browser)), ('start', lambda: at(browser) == 0)):
        browser.click(*centre(browser, '#' + name))
        need(test(), name)
    for name in ('axis-button', 'zoom-in', 'zoom-out', 'table-button', 'quiz-button', 'theme-button', 'lang-button'):
        before = browser.run('document.documentElement.outerHTML')
        browser.click(*centre(browser, '#' + name))
        need(browser.run('document.documentElement.outerHTML') != before, name)
    browser.click(*centre(browser, '#help-button'))
    need(browser.run("document.getElementById('help').open"), 'help')
    browser.click(*centre(browser, '#help form button'))
    need(not browser.run("document.getElementById('help').open"), 'help is closed')
    theme = browser.run('document.documentElement.dataset.theme')
    browser.click(*centre(browser, '#theme-button'))
    need(browser.run('document.documentElement.dataset.theme') not in (theme, ''), 'the theme button overrides the system')
    browser.click(*centre(browser, '#play'))
    need(browser.run("document.getElementById('play').getAttribute('aria-pressed')") == 'true', 'play')
    time.sleep(1.2)
    browser.click(*centre(browser, '#play'))
    need(at(browser) > 0 and browser.run("document.getElementById('play').getAttribute('aria-pressed')") == 'false', 'stop')


def check_files(pages, browser):
    """A program of two files: the one in which something happens comes up, and the list chooses."""
    pages.script('helper_of_page.ma', 'async def twice(x):\n    return x * 2\n')
    script = pages.script('two_files.ma', 'import asyncio\nfrom helper_of_page import twice\n\nasync def main():\n'
                          '    print(await twice(21))\n\nasyncio.run(main())\n')
    browser.open(pages.page(script), '#e=0&lang=en')
    names = browser.run("[...document.getElementById('files').options].map(o => o.textContent)")
    need(len(names) == 2 and names[1].endswith('helper_of_page.ma'), 'files: %s' % names)
    shown = set()
    for _ in range(60):
        browser.key('ArrowRight')
        shown.add(browser.run("document.getElementById('source').textContent.includes('return x * 2')"))
    need(shown == {True, False}, 'the other file never comes up')
    browser.run("(() => { const f = document.getElementById('files'); f.value = f.value === '0' ? '1' : '0';"
                "f.dispatchEvent(new Event('change')) })()")
    need(browser.run("document.getElementById('source').textContent.includes('return x * 2')") ==
         (browser.run("document.getElementById('files').value") == '1'), 'the list of files')


def check_slider(pages, browser):
    browser.open(pages.page(FETCH), '#e=0&lang=en')
    x, y, width = browser.run("(() => { const r = document.getElementById('slider').getBoundingClientRect();"
                              "return [r.left, r.top + r.height / 2, r.width] })()")
    browser.drag(x + 8, y, x + width / 2, y)
    need(abs(at(browser) - last(browser) / 2) < 4, 'dragged to the middle: %d' % at(browser))
    need(re.match(r'event \d+ of \d+, 0\.\d{3} s, .', browser.run(
        "document.getElementById('slider').getAttribute('aria-valuetext')")), 'aria-valuetext')


def check_play(pages, browser):
    reached = []
    for speed in ('2', '8', '16'):
        browser.open(pages.page(FETCH), '#e=0&lang=en')
        browser.run("(() => { const s = document.getElementById('speed'); s.value = '%s';"
                    "s.dispatchEvent(new Event('change')) })()" % speed)
        browser.key(' ')
        need(browser.run("document.getElementById('telling').getAttribute('aria-live')") == 'off', 'silent while playing')
        time.sleep(1.2)
        browser.key(' ')
        here = at(browser)
        need(here > 0, 'speed %s does not move' % speed)
        reached.append(here)
        time.sleep(0.3)
        need(at(browser) == here, 'does not stop')
        need(browser.run("document.getElementById('telling').getAttribute('aria-live')") == 'polite', 'polite again')
    need(reached == sorted(set(reached)), 'the speeds 2, 8, 16 come to %s' % reached)


def check_same(pages, browser):
    for script in (FETCH, 'examples/02_greenlet.ma', 'examples/01_yield.ma', 'tests/trace/step_cycle.ma', 'examples/21_done_callback.ma'):
        browser.open(pages.page(script), '#e=0&lang=zh')
        different = browser.run('''(async () => {
            const slider = document.getElementById('slider'), there = [], bad = [];
            const go = i => { slider.value = i; slider.dispatchEvent(new Event('input')); return %s; };
            for (let i = 0; i <= +slider.max; i++) there.push(go(i));
            for (let i = +slider.max; i >= 0; i--) if (go(i) !== there[i]) bad.push(i);
            for (let i = 0; i <= +slider.max; i += 7) if (go((i * 37) %% there.length) !== there[(i * 37) %% there.length]) bad.push(i);
            return bad; })()''' % TEXTS)
        need(different == [], '%s: other text at %s' % (script, different))


def check_clicks(pages, browser):
    browser.open(pages.page(FETCH), '#e=0&lang=en')
    x, y = browser.run("(() => { const r = [...document.querySelectorAll('#lane-svg rect.runs')][2].getBoundingClientRect();"
                       "return [r.left + r.width / 2, r.top + r.height / 2] })()")
    browser.click(x, y)
    need('T2' in browser.run("document.getElementById('slider').getAttribute('aria-valuetext')"), 'click on a run of T2')
    need(browser.run("document.querySelector('.lane-name[aria-pressed=true]').dataset.id") == 'T2', 'its lane is chosen')
    browser.click(*centre(browser, '.lane-name[data-id="T1"]'))
    need('T1' in browser.run("document.getElementById('why').textContent"), 'click on the name of a lane')
    browser.click(*centre(browser, '.lane-name[data-id="T1"]'))
    need(browser.run("document.getElementById('why').hidden"), 'a second click')
    browser.click(*centre(browser, '.line[data-n="7"] .number'))
    need(browser.run("document.querySelector('.line[data-n=\"7\"]').classList.contains('broken')"), 'click on a line number')
    browser.run('document.activeElement.blur()')
    browser.key('Home')
    browser.run("(() => { const s = document.getElementById('speed'); s.value = '16'; s.dispatchEvent(new Event('change')) })()")
    browser.key(' ')
    for _ in range(60):
        time.sleep(0.1)
        if browser.run("document.getElementById('play').getAttribute('aria-pressed')") == 'false':
            break
    need(browser.run("document.querySelector('.line.current').dataset.n") == '7', 'play stops at the breakpoint')


def check_languages(pages, browser):
    browser.open(pages.page(FETCH), '#e=30&lang=zh')
    need(browser.run('document.documentElement.lang') == 'zh-CN', 'lang')
    latin = browser.run("[...document.querySelectorAll('#app [data-t], #telling p, .word, .legend span')]"
                        ".map(n => n.textContent).filter(t => t && !/[\\u4e00-\\u9fff]/.test(t))")
    need(latin == [], 'not Chinese: %s' % latin)
    browser.click(*centre(browser, '#lang-button'))
    han = browser.run("[...document.querySelectorAll('#app *')].filter(n => !n.children.length && n.id !== 'lang-button' &&"
                      "!n.closest('code, pre') && /[\\u4e00-\\u9fff]/.test(n.textContent)).map(n => n.textContent)")
    need(han == [] and browser.run('document.documentElement.lang') == 'en', 'not English: %s' % han)
    time.sleep(0.5)
    need(browser.run('location.hash') == '#e=30&lang=en', 'the address: %s' % browser.run('location.hash'))


def check_address(pages, browser):
    """First by navigator.language; the address holds place and language."""
    for accepts, lang in (('zh-CN', 'zh'), ('zh-TW', 'zh'), ('de', 'en'), ('en-GB', 'en')):
        browser.call('Emulation.setUserAgentOverride', userAgent='', acceptLanguage=accepts)
        browser.open(pages.page(FETCH))
        need(browser.run('document.documentElement.lang')[:2] == lang, '%s gives %s' % (accepts, lang))
    browser.call('Emulation.setUserAgentOverride', userAgent='')
    browser.open(pages.page(FETCH), '#e=23&lang=zh')
    need((at(browser), browser.run('document.documentElement.lang')) == (23, 'zh-CN'), 'the address is not followed')
    browser.run("location.hash = '#e=31&lang=en'")
    time.sleep(0.2)
    need((at(browser), browser.run('document.documentElement.lang')) == (31, 'en'), 'a new address is not followed')
    for wrong in ('#e=99999999&lang=xx', '#e=-3', '#e=abc', '#&&=', '#e=1e5'):
        browser.open(pages.page(FETCH), wrong)
        need(0 <= at(browser) <= last(browser), wrong)


def check_looks(pages, browser):
    for script, event in ((FETCH, 60), ('examples/26_kitchen.ma', 300)):
        for scheme in ('light', 'dark'):
            browser.media(prefers_color_scheme=scheme)
            browser.open(pages.page(script), '#e=%d&lang=en' % event)
            press(browser, ['ArrowDown', 'Enter'])
            need(browser.run('document.documentElement.dataset.theme') == scheme, scheme)
            for _ in range(2):
                bad = browser.run(CONTRAST)
                need(bad == [], '%s %s: contrast: %s' % (script, scheme, bad))
                browser.key('q')
                press(browser, ['ArrowRight'] * 9)
            small = browser.run(SMALL)
            need(small == [], 'targets: %s' % small)
    browser.media(forced_colors='active')
    browser.open(pages.page(FETCH), '#e=60&lang=en')
    browser.key('ArrowRight')
    need(browser.run("matchMedia('(forced-colors: active)').matches"), 'forced colours')
    fills = browser.run("['.runs', '.cursor', '.tip', '.axis-back'].map(s => { const n = document.querySelector('#lane-svg ' + s);"
                        "const c = getComputedStyle(n); return s === '.cursor' ? c.stroke : c.fill })")
    need(len(set(fills)) > 1 and fills[0] != fills[3], 'forced colours: what runs cannot be told from the ground: %s' % fills)
    need(browser.run("getComputedStyle(document.querySelector('.line.current')).outlineStyle") == 'solid', 'the current line')
    browser.media(prefers_reduced_motion='reduce')
    browser.open(pages.page(FETCH), '#e=60&lang=en')
    need(browser.run("getComputedStyle(document.getElementById('step')).transitionDuration") in ('0s', ''), 'transitions')
    browser.media(media='print')
    need(browser.run("getComputedStyle(document.querySelector('footer')).display") == 'none' and
         browser.run("getComputedStyle(document.body).backgroundColor") == 'rgb(255, 255, 255)', 'print')
    colours = browser.run("[...new Set([...document.querySelectorAll('#panes *, #telling *')].filter(n => n.getClientRects().length)"
                          ".flatMap(n => { const c = getComputedStyle(n); return [c.color, c.fill, c.stroke] }))]"
                          ".filter(c => c.startsWith('rgb')).map(c => c.match(/[\\d.]+/g).map(Number))"
                          ".filter(([r, g, b]) => r !== g || g !== b)")
    need(colours == [], 'printed in colour: %s' % colours)
    for pane in 'source', 'lane-svg', 'ready', 'timers', 'tasks', 'locals', 'output':
        need(browser.run("document.getElementById('%s').getClientRects().length" % pane) > 0, 'not printed: ' + pane)
    need(len(browser.call('Page.printToPDF')['data']) > 10000, 'the printed page is empty')
    browser.media()


def check_sizes(pages, browser):
    for width, height, scale in ((320, 640, 1), (640, 400, 2), (1280, 800, 1), (1900, 1000, 1)):
        browser.size(width, height, scale)
        for lang in ('en', 'zh'):
            browser.open(pages.page(FETCH), '#e=60&lang=' + lang)
            press(browser, ['ArrowDown', 'Enter'])
            wide = browser.run('document.documentElement.scrollWidth')
            need(wide <= width, '%d px: %d wide' % (width, wide))
            clipped = browser.run("[...document.querySelectorAll('#app button')].filter(n => n.getClientRects().length && "
                                  "!n.closest('.body, .lane-names')).filter(n => { const r = n.getBoundingClientRect();"
                                  "return r.left < 0 || r.right > innerWidth + 1; }).map(n => n.id)")
            need(clipped == [], '%d px: %s' % (width, clipped))
    browser.size(1280, 800)


def check_access(pages, browser):
    browser.open(pages.page(FETCH), '#e=60&lang=en')
    nodes = browser.call('Accessibility.getFullAXTree')['nodes']
    roles = {}
    for node in nodes:
        role, name = node.get('role', {}).get('value'), node.get('name', {}).get('value', '')
        if not node.get('ignored') and role in ('button', 'slider', 'searchbox', 'combobox', 'region', 'image', 'img', 'heading',
                                                'main', 'banner', 'contentinfo'):
            roles.setdefault(role, []).append(name)
            need(name or role in ('main', 'banner', 'contentinfo'), '%s without a name' % role)
    need('slider' in roles and len(roles.get('region', ())) >= 7 and len(roles['heading']) >= 9, 'roles: %s' % roles)
    ids = browser.run("(() => { const ids = [...document.querySelectorAll('[id]')].map(n => n.id);"
                      "return ids.filter((id, i) => ids.indexOf(id) !== i) })()")
    need(ids == [], 'ids twice: %s' % ids)
    seen = []
    for _ in range(60):
        browser.key('Tab')
        state = browser.run('''(() => { const n = document.activeElement; if (!n || n === document.body) return null;
            const s = getComputedStyle(n), all = [...document.querySelectorAll('*')];
            return [all.indexOf(n), n.id || n.className, s.outlineStyle, parseFloat(s.outlineWidth)]; })()''')
        if state is None or (seen and state[0] <= seen[-1][0]):
            break
        need(state[2] != 'none' and state[3] >= 2, 'focus cannot be seen on %s' % state[1])
        seen.append(state)
    need(len(seen) > 20, 'Tab reaches only %s' % [s[1] for s in seen])
    browser.click(*centre(browser, '#table-button'))
    need(browser.run("document.querySelectorAll('#lane-table tbody tr').length") == 3, 'lanes as a table')


# Where axe-core may be: in the folder of the program or in build/ (tools/axe.sh), or as AXE_CORE says.
def find_axe(binary):
    inside = 'axe/node_modules/axe-core/axe.min.js'
    places = [os.environ.get('AXE_CORE', ''), os.path.join(os.path.dirname(binary), inside), os.path.join(ROOT, 'build', inside)]
    return next((place for place in places if os.path.isfile(place)), None)


AXE = """(async () => {
    const result = await axe.run(document, { resultTypes: ['violations', 'incomplete'] });
    const told = list => list.map(v => v.id + ': ' + v.help + ' ' + v.nodes.slice(0, 3).map(n => n.target.join(' ')).join(', '));
    return [told(result.violations), result.passes.length]; })()"""


def axe_finds(browser, source, what):
    if not browser.run('!!window.axe'):
        browser.run(source + ';0')
    violations, passes = browser.run(AXE)
    need(violations == [], '%s: %s' % (what, violations))
    need(passes > 15, '%s: axe-core looked at %d rules only' % (what, passes))


def check_axe(pages, browser):
    path = find_axe(pages.binary)
    if not path:
        raise Skipped('axe-core is not here; tools/axe.sh fetches it where npm and its registry are')
    with open(path, encoding='utf-8') as f:
        source = f.read()
    views = (('it opens', []), ('why', ['ArrowDown', 'Enter']), ('table', 'table-button'), ('a question', ['q'] + ['ArrowRight'] * 60),
             ('an answer', ['?', '1']), ('its end', ['End']), ('help', 'help-button'))
    for script in (FETCH, 'examples/02_greenlet.ma', 'examples/26_kitchen.ma', 'tests/trace/step_cycle.ma'):
        for lang, scheme, width in (('en', 'light', 1280), ('zh', 'dark', 1280), ('en', 'dark', 320), ('zh', 'light', 320)):
            browser.media(prefers_color_scheme=scheme)
            browser.size(width, 800)
            browser.open(pages.page(script), '#e=%d&lang=%s' % (40, lang))
            for what, keys in views:
                if isinstance(keys, str):
                    browser.run("document.getElementById('%s').click()" % keys)
                else:
                    press(browser, keys)
                if script == FETCH or what in ('it opens', 'its end'):
                    axe_finds(browser, source, '%s, %s, %s, %d px, %s' % (script, lang, scheme, width, what))
    browser.media()
    browser.size(1280, 800)


def check_hostile(pages, browser):
    script = pages.script('hostile.ma', HOSTILE)
    browser.open(pages.page(script), '#e=0&lang=en')
    browser.key('End')
    text = browser.run("document.getElementById('output').textContent")
    for piece in ('</script><script>alert(1)</script>', '<img src=x onerror=alert(2)>', '\U0001F600', '\u05e9\u05dc\u05d5\u05dd',
                  '{{css}} \ue000 ]]>'):
        need(piece in text, 'lost: %r' % piece)
    need(browser.run("document.images.length + document.querySelectorAll('b[onerror], #output script').length") == 0, 'elements')
    need('alert(1)' in browser.run("document.getElementById('source').textContent"), 'source')


def check_noscript(pages, browser):
    browser.call('Emulation.setScriptExecutionDisabled', value=True)
    try:
        browser.open(pages.page(FETCH))
        document = browser.call('DOM.getDocument', depth=-1)['root']
        html = browser.call('DOM.getOuterHTML', nodeId=document['nodeId'])['outerHTML']
        need('<pre' in html.split('<script')[0] and 'makes task T2' in html and '创建任务 T2' in html, 'the narrated text is not there')
    finally:
        browser.call('Emulation.setScriptExecutionDisabled', value=False)


SHARED = ('00_fetch', '02_greenlet', '13_await_is_sequential', '17_wait', '20_future_states', '25_what_is_forbidden')


def recordings(pages):
    for name in SHARED:
        yield pages.recording('examples/%s.ma' % name)
    for seed in '1', '2', '3', '4':
        yield pages.recording(FETCH if seed < '3' else 'examples/17_wait.ma', '--shuffle', seed)


# --- quiz: what the terminal asks, and the page

ASKED = """(keys => {
    const key = name => document.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true }));
    const box = document.getElementById('question'), said = [], text = node => node ? node.textContent.replace(/\\s+/g, ' ').trim() : '';
    const at = () => +document.getElementById('slider').value, end = +document.getElementById('slider').max;
    const score = () => text(box.querySelector('.score').firstChild);
    let turn = 0;
    for (let before = -1; at() < end && before !== at();) {
        before = at();
        key('ArrowRight');
        const options = box.querySelector('.options');
        if (!options || box.querySelector('.verdict'))
            continue;
        said.push(text(box.querySelector('.ask')) + ' ' + [...options.children].map(text).join(' '));
        const here = at();
        key('ArrowRight');
        if (at() !== here) said.push('goes on without an answer');
        for (let tries = 0; !box.querySelector('.verdict') && tries < 20; tries++) {
            const given = keys[turn++ %% keys.length];
            key(given);
            if (given === '?') said.push(text(box.querySelector('.hint')));
        }
        said.push(text(box.querySelector('.verdict')), score());
        before = -1;
    }
    const look = box.querySelector('.look');
    if (box.querySelectorAll('.score').length && said.length) said.push(score());
    if (look) said.push(text(look.firstChild) + ' ' + [...look.children].map(text).join(' '));
    return said; })(%s)"""
KEYS = ('1', '?', '2', 's', '3', '?', '1', '2', '4', '1', '2', '?', 's', '5')
PROMPTS = {'en': 'your answer: ', 'zh': '你的回答：'}
TOLD = {'en': ('hint: ', 'yes: ', 'no: ', 'the answer: ', 'Not decided', 'score '),
        'zh': ('提示：', '对：', '不对：', '答案：', '没有结果', '得分 ')}


def asked_in_terminal(pages, recording, lang, level):
    """What the quiz says in the terminal, one line a question, hint, verdict, score."""
    answers = pages.script('answers', '\n'.join(KEYS * 60) + '\n')
    done = pages.run('replay', '--quiz=%d' % level, '--answers', answers, '--lang', lang, recording)
    need(done.returncode == 0, done.stderr.decode())
    said, question = [], None
    for line in done.stdout.decode().split('\n'):
        if line.startswith('? '):
            question = [line]
        elif question and line.startswith(PROMPTS[lang]):
            said.append(' '.join(' '.join(question).split()))
            question = None
        elif question:
            question.append(line)
        elif line.startswith(TOLD[lang]):
            said.append(' '.join(line.split()))
        elif line.startswith(('worth a second look: ', '值得再看：')):
            said.append(' '.join(re.sub('"?goto (\\d+)"?(（| \\()', r' #\1\2', line).replace(',', '').replace('，', '').split()))
    return said


def quiz_recordings(pages):
    yield from recordings(pages)
    for seed in '1', '5':
        yield pages.recording('tests/trace/quiz_mix.ma', '--seed', seed)
        yield pages.recording('tests/trace/quiz_mix.ma', '--seed', seed, '--detail', 'loop')
    yield pages.recording('tests/trace/step_cycle.ma')
    yield pages.recording('examples/26_kitchen.ma')


def check_quiz(pages, browser):
    """The same seed and answers: the same questions, hints, verdicts and points as in the terminal."""
    kinds = set()
    for number, recording in enumerate(quiz_recordings(pages)):
        lang, level = ('en', 'zh')[number % 2], number % 3 + 1
        theirs = asked_in_terminal(pages, recording, lang, level)
        browser.open(recording[:-1], '#e=0&lang=' + lang)
        press(browser, ['q'])
        for _ in range(level - 1):
            browser.run("document.querySelector('#question .level').click()")
        ours = [' '.join(line.replace('（', ' （').split()) for line in browser.run(ASKED % json.dumps(KEYS))]
        theirs = [line.replace('（', ' （') for line in theirs]
        theirs = [' '.join(line.split()) for line in theirs]
        need(ours == theirs, '%s, %s, level %d:\n  terminal %s\n  page     %s' % (recording, lang, level, theirs, ours))
        kinds |= {row[1] for row in browser.run("JSON.parse(document.getElementById('narration').textContent).questions")}
    need(len(kinds) == 5, 'kinds: %s' % kinds)


def check_quiz_panes(pages, browser):
    """What the levels show; buttons; a jump forgets the question."""
    page = pages.page('tests/trace/quiz_mix.ma', '--seed', '1')
    browser.open(page, '#e=0&lang=en')
    press(browser, ['q'])
    queue = "document.getElementById('ready').textContent"
    need('hidden' not in browser.run(queue), 'level 1 hides the queue')
    browser.click(*centre(browser, '#question .level'))
    need('hidden' in browser.run(queue), 'level 2 shows the queue before the first question')
    for _ in range(200):
        browser.key('ArrowRight')
        if browser.run("!!document.querySelector('#question .options')"):
            break
    need('hidden' in browser.run(queue), 'level 2 shows the queue')
    browser.key('Enter')
    need(browser.run("document.getElementById('why').hidden"), 'why while a question is open')
    browser.click(*centre(browser, '#question .tools button'))
    need(browser.run("document.querySelector('#question .hint').textContent").startswith('hint: '), 'the hint button')
    browser.click(*centre(browser, '#question .options button'))
    need('hidden' not in browser.run(queue), 'level 2 hides the queue after the answer')
    need(browser.run("document.querySelectorAll('#question .right').length") == 1, 'the right one is not marked')
    browser.click(*centre(browser, '#question .level'))
    for pane in 'ready', 'timers', 'tasks', 'lanes', 'locals':
        need(browser.run("getComputedStyle(document.querySelector('.%s')).display" % pane) == 'none', 'level 3 shows ' + pane)
    need('level 3' in browser.run("document.querySelector('#question .level').textContent"), 'level 3')
    for _ in range(200):
        browser.key('ArrowRight')
        if browser.run("!!document.querySelector('#question .options') && !document.querySelector('#question .verdict')"):
            break
    browser.click(*centre(browser, '#question .tools button + button'))
    need(browser.run("document.querySelector('#question .verdict').textContent").startswith('the answer: '), 'the skip button')
    browser.key('Home')
    need(not browser.run("!!document.querySelector('#question .options')"), 'the question stays behind')
    press(browser, ['q'])
    need(browser.run("document.getElementById('question').hidden"), 'q again')


def part(name):
    with open(os.path.join(ROOT, 'src/trace/page', name), encoding='utf-8') as f:
        return f.read()


def events_of(path):
    with open(path, encoding='utf-8') as f:
        return [json.loads(line) for line in f.read().split('\n') if line]


def check_reducer(pages, browser):
    browser.call('Page.navigate', url='about:blank')
    for path in recordings(pages):
        events = events_of(path)
        ours = browser.run('(() => {%s;const s = new State(), all = [], kept = [];'
                           'for (const e of %s) { if (s.next %% 9 === 0) kept.push(s.snapshot()); s.fold(e); all.push(stateJson(s)); }'
                           'for (const k of kept) { const r = k.snapshot(); r.fold(%s[r.next]);'
                           'if (stateJson(r) !== all[r.next - 1]) throw Error("snapshot " + r.next); }'
                           'return all; })()' % (part('reducer.js'), json.dumps(events), json.dumps(events)))
        for i in range(len(events)):
            theirs = pages.run('state', path, str(i)).stdout.decode().rstrip('\n')
            need(ours[i] == theirs, '%s, event %d (%s):\n  C  %s\n  JS %s' % (path, i, events[i]['ev'], theirs, ours[i]))


def check_why(pages, browser):
    browser.call('Page.navigate', url='about:blank')
    compared = 0
    for script in ('examples/00_fetch.ma', 'examples/17_wait.ma', 'examples/28_lock_order.ma', 'examples/26_kitchen.ma'):
        path = pages.recording(script)
        with open(path[:-1], encoding='utf-8') as f:
            messages = re.search(r'id="messages">\n(.*?)</script>', f.read(), re.S).group(1)
        events = events_of(path)
        asked = [(i, e['task']) for i, e in enumerate(events) if e['ev'] in ('task_wait', 'ready', 'task_done') and e['task']]
        asked = asked[::max(1, len(asked) // 40)]
        batch = pages.script('why.batch', ''.join('goto %d\nwhy %s\n' % pair for pair in asked) + 'quit\n')
        said = pages.run('replay', '--lang', 'en', '--batch', batch, path).stdout.decode().split('(trace')
        theirs = [block.split('\n', 1)[1].rstrip('\n') for block in said if re.match(r'[^\n]*\) why T', block)]
        ours = browser.run('''(() => {%s;%s;const events = %s, messages = %s, asked = %s;
            const sources = events[0].files.map(f => f.text.split('\\n'));
            const say = (id, ...v) => messages[id][0].replace(/\\{(\\d)\\}/g, (all, n) => v[n - 1]);
            const trace = { events, armed: new Map(), line: (f, n) => (sources[f] || [])[n - 1] || '' };
            for (const e of events) if (e.ev === 'timer') trace.armed.set(e.h, e.t);
            return asked.map(([i, task]) => { const s = new State(); while (s.next <= i) s.fold(events[s.next]);
                const lines = new Walk(trace, s, task, say).lines();
                return lines.map((line, k) => line && ' '.repeat(k < lines.length - 1 ? k * 2 : 0) + line)
                            .filter(line => line).join('\\n'); }); })()'''
                           % (part('reducer.js'), part('why.js'), json.dumps(events), messages, json.dumps(asked)))
        need(len(theirs) == len(ours), '%s: %d answers, not %d' % (script, len(theirs), len(ours)))
        for pair, a, b in zip(asked, theirs, ours):
            need(a == b, '%s %s:\n  C  %s\n  JS %s' % (script, pair, a, b))
            compared += 1
    need(compared > 60, 'only %d compared' % compared)


def check_weight(pages, browser):
    for script in (FETCH, 'examples/26_kitchen.ma'):
        with open(pages.page(script), encoding='utf-8') as f:
            page = f.read()
        own = re.sub(r'(?s)<noscript>\n<main.*?</noscript>|(?<=id="recording">).*?(?=</script>)|(?<=id="narration">).*?(?=</script>)',
                     '', page)
        need(len(own.encode()) < 150 * 1024, '%d bytes of its own' % len(own.encode()))
        need('http://' not in own.replace('http://www.w3.org/', '') and 'https://' not in own, 'an address in the page')


def check_long(pages, browser):
    path = os.path.join(pages.scratch, 'long.html')
    pages.run('trace', '--html', path, pages.script('long.ma', LONG))
    browser.call('Performance.enable', timeDomain='threadTicks')

    def used():
        return next(m['value'] for m in browser.call('Performance.getMetrics')['metrics'] if m['name'] == 'TaskDuration')

    browser.open(path, '#e=0&lang=en')
    opened = used()
    need(last(browser) >= 199999, 'only %d events' % last(browser))
    need(opened < 3, 'opens in %.1f s' % opened)
    for place in ('Home', 'End'):
        browser.key(place)
        press(browser, ['ArrowLeft'] * 3 + ['ArrowRight'])
        before = used()
        for key in ['ArrowLeft', 'ArrowRight'] * 5:
            browser.run("document.dispatchEvent(new KeyboardEvent('keydown', { key: '%s', bubbles: true })), document.body.offsetHeight"
                        % key)
        each = (used() - before) / 10
        need(each < 0.05, 'a step at %s takes %.0f ms' % (place, each * 1000))
    print('page: 200,000 events open in %.2f s of processor time, a step at the end takes %.0f ms' % (opened, each * 1000))


CHECKS = (check_keys, check_buttons, check_files, check_slider, check_play, check_same, check_clicks, check_languages, check_address, check_looks, check_sizes,
          check_access, check_axe, check_hostile, check_noscript, check_quiz, check_quiz_panes, check_reducer, check_why, check_weight, check_long)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('binary')
    parser.add_argument('--filter', action='append', default=[])
    args = parser.parse_args()
    if not find_browser():
        print('no Chromium here: the page is not tested')
        return 0
    passed = failed = skipped = 0
    with tempfile.TemporaryDirectory() as scratch:
        pages, browser = Pages(args.binary, scratch), Browser()
        browser.size(1280, 800)
        for check in CHECKS:
            name = check.__name__[6:]
            if args.filter and not any(f in name for f in args.filter):
                continue
            browser.seen.clear()
            try:
                check(pages, browser)
                need(not browser.seen, 'in the console: %s' % browser.seen)
                passed += 1
            except Skipped as e:
                skipped += 1
                print('page %s: skipped: %s' % (name, e))
            except (AssertionError, RuntimeError, subprocess.TimeoutExpired) as e:
                failed += 1
                print('FAIL page %s\n    %s' % (name, str(e).replace('\n', '\n    ')[:3000]))
                sys.stdout.flush()
        browser.close()
    print('%d passed, %d failed%s' % (passed, failed, ', %d skipped' % skipped if skipped else ''))
    return 1 if failed or not passed + skipped else 0


if __name__ == '__main__':
    sys.exit(guard.run(main))
