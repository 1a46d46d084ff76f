# difflib - what two sequences have in common, and how texts differ line by line.
# The heart is SequenceMatcher: the longest block both have, then the same left and right of it.

__all__ = ['get_close_matches', 'ndiff', 'restore', 'SequenceMatcher', 'Differ', 'IS_CHARACTER_JUNK',
           'IS_LINE_JUNK', 'context_diff', 'unified_diff', 'Match']

from collections import namedtuple

Match = namedtuple('Match', 'a b size')


def _ratio(matches, length):
    return 2.0 * matches / length if length else 1.0


class SequenceMatcher:
    def __init__(self, isjunk=None, a='', b='', autojunk=True):
        self.isjunk = isjunk
        self.autojunk = autojunk
        self.a = self.b = None
        self.set_seqs(a, b)

    def set_seqs(self, a, b):
        self.set_seq1(a)
        self.set_seq2(b)

    def set_seq1(self, a):
        if a is not self.a:
            self.a = a
            self.matching_blocks = self.opcodes = None

    def set_seq2(self, b):
        if b is self.b:
            return
        self.b = b
        self.matching_blocks = self.opcodes = self.fullbcount = None
        places = {}
        for i, item in enumerate(b):
            places.setdefault(item, []).append(i)
        self.bjunk = set([item for item in places if self.isjunk(item)]) if self.isjunk else set()
        for item in self.bjunk:
            del places[item]
        self.bpopular = set()
        if self.autojunk and len(b) >= 200:
            limit = len(b) // 100 + 1
            self.bpopular = set([item for item, where in places.items() if len(where) > limit])
            for item in self.bpopular:
                del places[item]
        self.b2j = places

    def find_longest_match(self, alo=0, ahi=None, blo=0, bhi=None):
        a, b, places, junk = self.a, self.b, self.b2j, self.bjunk
        ahi = len(a) if ahi is None else ahi
        bhi = len(b) if bhi is None else bhi
        best_i, best_j, best = alo, blo, 0
        lengths = {}        # j: how long the match is that ends at a[i - 1] and b[j]
        for i in range(alo, ahi):
            new = {}
            for j in places.get(a[i], ()):
                if j < blo:
                    continue
                if j >= bhi:
                    break
                size = new[j] = lengths.get(j - 1, 0) + 1
                if size > best:
                    best_i, best_j, best = i - size + 1, j - size + 1, size
            lengths = new
        # What was left out of the table may lengthen the match: first all but junk, then junk.
        for wants_junk in (False, True):
            while (best_i > alo and best_j > blo and a[best_i - 1] == b[best_j - 1]
                   and (b[best_j - 1] in junk) == wants_junk):
                best_i, best_j, best = best_i - 1, best_j - 1, best + 1
            while (best_i + best < ahi and best_j + best < bhi and a[best_i + best] == b[best_j + best]
                   and (b[best_j + best] in junk) == wants_junk):
                best += 1
        return Match(best_i, best_j, best)

    def get_matching_blocks(self):
        if self.matching_blocks is not None:
            return self.matching_blocks
        todo = [(0, len(self.a), 0, len(self.b))]
        found = []
        while todo:
            alo, ahi, blo, bhi = todo.pop()
            i, j, size = match = self.find_longest_match(alo, ahi, blo, bhi)
            if size:
                found.append(match)
                if alo < i and blo < j:
                    todo.append((alo, i, blo, j))
                if i + size < ahi and j + size < bhi:
                    todo.append((i + size, ahi, j + size, bhi))
        found.sort()
        joined = []
        for i, j, size in found:
            if joined and joined[-1].a + joined[-1].size == i and joined[-1].b + joined[-1].size == j:
                joined[-1] = Match(joined[-1].a, joined[-1].b, joined[-1].size + size)
            else:
                joined.append(Match(i, j, size))
        joined.append(Match(len(self.a), len(self.b), 0))
        self.matching_blocks = joined
        return joined

    def get_opcodes(self):
        if self.opcodes is None:
            self.opcodes = codes = []
            i = j = 0
            for ai, bj, size in self.get_matching_blocks():
                if i < ai and j < bj:
                    codes.append(('replace', i, ai, j, bj))
                elif i < ai:
                    codes.append(('delete', i, ai, j, bj))
                elif j < bj:
                    codes.append(('insert', i, ai, j, bj))
                i, j = ai + size, bj + size
                if size:
                    codes.append(('equal', ai, i, bj, j))
        return self.opcodes

    def get_grouped_opcodes(self, n=3):
        codes = list(self.get_opcodes()) or [('equal', 0, 1, 0, 1)]
        for at, tail in ((0, True), (-1, False)):
            tag, i1, i2, j1, j2 = codes[at]
            if tag == 'equal':
                if tail:
                    i1, j1 = max(i1, i2 - n), max(j1, j2 - n)
                else:
                    i2, j2 = min(i2, i1 + n), min(j2, j1 + n)
                codes[at] = tag, i1, i2, j1, j2
        group = []
        for tag, i1, i2, j1, j2 in codes:
            if tag == 'equal' and i2 - i1 > 2 * n:
                group.append((tag, i1, min(i2, i1 + n), j1, min(j2, j1 + n)))
                yield group
                group = []
                i1, j1 = max(i1, i2 - n), max(j1, j2 - n)
            group.append((tag, i1, i2, j1, j2))
        if group and not (len(group) == 1 and group[0][0] == 'equal'):
            yield group

    def ratio(self):
        return _ratio(sum([block.size for block in self.get_matching_blocks()]),
                      len(self.a) + len(self.b))

    def quick_ratio(self):
        if self.fullbcount is None:
            self.fullbcount = {}
            for item in self.b:
                self.fullbcount[item] = self.fullbcount.get(item, 0) + 1
        left = {}
        matches = 0
        for item in self.a:
            n = left.get(item, self.fullbcount.get(item, 0))
            left[item] = n - 1
            matches += n > 0
        return _ratio(matches, len(self.a) + len(self.b))

    def real_quick_ratio(self):
        return _ratio(min(len(self.a), len(self.b)), len(self.a) + len(self.b))


