# A syntax error: file, line, source, caret; nothing runs.
# expect stderr:     if x
# expect stderr:         ^
# expect error: SyntaxError: expected ':'
print('never')
if x
    pass
# expect error: SyntaxError: expected ':'
