from typing import NamedTuple, Iterator, Union


class Token(NamedTuple):
    kind: str
    value: str
    pos: int = 0


def tokenize(text: str) -> Iterator[Token]:
    i = 0
    while i < len(text):
        ch = text[i]
        if ch.isspace():
            i += 1
        elif ch.isdigit() or ch == '.':
            j = i
            while j < len(text) and (text[j].isdigit() or text[j] == '.'):
                j += 1
            yield Token('NUM', text[i:j], i)
            i = j
        elif ch.isalpha() or ch == '_':
            j = i
            while j < len(text) and (text[j].isalnum() or text[j] == '_'):
                j += 1
            yield Token('NAME', text[i:j], i)
            i = j
        elif text[i:i + 2] == '**':
            yield Token('OP', '**', i)
            i += 2
        elif ch in '+-*/()=,':
            yield Token('OP', ch, i)
            i += 1
        else:
            raise SyntaxError(f'bad character {ch!r} at {i}')
    yield Token('END', '', len(text))


class Parser:
    def __init__(self, text, env):
        self.tokens = list(tokenize(text))
        self.i = 0
        self.env = env

    @property
    def tok(self):
        return self.tokens[self.i]

    def accept(self, *values):
        if self.tok.kind == 'OP' and self.tok.value in values:
            self.i += 1
            return self.tokens[self.i - 1].value
        return None

    def expect(self, value):
        if not self.accept(value):
            raise SyntaxError(f'expected {value!r}, got {self.tok.value!r}')

    def statement(self):
        if self.tok.kind == 'NAME' and self.tokens[self.i + 1].value == '=':
            name = self.tok.value
            self.i += 2
            self.env[name] = value = self.expr()
            return value
        return self.expr()

    def expr(self):
        value = self.term()
        while op := self.accept('+', '-'):
            rhs = self.term()
            value = value + rhs if op == '+' else value - rhs
        return value

    def term(self):
        value = self.factor()
        while op := self.accept('*', '/'):
            rhs = self.factor()
            value = value * rhs if op == '*' else value / rhs
        return value

    def factor(self):
        if self.accept('-'):
            return -self.factor()
        base = self.atom()
        if self.accept('**'):
            return base ** self.factor()
        return base

    def atom(self):
        if self.accept('('):
            value = self.expr()
            self.expect(')')
            return value
        token = self.tok
        self.i += 1
        if token.kind == 'NUM':
            return float(token.value) if '.' in token.value else int(token.value)
        if token.kind == 'NAME':
            if token.value in self.env:
                return self.env[token.value]
            raise NameError(f'未定义: {token.value}')
        raise SyntaxError(f'unexpected {token}')


env = {}
for line in ['1 + 2 * 3', '(1+2)*3', '2 ** 3 ** 2', '-2 ** 2', 'x = 7 / 2', 'x * 2', '变量 = 10',
             '变量 / 4 - 1.5', 'y + 1', '(1 + 2', '3 $ 4', '1 / 0', '1.5.2', '* 3']:
    try:
        print(f'{line:<18} = {Parser(line, env).statement()}')
    except (SyntaxError, NameError, ZeroDivisionError, ValueError) as e:
        print(f'{line:<18} ! {type(e).__name__}: {e}')
print(env)
print(list(tokenize('a+1'))[0], Token('X', 'y')._replace(pos=3)._asdict())
# expect-output:
# 1 + 2 * 3          = 7
# (1+2)*3            = 9
# 2 ** 3 ** 2        = 512
# -2 ** 2            = -4
# x = 7 / 2          = 3.5
# x * 2              = 7.0
# 变量 = 10            = 10
# 变量 / 4 - 1.5       = 1.0
# y + 1              ! NameError: 未定义: y
# (1 + 2             ! SyntaxError: expected ')', got ''
# 3 $ 4              ! SyntaxError: bad character '$' at 2
# 1 / 0              ! ZeroDivisionError: division by zero
# 1.5.2              ! ValueError: could not convert string to float: '1.5.2'
# * 3                ! SyntaxError: unexpected Token(kind='OP', value='*', pos=0)
# {'x': 3.5, '变量': 10}
# Token(kind='NAME', value='a', pos=0) {'kind': 'X', 'value': 'y', 'pos': 3}