def get_close_matches(word, possibilities, n=3, cutoff=0.6):
    if not n > 0:
        raise ValueError(f'n must be > 0: {n!r}')
    if not 0.0 <= cutoff <= 1.0:
        raise ValueError(f'cutoff must be in [0.0, 1.0]: {cutoff!r}')
    found = []
    matcher = SequenceMatcher()
    matcher.set_seq2(word)
    for other in possibilities:
        matcher.set_seq1(other)
        if (matcher.real_quick_ratio() >= cutoff and matcher.quick_ratio() >= cutoff
                and matcher.ratio() >= cutoff):
            found.append((matcher.ratio(), other))
    found.sort(reverse=True)
    return [other for _, other in found[:n]]


# --- line by line, with marks inside the lines ---

def IS_LINE_JUNK(line, pat=None):
    return line.strip() in ('', '#') if pat is None else pat(line) is not None


def IS_CHARACTER_JUNK(ch, ws=' \t'):
    return ch in ws


_near = 0.74999     # lines less alike than this have nothing to do with each other
_window = 10        # how far from its place a line looks for its like


class Differ:
    def __init__(self, linejunk=None, charjunk=None):
        self.linejunk = linejunk
        self.charjunk = charjunk

    def compare(self, a, b):
        for tag, i1, i2, j1, j2 in SequenceMatcher(self.linejunk, a, b).get_opcodes():
            if tag == 'replace':
                yield from self._alike(a, i1, i2, b, j1, j2)
            elif tag == 'equal':
                yield from [f'  {line}' for line in a[i1:i2]]
            else:
                yield from self._apart(a, i1, i2, b, j1, j2)

    # Lines without a like: the shorter block first.
    def _apart(self, a, i1, i2, b, j1, j2):
        old = [f'- {line}' for line in a[i1:i2]]
        new = [f'+ {line}' for line in b[j1:j2]]
        yield from new + old if old and len(new) < len(old) and new else old + new

    def _alike(self, a, i1, i2, b, j1, j2):
        matcher = SequenceMatcher(self.charjunk)
        done_i, done_j = i1, j1
        for j in range(j1, j2):
            matcher.set_seq2(b[j])
            place = i1 + j - j1
            near = range(max(place - _window, done_i), min(place + _window + 1, i2))
            if not near:
                break
            best, best_i = _near, None
            for i in near:
                matcher.set_seq1(a[i])
                if (matcher.real_quick_ratio() > best and matcher.quick_ratio() > best
                        and matcher.ratio() > best):
                    best, best_i = matcher.ratio(), i
            if best_i is None:
                continue
            yield from self._apart(a, done_i, best_i, b, done_j, j)
            yield from self._marked(matcher, a[best_i], b[j])
            done_i, done_j = best_i + 1, j + 1
        yield from self._apart(a, done_i, i2, b, done_j, j2)

    def _marked(self, matcher, old, new):
        if old == new:
            yield f'  {old}'
            return
        marks = ['', '']
        matcher.set_seqs(old, new)
        for tag, i1, i2, j1, j2 in matcher.get_opcodes():
            signs = {'replace': '^^', 'delete': '- ', 'insert': ' +', 'equal': '  '}[tag]
            marks[0] += signs[0] * (i2 - i1)
            marks[1] += signs[1] * (j2 - j1)
        for sign, line, mark in (('-', old, marks[0]), ('+', new, marks[1])):
            yield f'{sign} {line}'
            shown = ''.join([c if m == ' ' and c.isspace() else m for c, m in zip(line, mark)]).rstrip()
            if shown:
                yield f'? {shown}\n'


