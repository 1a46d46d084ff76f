import sys
sys.setrecursionlimit(5000)


def compile_bf(src):
    stack, jump = [], {}
    code = [c for c in src if c in '+-<>[].,']
    for i, c in enumerate(code):
        if c == '[':
            stack.append(i)
        elif c == ']':
            if not stack:
                raise SyntaxError(f'unmatched ] at {i}')
            j = stack.pop()
            jump[i], jump[j] = j, i
    if stack:
        raise SyntaxError('unmatched [')
    return code, jump


def run(src, inp=''):
    code, jump = compile_bf(src)
    tape, p, pc, it, out = [0], 0, 0, iter(inp), []
    while pc < len(code):
        c = code[pc]
        if c == '>':
            p += 1
            if p == len(tape):
                tape.append(0)
        elif c == '<':
            p -= 1
        elif c == '+':
            tape[p] = (tape[p] + 1) & 255
        elif c == '-':
            tape[p] = (tape[p] - 1) & 255
        elif c == '.':
            out.append(chr(tape[p]))
        elif c == ',':
            tape[p] = ord(next(it, '\0'))
        elif c == '[' and not tape[p] or c == ']' and tape[p]:
            pc = jump[pc]
        pc += 1
    return ''.join(out)


print(run('++++++++[>++++[>++>+++>+++>+<<<<-]>+>+>->>+[<]<-]>>.>---.+++++++..+++.>>.<-.<.+++.------.--------.>>+.>++.'), end='')
print(run(',[.,]', 'echo'), run(',>,<[->+<]>.', '!"') == chr(67))
for bad in ('[', ']'):
    try:
        run(bad)
    except SyntaxError as e:
        print(e, e.msg, e.lineno)


# Lisp
def parse(s):
    toks = s.replace('(', ' ( ').replace(')', ' ) ').split()

    def read():
        t = toks.pop(0)
        if t == '(':
            out = []
            while toks[0] != ')':
                out.append(read())
            toks.pop(0)
            return out
        try:
            return int(t)
        except ValueError:
            try:
                return float(t)
            except ValueError:
                return t
    return read()


import operator as op
import math


class Env(dict):
    def __init__(self, names=(), vals=(), outer=None):
        super().__init__(zip(names, vals))
        self.outer = outer

    def find(self, n):
        if n in self:
            return self
        if self.outer is None:
            raise NameError(f'undefined: {n}')
        return self.outer.find(n)


G = Env()
G.update({'+': lambda *a: sum(a), '*': lambda *a: math.prod(a), '-': op.sub, '<': op.lt, '=': op.eq, 'list': lambda *a: list(a), 'map': lambda f, l: list(map(f, l)), 'pi': math.pi})


def ev(x, env=G):
    while True:
        if isinstance(x, str):
            return env.find(x)[x]
        if not isinstance(x, list):
            return x
        head, *args = x
        if head == 'if':
            x = args[1] if ev(args[0], env) else args[2]
        elif head == 'define':
            env[args[0]] = ev(args[1], env)
            return None
        elif head == 'lambda':
            return lambda *a, p=args[0], b=args[1], e=env: ev(b, Env(p, a, e))
        else:
            f, *vals = [ev(e, env) for e in x]
            return f(*vals)


for line in ['(+ 1 2 (* 3 4))', '(define 平方 (lambda (x) (* x x)))', '(平方 12)', '(define fact (lambda (n) (if (< n 2) 1 (* n (fact (- n 1))))))', '(fact 20)', '(map 平方 (list 1 2 3))', '(* pi 2)', '(nope 1)', '(fact 100)']:
    try:
        print(line, '=>', ev(parse(line)))
    except NameError as e:
        print('NameError', e)
# expect-output:
# Hello World!
# echo True
# unmatched [ unmatched [ None
# unmatched ] at 0 unmatched ] at 0 None
# (+ 1 2 (* 3 4)) => 15
# (define 平方 (lambda (x) (* x x))) => None
# (平方 12) => 144
# (define fact (lambda (n) (if (< n 2) 1 (* n (fact (- n 1)))))) => None
# (fact 20) => 2432902008176640000
# (map 平方 (list 1 2 3)) => [1, 4, 9]
# (* pi 2) => 6.283185307179586
# NameError undefined: nope
# (fact 100) => 93326215443944152681699238856266700490715968264381621468592963895217599993229915608941463976156518286253697920827223758251185210916864000000000000000000000000
