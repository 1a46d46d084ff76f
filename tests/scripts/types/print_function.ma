# print: sep, end, file, flush.
import sys
print(1, 2, sep='-', end='!\n')
print()
print('a', 'b', sep='')
print(*[1, 2, 3], sep=', ')
print('x', file=sys.stdout, flush=True)
print(None, True, 1.0, [None])
try:
    print(1, sep=3)
except TypeError as e:
    print(e)
try:
    print(1, foo=2)
except TypeError as e:
    print(e)
sys.stdout.write('written\n')
# expect-output:
# 1-2!
#
# ab
# 1, 2, 3
# x
# None True 1.0 [None]
# sep must be None or a string, not int
# print() got an unexpected keyword argument 'foo'
# written
