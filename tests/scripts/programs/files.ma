import os
import json
import sys

name = 'tmp_demo_%d.txt' % os.getpid()
try:
    with open(name, 'w', encoding='utf-8') as f:
        print(f.write('第一行\nline 2\n'), f.closed, f.mode, f.writable())
        f.writelines(['a\n', 'b\n'])
        print('printed', 42, file=f, sep=',')
    with open(name, encoding='utf-8') as f:
        for i, line in enumerate(f, 1):
            print(i, line.rstrip())
    with open(name, encoding='utf-8') as f:
        print(f.readline(), f.read(4), f.tell() > 0, f.readlines())
        f.seek(0)
        print(len(f.read()))
    with open(name, 'a', encoding='utf-8') as f:
        f.write('end')
    with open(name, 'rb') as f:
        data = f.read()
        print(data[:9], data.decode().count('\n'), os.path.getsize(name) == len(data))
    print(os.path.exists(name), os.path.isfile(name), os.path.splitext(name)[1], os.path.basename('/a/b.c'), os.path.join('a', 'b'), os.path.dirname('/x/y'))
    with open(name, 'w') as f:
        json.dump({'k': [1, 2]}, f)
    with open(name) as f:
        print(json.load(f))
    try:
        f.read()
    except ValueError as e:
        print(e)
    try:
        with open(name, 'x'):
            pass
    except FileExistsError as e:
        print(type(e).__name__, e.errno, e.strerror)
finally:
    os.remove(name)
try:
    open(name)
except FileNotFoundError as e:
    print(e.errno, e.strerror, e.filename == name)
print(os.environ.get('NO_SUCH_VAR', 'default'), os.getcwd() == os.path.abspath('.'), os.sep, sys.platform.startswith('linux'))
# expect-output:
# 11 False w True
# 1 第一行
# 2 line 2
# 3 a
# 4 b
# 5 printed,42
# 第一行
#  line True [' 2\n', 'a\n', 'b\n', 'printed,42\n']
# 26
# b'\xe7\xac\xac\xe4\xb8\x80\xe8\xa1\x8c' 5 True
# True True .txt b.c a/b /x
# {'k': [1, 2]}
# I/O operation on closed file.
# FileExistsError 17 File exists
# 2 No such file or directory True
# default True / True
