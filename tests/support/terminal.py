"""A program on a terminal that is not there: Screen draws what the program writes, as an xterm of tmux's kind would
(wide characters, wrapping, lines that are broken anew when the width changes); Session starts the program on a pty,
types, and waits for what is to be seen. Nothing here sleeps: every wait is for something."""
import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
import unicodedata

from support import typed

SEQUENCE = re.compile(r'\x1b(?:\[([?>]?)([0-9;]*)([@-~])|([=>78M])|\][^\x07]*\x07)')
PLAIN = re.compile('[ -~]+')
PATIENCE = float(os.environ.get("PATIENCE", 60))  # seconds until something that must come is missed


def width_of(c):
    if unicodedata.combining(c) or c in '\u200b\u200d\ufe0e\ufe0f' or 0x1f3fb <= ord(c) <= 0x1f3ff:
        return 0
    return 2 if unicodedata.east_asian_width(c) in 'WF' else 1


class Screen:
    def __init__(self, columns=80, lines=24):
        self.columns, self.lines = columns, lines
        self.above = []          # rows that have left at the top
        self.rows = [self.blank() for i in range(lines)]
        self.x = self.y = 0
        self.full = False        # the last column was written: the next character begins a row
        self.modes = set()
        self.bells = 0
        self.unknown = []        # sequences that a terminal might not know
        self.rest = ''

    def blank(self):
        return {'cells': [], 'wrapped': False}

    # --- what the program writes ----------------------------------------------------------------

    def feed(self, text):
        text, self.rest = self.rest + text, ''
        i = 0
        while i < len(text):
            c = text[i]
            if c == '\x1b':
                m = SEQUENCE.match(text, i)
                if not m:
                    if len(text) - i > 200:
                        self.unknown.append(text[i:i + 20])
                        i += 1
                        continue
                    self.rest = text[i:]
                    return
                if m.group(3):
                    self.control(m.group(1), m.group(2), m.group(3))
                i = m.end()
                continue
            if c == '\r':
                self.x, self.full = 0, False
            elif c == '\n':
                self.down()
            elif c == '\b':
                self.x, self.full = max(self.x - 1, 0), False
            elif c == '\a':
                self.bells += 1
            elif c == '\t':
                self.x = min((self.x // 8 + 1) * 8, self.columns - 1)
            elif ' ' <= c < '\x7f':
                end = PLAIN.match(text, i).end()
                self.put_plain(text[i:end])
                i = end
                continue
            elif c > '\x7f':
                self.put(c)
            else:
                self.unknown.append(c)
            i += 1

    def down(self):
        self.full = False
        if self.y + 1 < self.lines:
            self.y += 1
            return
        self.above.append(self.rows.pop(0))
        self.rows.append(self.blank())

    def put(self, c):
        width = width_of(c)
        cells = self.rows[self.y]['cells']
        if width == 0:
            at = self.x if self.full else self.x - 1
            while 0 < at < len(cells) and cells[at] == '':
                at -= 1
            if 0 <= at < len(cells):
                cells[at] += c
            return
        if self.full or self.x + width > self.columns:
            self.rows[self.y]['wrapped'] = True
            self.down()
            self.x = 0
            cells = self.rows[self.y]['cells']
        while len(cells) < self.x + width:
            cells.append(' ')
        cells[self.x] = c
        if width == 2:
            cells[self.x + 1] = ''
        self.x += width
        if self.x >= self.columns:
            self.x, self.full = self.columns - 1, True
            self.rows[self.y]['wrapped'] = False

    def put_plain(self, text):
        """ASCII, of which many come at once."""
        while text:
            self.put(text[0])
            part = text[1:self.columns - self.x + 1] if not self.full else ''
            cells = self.rows[self.y]['cells']
            if part and (len(cells) <= self.x or '' not in cells[self.x:self.x + len(part) + 1]):
                cells[self.x:self.x + len(part)] = part
                self.x += len(part)
                if self.x >= self.columns:
                    self.x, self.full = self.columns - 1, True
            else:
                part = ''
            text = text[1 + len(part):]

    def control(self, mark, numbers, final):
        if mark:
            if final in 'hl':
                (self.modes.add if final == 'h' else self.modes.discard)(numbers)
            return
        values = [int(n) if n else 0 for n in numbers.split(';')]
        n = max(values[0], 1)
        if final != 'm':
            self.full = False
        if final == 'A':
            self.y = max(self.y - n, 0)
        elif final == 'B':
            self.y = min(self.y + n, self.lines - 1)
        elif final == 'C':
            self.x = min(self.x + n, self.columns - 1)
        elif final == 'D':
            self.x = max(self.x - n, 0)
        elif final in 'Hf':
            self.y = min(n, self.lines) - 1
            self.x = min(max(values[1] if len(values) > 1 else 1, 1), self.columns) - 1
        elif final == 'K':
            self.erase_line(values[0])
        elif final == 'J':
            self.erase(values[0])
        elif final != 'm':
            self.unknown.append('CSI %s%s' % (numbers, final))

    def erase_line(self, how):
        row = self.rows[self.y]
        if how == 0:
            del row['cells'][self.x:]
            row['wrapped'] = False
        else:
            row['cells'] = [] if how == 2 else [' '] * (self.x + 1) + row['cells'][self.x + 1:]

    def erase(self, how):
        if how == 0:
            self.erase_line(0)
            for y in range(self.y + 1, self.lines):
                self.rows[y] = self.blank()
        elif how == 2:
            self.rows = [self.blank() for i in range(self.lines)]
        elif how == 3:
            self.above = []

    # --- another size ---------------------------------------------------------------------------

    def resize(self, columns, lines):
        """What was one line is broken anew, and the cursor stays at its character."""
        rows, at = self.above + self.rows, len(self.above) + self.y
        while len(rows) - 1 > at and not rows[-1]['cells']:
            rows.pop()
        new, place, cells, offset = [], (0, 0), [], None
        for i, row in enumerate(rows):
            if i == at:
                offset = len(cells) + self.x + self.full
            cells = cells + row['cells']
            if row['wrapped']:
                cells += [' '] * (-len(cells) % self.columns)
                continue
            first = len(new)
            while True:
                part = cells[:columns]
                if len(part) == columns and len(cells) > columns and cells[columns] == '':
                    part.pop()
                cells = cells[len(part):]
                new.append({'cells': part, 'wrapped': bool(cells)})
                if not cells:
                    break
            if offset is not None:
                place = (min(first + offset // columns, max(len(new) - 1, first)), offset % columns)
                while len(new) <= first + offset // columns:
                    new.append(self.blank())
                    place = (len(new) - 1, offset % columns)
                offset = None
            cells = []
        self.columns, self.lines, self.full = columns, lines, False
        top = max(place[0] - lines + 1, min(len(self.above), place[0]), 0)
        top = max(top, 0) if len(new) - top <= lines else max(place[0] - lines + 1, len(new) - lines)
        self.above, self.rows = new[:top], new[top:top + lines]
        while len(self.rows) < lines:
            self.rows.append(self.blank())
        self.y, self.x = place[0] - top, place[1]

    # --- what is to be seen ---------------------------------------------------------------------

    def text(self, rows=None):
        return [''.join(row['cells']).rstrip() for row in (self.rows if rows is None else rows)]

    def whole(self):
        """Everything that was shown and not erased, what has scrolled away too."""
        return '\n'.join(self.text(self.above + self.rows)).rstrip()

    def last(self):
        """The row of the last text."""
        rows = [row for row in self.text() if row]
        return rows[-1] if rows else ''


class Session:
    def __init__(self, argv, folder, columns=80, lines=24, stdin=None, stdout=None, **env):
        settings = dict(typed.settings(folder), PATH=os.environ.get('PATH', ''), HOME=folder, TERM='xterm-256color')
        for name in os.environ:
            if name.startswith(('ASAN_', 'UBSAN_', 'MINIASYNC_')):
                settings.setdefault(name, os.environ[name])
        settings.update(env)
        settings = {name: value for name, value in settings.items() if value is not None}
        self.screen, self.raw, self.status = Screen(columns, lines), b'', None
        self.undecoded = b''
        here, there = os.pipe()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.close(there)
            os.read(here, 1)  # until the terminal has its size
            os.chdir(folder)
            if stdin is not None:
                os.dup2(os.open(stdin, os.O_RDONLY), 0)
            if stdout is not None:
                os.dup2(os.open(stdout, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), 1)
            signal.signal(signal.SIGINT, signal.SIG_DFL)
            os.execve(argv[0], argv, settings)
        os.close(here)
        self.set_size(columns, lines)
        os.write(there, b'x')
        os.close(there)

    def set_size(self, columns, lines):
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack('HHHH', lines, columns, 0, 0))

    def resize(self, columns, lines=24):
        self.screen.resize(columns, lines)
        self.set_size(columns, lines)

    def read(self, seconds):
        """Takes in what is there, waiting for the first of it; False: nothing came."""
        if self.status is not None or not select.select([self.fd], [], [], max(seconds, 0))[0]:
            return False
        try:
            data = os.read(self.fd, 65536)
        except OSError:
            data = b''
        if not data:
            self.status = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])
            return False
        self.raw += data
        data = self.undecoded + data
        cut = len(data)
        for back in range(1, min(4, len(data)) + 1):  # a character that has not come whole
            if data[-back] >= 0xc0:
                cut -= back if back < (2 if data[-back] < 0xe0 else 3 if data[-back] < 0xf0 else 4) else 0
                break
            if data[-back] < 0x80:
                break
        self.undecoded = data[cut:]
        self.screen.feed(data[:cut].decode('utf-8', 'replace'))
        return True

    def until(self, seen, seconds=PATIENCE):
        """Reads until seen() says yes. False: it never did."""
        end = time.monotonic() + seconds
        while not seen():
            if self.status is not None or not (self.read(end - time.monotonic()) or time.monotonic() < end):
                return bool(seen())
        return True

    def write(self, text):
        data = text if isinstance(text, bytes) else text.encode()
        while data:
            while self.read(0):
                pass
            if self.status is not None:
                return
            if select.select([], [self.fd], [], 0.2)[1]:
                data = data[os.write(self.fd, data[:512]):]

    def wait_end(self, seconds=PATIENCE):
        """The exit status (a signal's number, negative), or None."""
        self.until(lambda: self.status is not None, seconds)
        return self.status

    def hang_up(self):
        """The terminal goes away."""
        os.close(self.fd)
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.status = os.waitstatus_to_exitcode(status)
                return self.status
            select.select([], [], [], 0.01)
        return None

    def close(self):
        if self.status is None:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
            self.status = -9
        try:
            os.close(self.fd)
        except OSError:
            pass
