# The traceback of an uncaught exception ends with its notes; exit status 1.
# expect stderr: Traceback (most recent call last):
# expect stderr: , line 11, in <module>
# expect stderr: ZeroDivisionError: division by zero
# expect stderr: a note
# expect stderr: on two lines
# expect exit: 1
print('before')
def f(): return 1 / 0
try:
    f()
except ZeroDivisionError as e:
    e.add_note('a note\non two lines')
    raise
# expect-output:
# before
