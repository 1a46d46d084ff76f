# An unclosed bracket is reported where it was opened.
# expect error: SyntaxError: '(' was never closed
print('never'
x = 1
