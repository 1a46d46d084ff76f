# An unterminated string.
# expect error: SyntaxError: unterminated string literal (detected at line 3)
x = 'abc