def ndiff(a, b, linejunk=None, charjunk=IS_CHARACTER_JUNK):
    return Differ(linejunk, charjunk).compare(a, b)


def restore(delta, which):
    try:
        sign = {1: '- ', 2: '+ '}[int(which)]
    except KeyError:
        raise ValueError(f'unknown delta choice (must be 1 or 2): {which!r}') from None
    for line in delta:
        if line[:2] in ('  ', sign):
            yield line[2:]


# --- diffs for patch ---

def _check_texts(a, b, *others):
    for lines in (a, b):
        if lines and not isinstance(lines[0], str):
            raise TypeError(f'lines to compare must be str, not {type(lines[0]).__name__} ({lines[0]!r})')
    if isinstance(a, str) or isinstance(b, str):
        raise TypeError('input must be a sequence of strings, not str')
    for text in others:
        if not isinstance(text, str):
            raise TypeError(f'all arguments must be str, not: {text!r}')


def _heading(sign, name, date, end):
    return f'{sign} {name}{chr(9) + date if date else ""}{end}'


def unified_diff(a, b, fromfile='', tofile='', fromfiledate='', tofiledate='', n=3, lineterm='\n'):
    _check_texts(a, b, fromfile, tofile, fromfiledate, tofiledate, lineterm)

    def place(start, stop):
        size = stop - start
        if size == 1:
            return str(start + 1)
        return f'{start + 1 if size else start},{size}'
    first = True
    for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
        if first:
            first = False
            yield _heading('---', fromfile, fromfiledate, lineterm)
            yield _heading('+++', tofile, tofiledate, lineterm)
        yield (f'@@ -{place(group[0][1], group[-1][2])} +{place(group[0][3], group[-1][4])} '
               f'@@{lineterm}')
        for tag, i1, i2, j1, j2 in group:
            if tag == 'equal':
                yield from [f' {line}' for line in a[i1:i2]]
            if tag in ('replace', 'delete'):
                yield from [f'-{line}' for line in a[i1:i2]]
            if tag in ('replace', 'insert'):
                yield from [f'+{line}' for line in b[j1:j2]]


def context_diff(a, b, fromfile='', tofile='', fromfiledate='', tofiledate='', n=3, lineterm='\n'):
    _check_texts(a, b, fromfile, tofile, fromfiledate, tofiledate, lineterm)

    def place(start, stop):
        size = stop - start
        return f'{start + (size > 0)}' if size <= 1 else f'{start + 1},{start + size}'
    first = True
    for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
        if first:
            first = False
            yield _heading('***', fromfile, fromfiledate, lineterm)
            yield _heading('---', tofile, tofiledate, lineterm)
        yield f'***************{lineterm}'
        for left_out, mark, lines, lo, hi in (('insert', '***', a, 1, 2), ('delete', '---', b, 3, 4)):
            yield f'{mark} {place(group[0][lo], group[-1][hi])} {mark[0] * 4}{lineterm}'
            if not any([code[0] not in ('equal', left_out) for code in group]):
                continue
            for code in group:
                if code[0] != left_out:
                    sign = {'equal': '  ', 'replace': '! ', 'delete': '- ', 'insert': '+ '}[code[0]]
                    yield from [sign + line for line in lines[code[lo]:code[hi]]]
