# Nesting beyond reason is an error, not a crash.
for src in ('(' * 10000 + ')' * 10000, '[' * 5000, '-' * 100000 + '1', '1' + '+1' * 100000, 'x' + '.a' * 50000, 'f' + '()' * 20000, 'lambda: ' * 5000 + '1', 'not ' * 50000 + '1', 'if 1:\n' + ' if 1:\n' * 3, '\n'.join(' ' * i + 'if 1:' for i in range(150)), '{' * 3000, 'a if b else ' * 5000 + 'c', 'x = ' * 5000 + '1', "f'{" * 200):
    try:
        compile(src, 's', 'exec')
        ok = True
    except (SyntaxError, RecursionError, MemoryError) as e:
        ok = True
    print(ok)
# expect-output:
# True
# True
# True
# True
# True
# True
# True
# True
# True
# True
# True
# True
# True
# True
