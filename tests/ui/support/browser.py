"""A headless Chromium, driven over its debugging pipe: pages from files, no network."""
import base64
import json
import os
import shutil
import subprocess
import tempfile

NAMES = ('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable')


def find_browser():
    return os.environ.get('CHROMIUM') or next((shutil.which(name) for name in NAMES if shutil.which(name)), None)


class Browser:
    """One page in one browser. `seen` collects what must not happen: console messages, errors, requests."""

    def __init__(self, language='en-US'):
        self.profile = tempfile.mkdtemp(prefix='miniasync-page-')
        to_child, self.write_end = os.pipe()
        self.read_end, from_child = os.pipe()
        saved = [os.dup(to_child), os.dup(from_child)]

        def child():
            os.dup2(saved[0], 3)
            os.dup2(saved[1], 4)

        self.process = subprocess.Popen(
            [find_browser(), '--headless=new', '--no-sandbox', '--disable-gpu', '--remote-debugging-pipe',
             '--user-data-dir=' + self.profile, '--no-first-run', '--disable-background-networking',
             '--disable-component-update', '--disable-sync', '--disable-extensions', '--mute-audio',
             '--disable-dev-shm-usage', '--host-resolver-rules=MAP * ~NOTFOUND', '--lang=' + language, 'about:blank'],
            preexec_fn=child, pass_fds=(3, 4), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for fd in (to_child, from_child, *saved):
            os.close(fd)
        self.buffer, self.count, self.seen, self.session, self.loaded = b'', 0, [], None, False
        target = next(t for t in self.call('Target.getTargets')['targetInfos'] if t['type'] == 'page')
        self.session = self.call('Target.attachToTarget', targetId=target['targetId'], flatten=True)['sessionId']
        for domain in ('Page', 'Runtime', 'Log', 'Network'):
            self.call(domain + '.enable')
        self.call('Network.emulateNetworkConditions', offline=True, latency=0, downloadThroughput=0, uploadThroughput=0)

    def call(self, method, **params):
        self.count += 1
        message = {'id': self.count, 'method': method, 'params': params}
        if self.session:
            message['sessionId'] = self.session
        os.write(self.write_end, json.dumps(message).encode() + b'\0')
        while True:
            answer = self.receive()
            if answer.get('id') == message['id']:
                if 'error' in answer:
                    raise RuntimeError('%s: %s' % (method, answer['error']['message']))
                return answer['result']

    def receive(self):
        while b'\0' not in self.buffer:
            piece = os.read(self.read_end, 1 << 20)
            if not piece:
                raise RuntimeError('the browser has gone')
            self.buffer += piece
        text, self.buffer = self.buffer.split(b'\0', 1)
        message = json.loads(text)
        self.note(message.get('method'), message.get('params', {}))
        return message

    def note(self, method, params):
        if method == 'Page.loadEventFired':
            self.loaded = True
        elif method == 'Runtime.consoleAPICalled':
            self.seen.append('console: %s' % [a.get('value', a.get('description')) for a in params['args']])
        elif method == 'Runtime.exceptionThrown':
            details = params['exceptionDetails']
            self.seen.append('exception: %s' % details.get('exception', {}).get('description', details['text']))
        elif method == 'Log.entryAdded':
            self.seen.append('log: %s' % params['entry']['text'])
        elif method == 'Network.requestWillBeSent' and not params['request']['url'].startswith('file:'):
            self.seen.append('request: %s' % params['request']['url'])
        elif method == 'Network.requestWillBeSent' and params.get('type') != 'Document':
            self.seen.append('request: %s' % params['request']['url'])

    def open(self, path, fragment=''):
        for url in ('about:blank', 'file://' + os.path.abspath(path) + fragment):
            self.loaded = False
            self.call('Page.navigate', url=url)
            while not self.loaded:
                self.receive()

    def run(self, expression):
        result = self.call('Runtime.evaluate', expression=expression, returnByValue=True, awaitPromise=True)
        if 'exceptionDetails' in result:
            raise RuntimeError(result['exceptionDetails'].get('exception', {}).get('description', expression))
        return result['result'].get('value')

    def size(self, width, height, scale=1):
        self.call('Emulation.setDeviceMetricsOverride', width=width, height=height, deviceScaleFactor=scale, mobile=False)

    def media(self, **features):
        self.call('Emulation.setEmulatedMedia', media=features.pop('media', ''),
                  features=[{'name': k.replace('_', '-'), 'value': v} for k, v in features.items()])

    def key(self, key, modifiers=0):
        codes = {'ArrowRight': 39, 'ArrowLeft': 37, 'ArrowUp': 38, 'ArrowDown': 40, 'Home': 36, 'End': 35, 'Enter': 13,
                 'Tab': 9, 'Escape': 27, ' ': 32}
        text = {'Enter': '\r'}.get(key, key if len(key) == 1 else '')
        event = dict(key=key, modifiers=modifiers, windowsVirtualKeyCode=codes.get(key, ord(key.upper()) if len(key) == 1 else 0),
                     code=key if len(key) > 1 else '')
        self.call('Input.dispatchKeyEvent', type='keyDown' if text else 'rawKeyDown', text=text, **event)
        self.call('Input.dispatchKeyEvent', type='keyUp', **event)

    def click(self, x, y):
        for kind in ('mousePressed', 'mouseReleased'):
            self.call('Input.dispatchMouseEvent', type=kind, x=x, y=y, button='left', clickCount=1)

    def drag(self, x1, y1, x2, y2, steps=8):
        self.call('Input.dispatchMouseEvent', type='mousePressed', x=x1, y=y1, button='left', clickCount=1)
        for i in range(1, steps + 1):
            self.call('Input.dispatchMouseEvent', type='mouseMoved', x=x1 + (x2 - x1) * i / steps,
                      y=y1 + (y2 - y1) * i / steps, button='left', buttons=1)
        self.call('Input.dispatchMouseEvent', type='mouseReleased', x=x2, y=y2, button='left', clickCount=1)

    def picture(self, path, **options):
        with open(path, 'wb') as f:
            f.write(base64.b64decode(self.call('Page.captureScreenshot', format='png', **options)['data']))

    def close(self):
        self.process.terminate()
        self.process.wait(20)
        os.close(self.write_end)
        os.close(self.read_end)
        shutil.rmtree(self.profile, ignore_errors=True)
