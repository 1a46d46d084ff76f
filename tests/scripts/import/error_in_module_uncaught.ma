# An error while a module runs: the traceback shows both files.
# expect stderr: import broken_mod
# expect stderr: broken_mod.py", line 1, in <module>
# expect stderr:     x = 1 / 0
# expect error: ZeroDivisionError: division by zero
import broken_mod
# expect error: ZeroDivisionError: division by zero
