# SystemExit: the code is the status, a text goes to stderr with status 1.
# expect stderr: bye
# expect exit: 1
import sys
try:
    sys.exit(5)
except SystemExit as e:
    print(e.code)
try:
    print('body')
finally:
    print('finally')
sys.exit('bye')
# expect-output:
# 5
# body
# finally
