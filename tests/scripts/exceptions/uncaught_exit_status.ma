# sys.exit(n) ends with that status.
# expect exit: 7
import sys
print('out')
sys.exit(7)
# expect-output:
# out
