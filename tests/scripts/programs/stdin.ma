# stdin: 3\n1 2 3\nabc\n4.5\nquit\nlast
# args: --name 小王 -v
import sys


def parse(argv):
    opts, rest = {}, []
    it = iter(argv)
    for a in it:
        if a == '--name':
            opts['name'] = next(it)
        elif a.startswith('-'):
            opts[a.lstrip('-')] = True
        else:
            rest.append(a)
    return opts, rest


print(len(sys.argv), parse(sys.argv[1:]))
n = int(input())
nums = list(map(int, input('输入: ').split()))
print(n, nums, sum(nums))
while True:
    line = input('> ')
    if line == 'quit':
        break
    try:
        print(float(line) * 2)
    except ValueError as e:
        print('错误:', e)
for line in sys.stdin:
    print('rest', line.strip())
try:
    input()
except EOFError as e:
    print('EOFError', e)
print('to stderr', file=sys.stderr)
sys.stdout.write('no newline')
sys.stdout.flush()
print()
sys.exit('再见')
# expect exit: 1
# expect-output:
# 4 ({'name': '小王', 'v': True}, [])
# 输入: 3 [1, 2, 3] 6
# > 错误: could not convert string to float: 'abc'
# > 9.0
# > rest last
# EOFError EOF when reading a line
# no newline
