# A deep recursion ends in RecursionError, its traceback is folded.
# expect stderr:   [Previous line repeated
# expect stderr: RecursionError: maximum recursion depth exceeded
# expect exit: 1
def f(n):
    return f(n + 1)
f(0)
