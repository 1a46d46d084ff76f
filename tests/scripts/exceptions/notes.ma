# add_note.
e = ValueError('v')
e.add_note('one')
e.add_note('two')
print(e.__notes__)
try:
    e.add_note(3)
except TypeError as t:
    print(t)
print(hasattr(ValueError(), '__notes__'))
# expect-output:
# ['one', 'two']
# note must be a str, not 'int'
# False
