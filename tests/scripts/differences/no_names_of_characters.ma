# miniasync only: \N{...} needs a table of all names
# expect error: SyntaxError: miniasync has no names of characters: write '\u....' for '\N{BULLET}'
print('\N{BULLET}')
