# Arguments, stdin, environment.
# args: a --b=c
# stdin: line one\nline two\n
import sys
print(sys.argv[1:], sys.argv[0].split('/')[-1])
print(input('prompt> '), sys.stdin.readline())
try:
    input()
except EOFError as e:
    print(repr(e))
print(sys.version_info >= (3, 12), sys.maxsize, sys.byteorder, type(sys.path).__name__)
import os
print(os.path.join('a', 'b'), os.path.basename('/x/y.z'), os.path.splitext('y.tar.gz'), os.environ.get('NOPE', 'd'), os.getcwd() != '', os.path.exists('nope'))
# expect-output:
# ['a', '--b=c'] sys_argv_and_path.ma
# prompt> line one line two
#
# EOFError('EOF when reading a line')
# True 9223372036854775807 little list
# a/b y.z ('y.tar', '.gz') d True False
