# SyntaxError.text ends with the line's end.
for source in ("x = = 1", "x = = 1\n", "a\nb = (1,\n", "a = 1\nb = = 2\nc", "  x\n", "\n\n1 +\n"):
    try:
        compile(source, 'name', 'exec')
    except SyntaxError as error:
        print(repr(error.text), error.lineno, error.offset)

# expect-output:
# 'x = = 1\n' 1 5
# 'x = = 1\n' 1 5
# 'b = (1,\n' 2 5
# 'b = = 2\n' 2 5
# '  x\n' 1 2
# '1 +\n' 3 4
