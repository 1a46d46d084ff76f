# exec, eval and compile with their name spaces.
print(eval('1 + 2'), eval('x * 2', {'x': 5}), eval('y', {}, {'y': 1}))
ns = {}
exec('a = 1\ndef f():\n    return a + 1', ns)
print(ns['f'](), sorted(k for k in ns if k != '__builtins__'))
code = compile('6 * 7', '<s>', 'eval')
print(eval(code))
exec('z = 3')
print(z)
def f():
    loc = 1
    return eval('loc + 1'), sorted(locals())
print(f())
try:
    eval('1 +')
except SyntaxError as e:
    print(type(e).__name__)
try:
    exec('x = = 1')
except SyntaxError as e:
    print(e.lineno)
print(sorted(globals())[:2] != [], 'z' in globals())
# expect-output:
# 3 10 1
# 2 ['a', 'f']
# 42
# 3
# (2, ['loc'])
# SyntaxError
# 1
# True True
