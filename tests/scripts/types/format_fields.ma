# str.format and format_map: fields, numbering, nesting, errors.
def show(f):
    try:
        r = repr(f())
    except BaseException as e:
        r = type(e).__name__ + ': ' + str(e)
    print(r[:300])
show(lambda: ('{'.format()))
show(lambda: ('}'.format()))
show(lambda: ('{}'.format()))
show(lambda: ('{0}{}'.format(1)))
show(lambda: ('{}{0}'.format(1)))
show(lambda: ('{a}'.format()))
show(lambda: ('{0'.format(1)))
show(lambda: ('{!}'.format(1)))
show(lambda: ('{!x}'.format(1)))
show(lambda: ('{!rx}'.format(1)))
show(lambda: ('{0[}'.format(1)))
show(lambda: ('{0[]}'.format(1)))
show(lambda: ('{0.}'.format(1)))
show(lambda: ('{0[a]b}'.format({'a':1})))
show(lambda: ('{:{}}'.format(1)))
show(lambda: ('{:{:{}}}'.format(1,2,3)))
show(lambda: ('{0.x}'.format(1)))
show(lambda: ('{5}'.format(1)))
show(lambda: ('{99999999999999999999}'.format(1)))
show(lambda: ('{[0]}'.format([5])))
show(lambda: ('{.real}'.format(5)))
show(lambda: ('{}'.format_map(5)))
show(lambda: ('{a}'.format_map({})))
show(lambda: ('{a}'.format_map({'a':5})))
show(lambda: ('{x.y}'.format(x=1)))
show(lambda: ('{[a]}'.format([1])))
show(lambda: ('{[5]}'.format([1])))
show(lambda: ('{'.format(1)))
show(lambda: ('a}b'.format(1)))
show(lambda: ('{0!'.format(1)))
show(lambda: ('{0!r'.format(1)))
show(lambda: ('{0:'.format(1)))
show(lambda: ('{0:{'.format(1)))
show(lambda: ('{0[1'.format([1,2])))
show(lambda: ('{a{b}}'.format(1)))
show(lambda: ('{:d}'.format('x')))
show(lambda: ('{:{:{}}}'.format(1, 2, 3)))
show(lambda: ('{0:}'.format(5), '{:}'.format(5), '{ }'.format(**{' ': 5}), '{0 }'.format(1)))
show(lambda: ('{a}{b}'.format_map({'a': 1, 'b': 2}), '{a.real:>3}'.format_map({'a': 1})))
# expect-output:
# ValueError: Single '{' encountered in format string
# ValueError: Single '}' encountered in format string
# IndexError: Replacement index 0 out of range for positional args tuple
# ValueError: cannot switch from manual field specification to automatic field numbering
# ValueError: cannot switch from automatic field numbering to manual field specification
# KeyError: 'a'
# ValueError: expected '}' before end of string
# ValueError: unmatched '{' in format spec
# ValueError: Unknown conversion specifier x
# ValueError: expected ':' after conversion specifier
# ValueError: expected '}' before end of string
# ValueError: Empty attribute in format string
# ValueError: Empty attribute in format string
# ValueError: Only '.' or '[' may follow ']' in format field specifier
# IndexError: Replacement index 1 out of range for positional args tuple
# ValueError: Max string recursion exceeded
# AttributeError: 'int' object has no attribute 'x'
# IndexError: Replacement index 5 out of range for positional args tuple
# ValueError: Too many decimal digits in format string
# '5'
# '5'
# ValueError: Format string contains positional fields
# KeyError: 'a'
# '5'
# AttributeError: 'int' object has no attribute 'y'
# TypeError: list indices must be integers or slices, not str
# IndexError: list index out of range
# ValueError: Single '{' encountered in format string
# ValueError: Single '}' encountered in format string
# ValueError: end of string while looking for conversion specifier
# ValueError: unmatched '{' in format spec
# ValueError: unmatched '{' in format spec
# ValueError: unmatched '{' in format spec
# ValueError: expected '}' before end of string
# ValueError: unexpected '{' in field name
# ValueError: Unknown format code 'd' for object of type 'str'
# ValueError: Max string recursion exceeded
# KeyError: '0 '
# ('12', '  1')
