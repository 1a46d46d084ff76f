# textwrap - paragraphs of a given width.

__all__ = ['TextWrapper', 'wrap', 'fill', 'dedent', 'indent', 'shorten']

_BLANKS = '\t\n\x0b\x0c\r '


class TextWrapper:
    def __init__(self, width=70, initial_indent='', subsequent_indent='', expand_tabs=True,
                 replace_whitespace=True, fix_sentence_endings=False, break_long_words=True,
                 drop_whitespace=True, break_on_hyphens=True, tabsize=8, *, max_lines=None,
                 placeholder=' [...]'):
        self.width = width
        self.initial_indent, self.subsequent_indent = initial_indent, subsequent_indent
        self.expand_tabs, self.replace_whitespace = expand_tabs, replace_whitespace
        self.fix_sentence_endings = fix_sentence_endings
        self.break_long_words, self.drop_whitespace = break_long_words, drop_whitespace
        self.break_on_hyphens, self.tabsize = break_on_hyphens, tabsize
        self.max_lines, self.placeholder = max_lines, placeholder

    def _pieces(self, text):
        # Words and the blanks between them, in turn; a word may break after its hyphens.
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            text = ''.join([' ' if c in _BLANKS else c for c in text])
        pieces = []
        i = 0
        while i < len(text):
            j = i
            blank = text[i] in _BLANKS
            while j < len(text) and (text[j] in _BLANKS) == blank:
                j += 1
            if blank or not self.break_on_hyphens:
                pieces.append(text[i:j])
            else:
                pieces += _at_hyphens(text[i:j])
            i = j
        return pieces

    def wrap(self, text):
        if self.width <= 0:
            raise ValueError(f'invalid width {self.width!r} (must be > 0)')
        if self.max_lines is not None:
            first = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if len(first) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError('placeholder too large for max width')
        todo = self._pieces(text)
        todo.reverse()
        lines = []
        while todo:
            margin = self.subsequent_indent if lines else self.initial_indent
            room = self.width - len(margin)
            if self.drop_whitespace and not todo[-1].strip() and lines:
                todo.pop()
            line = []
            used = 0
            while todo and used + len(todo[-1]) <= room:
                used += len(todo[-1])
                line.append(todo.pop())
            if todo and len(todo[-1]) > room:
                used += self._break_word(todo, line, used, room)
            if self.drop_whitespace and line and not line[-1].strip():
                used -= len(line[-1])
                line.pop()
            if not line:
                continue
            last = self.max_lines is not None and len(lines) + 1 >= self.max_lines
            rest = todo and not (self.drop_whitespace and len(todo) == 1
                                 and not todo[0].strip())
            if not last or (not rest and used <= room):
                lines.append(margin + ''.join(line))
                continue
            while line:
                if line[-1].strip() and used + len(self.placeholder) <= room:
                    line.append(self.placeholder)
                    lines.append(margin + ''.join(line))
                    break
                used -= len(line[-1])
                line.pop()
            else:
                if lines:
                    previous = lines[-1].rstrip()
                    if len(previous) + len(self.placeholder) <= self.width:
                        lines[-1] = previous + self.placeholder
                        break
                lines.append(margin + self.placeholder.lstrip())
            break
        return lines

    def _break_word(self, todo, line, used, room):
        left = max(room - used, 1)
        if self.break_long_words:
            word = todo[-1]
            end = left
            if self.break_on_hyphens and len(word) > left:
                hyphen = word.rfind('-', 0, left)
                if hyphen > 0 and any([c != '-' for c in word[:hyphen]]):
                    end = hyphen + 1
            line.append(word[:end])
            todo[-1] = word[end:]
            return end
        if not line:
            line.append(todo.pop())
            return len(line[0])
        return 0

    def fill(self, text):
        return '\n'.join(self.wrap(text))


def _at_hyphens(word):
    parts = []
    start = 0
    for i in range(2, len(word) - 1):
        if word[i - 1] == '-' and word[i - 2].isalpha() and word[i].isalpha():
            if i - start >= 2 and word[i - 2].isalpha() and (i - 3 < start or word[i - 3] != '-'):
                parts.append(word[start:i])
                start = i
    parts.append(word[start:])
    return parts


def wrap(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    return TextWrapper(width=width, max_lines=1, **kwargs).fill(' '.join(text.strip().split()))


def dedent(text):
    lines = [line if line.strip(' \t') else '' for line in text.split('\n')]
    margin = None
    for line in lines:
        if not line:
            continue
        blanks = line[:len(line) - len(line.lstrip(' \t'))]
        if margin is None:
            margin = blanks
        else:
            same = 0
            while same < len(margin) and same < len(blanks) and margin[same] == blanks[same]:
                same += 1
            margin = margin[:same]
    skip = len(margin or '')
    return '\n'.join([line[skip:] for line in lines])


def indent(text, prefix, predicate=None):
    if predicate is None:
        predicate = str.strip
    return ''.join([prefix + line if predicate(line) else line
                    for line in text.splitlines(True)])
