rows = [('编号', '姓名', '城市', '分数'), (1, '张伟', '上海', 89.256), (2, 'Alice', 'New York', 100), (13, '欧阳修', '庐陵', -3.5)]


def width(s):
    return sum(2 if '\u2e80' <= c <= '\uffdc' else 1 for c in s)


def pad(s, n, right=False):
    s = str(s)
    fill = ' ' * (n - width(s))
    return fill + s if right else s + fill


cols = [max(width(str(r[i])) for r in rows) for i in range(4)]
line = '+' + '+'.join('-' * (c + 2) for c in cols) + '+'
print(line)
for r in rows:
    print('|' + '|'.join(f' {pad(v, c, isinstance(v, (int, float)))} ' for v, c in zip(r, cols)) + '|')
    if r is rows[0]:
        print(line)
print(line)
# expect-output:
# +------+--------+----------+--------+
# | 编号 | 姓名   | 城市     | 分数   |
# +------+--------+----------+--------+
# |    1 | 张伟   | 上海     | 89.256 |
# |    2 | Alice  | New York |    100 |
# |   13 | 欧阳修 | 庐陵     |   -3.5 |
# +------+--------+----------+--------+
