# str.format: positions, names, attributes, items, nesting, conversions, errors.
print('{} {}'.format(1, 'a'), '{1} {0}'.format('a', 'b'), '{x} {y!r}'.format(x=1, y='q'), '{0[1]} {0[0]}'.format('ab'), '{d[k]} {c.real}'.format(d={'k': 'v'}, c=5), '{:>{w}}'.format('r', w=4), '{{}}'.format(), '{0:{1}}'.format(3.14159, '.2f'), '{!s:^5}|'.format('c'))
for f in (lambda: '{} {}'.format(1), lambda: '{x}'.format(), lambda: '{'.format(), lambda: '}'.format(), lambda: '{0} {}'.format(1, 2), lambda: '{} {0}'.format(1, 2), lambda: '{0.nope}'.format(1), lambda: '{0[k]}'.format({}), lambda: '{!z}'.format(1), lambda: '{0[5]}'.format([1])):
    try:
        print(f())
    except (IndexError, KeyError, ValueError, AttributeError) as e:
        print(type(e).__name__, e)
print('{a}'.format_map({'a': 1}), '{:d}-{:s}'.format(1, 's'))
# expect-output:
# 1 a b a 1 'q' b a v 5    r {} 3.14   c  |
# IndexError Replacement index 1 out of range for positional args tuple
# KeyError 'x'
# ValueError Single '{' encountered in format string
# ValueError Single '}' encountered in format string
# ValueError cannot switch from manual field specification to automatic field numbering
# ValueError cannot switch from automatic field numbering to manual field specification
# AttributeError 'int' object has no attribute 'nope'
# KeyError 'k'
# ValueError Unknown conversion specifier z
# IndexError list index out of range
# 1 1-s
