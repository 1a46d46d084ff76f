# The caret range marks the part that failed.
# expect stderr:     x = {'a': [1, 2]}['a'][5] + 1
# expect stderr:         ~~~~~~~~~~~~~~~~~~^^^
# expect stderr: IndexError: list index out of range
# expect exit: 1
def f():
    x = {'a': [1, 2]}['a'][5] + 1
f()
