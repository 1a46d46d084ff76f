# Limits that are none: names, constants, arguments, elif chains, long expressions.
src = '\n'.join(f'v{i} = {i}' for i in range(3000))
ns = {}
exec(src, ns)
print(ns['v2999'])
exec('def f(' + ', '.join(f'a{i}' for i in range(600)) + '): return a599', ns)
print(ns['f'](*range(600)))
print(eval('+'.join(['1'] * 1000)))
print(len(eval('[' + ','.join(map(str, range(5000))) + ']')), len(eval('{' + ','.join(f'{i}:{i}' for i in range(3000)) + '}')))
exec('x = 50\nif x == 0: r = 0\n' + ''.join(f'elif x == {i}: r = {i}\n' for i in range(1, 200)), ns)
print(ns['r'])
exec('def g():\n' + ''.join(f'    c{i} = {i}\n' for i in range(400)) + '    return lambda: c0 + c399', ns)
print(ns['g']()())
print(eval('(' * 50 + '1' + ')' * 50), eval('-' * 100 + '1'), eval('not ' * 51 + '1'))
s = 'a' * 1000000
print(len(eval(repr(s))), len('x'.join(['y'] * 100000)))
# expect-output:
# 2999
# 599
# 1000
# 5000 3000
# 50
# 399
# 1 1 False
# 1000000 199999
